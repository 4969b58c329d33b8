import Phantom

/// Finds the skin layers whose reflectance comes nearest to a measured one (Levenberg–Marquardt).
enum SkinFit {
    private static var members: [WritableKeyPath<LayeredSkin, Double>] {
        [
            \.melanin, \.blood, \.oxygenation, \.scattering, \.scatteringPower, \.surface, \.vesselRadius,
        ]
    }
    private static let bounds: [ClosedRange<Double>] = [
        0...0.5, 0.0005...0.2, 0.2...1, 10...200, 0.2...3, 0...0.05, 1e-5...60e-4,
    ]
    private static let steps = [0.002, 0.0005, 0.01, 1, 0.02, 0.001, 2e-5]

    /// The nearest skin, and the root mean square of its relative error.
    static func nearest(to measured: [Double]) -> (skin: LayeredSkin, error: Double) {
        var best = (skin: LayeredSkin(melanin: 0.03), error: Double.infinity)
        for (melanin, scattering) in [(0.02, 120.0), (0.1, 120), (0.04, 60)] {
            var skin = LayeredSkin(melanin: melanin)
            skin.scattering = scattering
            var error = residuals(skin, measured)
            var damping = 1e-2
            for _ in 0..<120 {
                let moved = step(from: skin, residuals: error, measured: measured, damping: damping)
                let next = residuals(moved, measured)
                if square(next) < square(error) {
                    skin = moved
                    error = next
                    damping = max(1e-9, damping / 3)
                } else {
                    damping = min(1e9, damping * 4)
                }
            }
            let root = (square(error) / Double(measured.count)).squareRoot()
            if root < best.error { best = (skin, root) }
        }
        return best
    }

    private static func residuals(_ skin: LayeredSkin, _ measured: [Double]) -> [Double] {
        zip(skin.reflectance().values, measured).map { $0 / $1 - 1 }
    }

    private static func square(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } }

    private static func step(
        from skin: LayeredSkin, residuals: [Double], measured: [Double], damping: Double
    ) -> LayeredSkin {
        let members = members
        let count = members.count
        let slopes = members.indices.map { index in
            var other = skin
            let side =
                other[keyPath: members[index]] + steps[index] > bounds[index].upperBound ? -1.0 : 1
            other[keyPath: members[index]] += side * steps[index]
            return zip(Self.residuals(other, measured), residuals).map { side * ($0 - $1) }
        }
        var matrix = (0..<count).map { row in
            (0..<count).map { column in zip(slopes[row], slopes[column]).reduce(0) { $0 + $1.0 * $1.1 } }
        }
        var right = (0..<count).map { row in -zip(slopes[row], residuals).reduce(0) { $0 + $1.0 * $1.1 } }
        for index in 0..<count { matrix[index][index] *= 1 + damping }
        for pivot in 0..<count {
            for row in 0..<count where row != pivot {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                for column in 0..<count { matrix[row][column] -= factor * matrix[pivot][column] }
                right[row] -= factor * right[pivot]
            }
        }
        var out = skin
        for index in 0..<count {
            let moved = out[keyPath: members[index]] + right[index] / matrix[index][index] * steps[index]
            out[keyPath: members[index]] = min(
                bounds[index].upperBound, max(bounds[index].lowerBound, moved))
        }
        return out
    }
}
