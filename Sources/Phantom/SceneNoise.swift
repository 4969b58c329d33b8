import SteadyMath

/// Smooth random variation over the skin with one wavelength, by a turned lattice of random values.
struct SceneNoise: Sendable {
    private static let side = 256
    private let values: [Float]
    private let cosine: Double
    private let sine: Double
    private let perMillimetre: Double

    /// Makes a field; its standard deviation is about 1.
    ///
    /// - Parameters:
    ///   - seed: The field's own seed.
    ///   - wavelength: Distance between lattice points in mm, above 0.
    init(seed: UInt64, wavelength: Double) {
        var random = SeededRandom(seed: seed)
        let angle = random.uniform(0...6.28)
        cosine = Steady.cos(angle)
        sine = Steady.sin(angle)
        perMillimetre = 1 / wavelength
        // Interpolation between lattice points takes about a third of the spread away.
        let gain: Float = 1.5
        values = (0..<Self.side * Self.side).map { _ in gain * random.quickNormal() }
    }

    /// The field at a place.
    ///
    /// - Parameters:
    ///   - x: Millimetres to the right.
    ///   - y: Millimetres down.
    /// - Returns: About −3…3.
    @inline(__always)
    func callAsFunction(_ x: Double, _ y: Double) -> Float {
        let u = (cosine * x + sine * y) * perMillimetre
        let v = (cosine * y - sine * x) * perMillimetre
        let column = u.rounded(.down)
        let row = v.rounded(.down)
        let a = Self.eased(Float(u - column))
        let b = Self.eased(Float(v - row))
        let mask = Self.side - 1
        let left = Int(column) & mask
        let right = (left + 1) & mask
        let top = (Int(row) & mask) * Self.side
        let bottom = ((Int(row) + 1) & mask) * Self.side
        let upper = values[top + left] + a * (values[top + right] - values[top + left])
        let lower = values[bottom + left] + a * (values[bottom + right] - values[bottom + left])
        return upper + b * (lower - upper)
    }

    @inline(__always)
    private static func eased(_ t: Float) -> Float { t * t * t * (t * (t * 6 - 15) + 10) }
}

extension SeededRandom {
    /// A number of mean 0 and standard deviation 1, nearly normal and within ±3.46.
    ///
    /// The sum of four even numbers of 16 bits (Irwin–Hall): for noise by the million, where the tails don't
    /// matter.
    @inline(__always)
    mutating func quickNormal() -> Float {
        let bits = next()
        let sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48)
        // Mean 2 · 65,535 and standard deviation √(4 · (65,536² − 1) / 12).
        return (Float(sum) - 131_070) * (1 / 37_837.227)
    }

    /// A seed for a stream of its own.
    mutating func fork() -> SeededRandom { SeededRandom(seed: next()) }

    /// A whole number drawn by Poisson's law (Knuth below 30, normal above).
    mutating func poisson(_ mean: Double) -> Int {
        if mean <= 0 { return 0 }
        if mean > 30 { return max(0, Int((mean + mean.squareRoot() * normal()).rounded())) }
        let limit = Steady.exp(-mean)
        var product = uniform()
        var count = 0
        while product > limit {
            product *= uniform()
            count += 1
        }
        return count
    }
}
