/// Nine numbers that turn a camera's balanced channels into linear sRGB; each row sums to 1, so white stays white.
public struct ColourMatrix: Sendable, Equatable {
    /// Row by row.
    public let elements: [Double]

    /// The matrix that a maker fits to a camera in daylight D65 (least squares over 46 reflectances, each error over
    /// the patch's luminance).
    ///
    /// - Parameter sensor: The camera.
    public init(fittedTo sensor: CameraSensor) {
        let channels = sensor.channels(under: .daylight(kelvin: 6_504))
        var elements: [Double] = []
        let patches = Self.patches.map { patch in
            (seen: channels.map { $0.sum(with: patch) }, wanted: StandardObserver.colour(of: patch))
        }
        for wanted in [\LinearColour.red, \.green, \.blue] {
            // wanted − green = p (red − green) + q (blue − green)
            var pp = 0.0
            var pq = 0.0
            var qq = 0.0
            var py = 0.0
            var qy = 0.0
            for patch in patches {
                let luminance = patch.wanted.luminance
                let weight = 1 / (luminance * luminance)
                let p = patch.seen[0] - patch.seen[1]
                let q = patch.seen[2] - patch.seen[1]
                let y = patch.wanted[keyPath: wanted] - patch.seen[1]
                pp += weight * p * p
                pq += weight * p * q
                qq += weight * q * q
                py += weight * p * y
                qy += weight * q * y
            }
            let determinant = pp * qq - pq * pq
            let p = (py * qq - qy * pq) / determinant
            let q = (qy * pp - py * pq) / determinant
            elements += [p, 1 - p - q, q]
        }
        self.elements = elements
    }

    /// Applies the matrix.
    ///
    /// - Parameter colour: Balanced camera channels.
    /// - Returns: Linear sRGB.
    package func applied(to colour: LinearColour) -> LinearColour {
        let m = elements
        return LinearColour(
            m[0] * colour.red + m[1] * colour.green + m[2] * colour.blue,
            m[3] * colour.red + m[4] * colour.green + m[5] * colour.blue,
            m[6] * colour.red + m[7] * colour.green + m[8] * colour.blue)
    }

    /// Skins of all tones, calm and red, smooth paints and filters.
    private static let patches: [Spectrum] = {
        var patches: [Spectrum] = []
        for tone in SkinTone.allCases {
            for blood in [0.012, 0.03, 0.06] {
                var skin = LayeredSkin(tone)
                skin.blood = blood
                patches.append(skin.reflectance())
            }
        }
        for middle in [490.0, 520, 560, 600, 630] {
            for spread in [10.0, 25] {
                patches.append(.paint(below: 0.05, above: 0.75, edge: middle, softness: spread))
            }
        }
        for middle in [490.0, 520, 560, 600] {
            for spread in [12.0, 25] {
                patches.append(.paint(below: 0.6, above: 0.06, edge: middle, softness: spread))
            }
        }
        for middle in [450.0, 480, 520, 550, 580] {
            for spread in [25.0, 45] {
                patches.append(Spectrum { 0.05 + 0.5 * Lamp.gaussian($0, at: middle, spread: spread) })
            }
        }
        return patches
    }()
}
