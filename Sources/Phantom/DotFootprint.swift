import Raster

/// A dot's profile averaged over each pixel it touches.
///
/// The profile is 1 in the core and falls smoothly over the soft edge. Sixteen places a pixel are looked at,
/// and the sum is then set to the profile's exact integral.
struct DotFootprint {
    private(set) var left = 0
    private(set) var top = 0
    private(set) var side = 0
    private(set) var weights: [Double] = []

    private static let samples = 4

    /// Lays a dot over the pixels.
    ///
    /// - Parameters:
    ///   - middle: Its centre.
    ///   - radius: Radius at half depth in pixels, above 0.
    ///   - slant: How the surface turns away there, or nil where it faces the camera.
    mutating func lay(middle: PixelPoint, radius: Double, slant: DotSlant? = nil) {
        let edge = radius * PhantomDot.edgeShare
        let reach = radius + edge + 0.5
        left = Int((middle.x - reach).rounded(.down))
        top = Int((middle.y - reach).rounded(.down))
        side = Int((2 * reach).rounded(.up)) + 2
        weights.removeAll(keepingCapacity: true)
        var sum = 0.0
        let inner = radius - edge
        let outer = radius + edge
        let pitch = 1 / Double(Self.samples)
        for row in 0..<side {
            for column in 0..<side {
                let fromX = Double(left + column) - 0.5 + 0.5 * pitch - middle.x
                let fromY = Double(top + row) - 0.5 + 0.5 * pitch - middle.y
                var weight = 0.0
                for i in 0..<Self.samples {
                    let dy = fromY + Double(i) * pitch
                    for j in 0..<Self.samples {
                        let dx = fromX + Double(j) * pitch
                        var square = dx * dx + dy * dy
                        if let slant {
                            let along = dx * slant.x + dy * slant.y
                            square += along * along * slant.excess
                        }
                        if square <= inner * inner {
                            weight += 1
                        } else if square < outer * outer {
                            let t = (outer - square.squareRoot()) / (2 * edge)
                            weight += t * t * (3 - 2 * t)
                        }
                    }
                }
                weights.append(weight)
                sum += weight
            }
        }
        let area = Double.pi * (radius * radius + edge * edge / 5) * (slant?.cosine ?? 1)
        let factor = sum > 0 ? area / sum : 0
        for index in weights.indices { weights[index] *= factor }
    }
}

/// How a dot's skin turns away from the camera: the dot is narrowed along a direction.
struct DotSlant: Sendable {
    /// Direction in the photo along which the surface falls away, of length 1.
    let x: Double
    let y: Double
    /// Width along that direction over the width of a dot that faces the camera.
    let cosine: Double

    /// What the square of a distance along the direction counts more: `1/cos² − 1`.
    var excess: Double { 1 / (cosine * cosine) - 1 }
}
