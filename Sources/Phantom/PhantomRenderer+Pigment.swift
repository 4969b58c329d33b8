import Raster

/// How much light the pigment lets through.
struct PigmentLayer: Sendable {
    let width: Int
    let height: Int
    /// Transmittance of each channel.
    var red: [Float]
    var green: [Float]
    var blue: [Float]
    /// Sum of `absorbance · profile` over the dots: how the pixel's load is shared out among them.
    var sum: [Float]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        red = Array(repeating: 1, count: width * height)
        green = red
        blue = red
        sum = Array(repeating: 0, count: width * height)
    }
}

/// A dot as a photo shows it.
struct DrawnDot: Sendable {
    /// Index in the scene.
    let index: Int
    let middle: PixelPoint
    /// Radius at half depth in pixels.
    let radius: Double
    /// Share of green light that its core takes away now.
    let absorbance: Double
}

extension PhantomRenderer {
    /// Absorbance of each channel over that of green: a slightly bluish, nearly neutral black.
    static let ink = LinearColour(1.01, 1.00, 0.96)

    /// Draws the dots that the photo may show.
    func draw(moment: PhantomMoment, camera: PhantomCamera, into layer: inout PigmentLayer) -> [DrawnDot] {
        var drawn: [DrawnDot] = []
        var footprint = DotFootprint()
        for (index, dot) in scene.dots.enumerated() where moment.shares[index] > 0 {
            let middle = camera.pose.pixel(of: dot.centre)
            let radius = dot.diameter / 2 * camera.pose.scale(at: dot.centre)
            let reach = 2 * radius + 2
            guard middle.x > -reach, middle.y > -reach, middle.x < Double(camera.width) + reach,
                middle.y < Double(camera.height) + reach
            else { continue }
            let absorbance = min(0.97, dot.freshAbsorbance * moment.shares[index])
            drawn.append(DrawnDot(index: index, middle: middle, radius: radius, absorbance: absorbance))
            footprint.lay(middle: middle, radius: radius)
            let side = footprint.side
            for row in 0..<side {
                let y = footprint.top + row
                if y < 0 || y >= layer.height { continue }
                for column in 0..<side {
                    let x = footprint.left + column
                    let weight = footprint.weights[row * side + column]
                    if weight <= 0 || x < 0 || x >= layer.width { continue }
                    let amount = absorbance * weight
                    let at = y * layer.width + x
                    layer.red[at] *= Float(1 - amount * Self.ink.red)
                    layer.green[at] *= Float(1 - amount * Self.ink.green)
                    layer.blue[at] *= Float(1 - amount * Self.ink.blue)
                    layer.sum[at] += Float(amount)
                }
            }
        }
        return drawn
    }

    /// Share of a pixel's luminance that the pigment takes away.
    @inline(__always)
    static func absorbed(skin: RGBImage, pigment: PigmentLayer, at index: Int) -> Double {
        let red = LinearColour.luminanceOfRed * Double(skin.red.samples[index])
        let green = LinearColour.luminanceOfGreen * Double(skin.green.samples[index])
        let blue = LinearColour.luminanceOfBlue * Double(skin.blue.samples[index])
        let left =
            red * Double(pigment.red[index]) + green * Double(pigment.green[index])
            + blue * Double(pigment.blue[index])
        return 1 - left / (red + green + blue)
    }

    /// The load of each drawn dot in px², overlaps shared out.
    func loads(of drawn: [DrawnDot], skin: RGBImage, pigment: PigmentLayer) -> [Double] {
        var footprint = DotFootprint()
        return drawn.map { dot in
            footprint.lay(middle: dot.middle, radius: dot.radius)
            let side = footprint.side
            var load = 0.0
            for row in 0..<side {
                let y = footprint.top + row
                for column in 0..<side {
                    let x = footprint.left + column
                    let amount = dot.absorbance * footprint.weights[row * side + column]
                    if amount <= 0 { continue }
                    if y < 0 || x < 0 || y >= pigment.height || x >= pigment.width {
                        load += amount
                        continue
                    }
                    let at = y * pigment.width + x
                    let share = amount / Double(pigment.sum[at])
                    load += share * Self.absorbed(skin: skin, pigment: pigment, at: at)
                }
            }
            return load
        }
    }
}
