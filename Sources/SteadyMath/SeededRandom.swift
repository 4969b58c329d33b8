/// A stream of random numbers that a seed fixes to the bit, on every CPU and in every version.
///
/// SplitMix64 (Steele, Lea & Flood 2014, doi 10.1145/2714064.2660195). Not for secrets.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts the stream of a seed.
    ///
    /// - Parameter seed: Any number; different seeds give unrelated streams.
    public init(seed: UInt64) {
        state = seed &+ 0x9E37_79B9_7F4A_7C15
        _ = next()
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number spread evenly over 0 ≤ x < 1.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number spread evenly over a range.
    public mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    }

    /// A standard normal number (Box & Muller 1958, the cosine branch).
    public mutating func normal() -> Double {
        let radius = (-2 * Steady.log(1 - uniform())).squareRoot()
        return radius * Steady.cos(2 * .pi * uniform())
    }
}
