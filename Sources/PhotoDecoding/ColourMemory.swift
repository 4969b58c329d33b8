/// Light of colours that a slow profile has converted already: a photo has few colours beside its pixels.
///
/// Each colour has one place, where the latest one stands; what is remembered is what was computed, so no result
/// depends on it.
package struct ColourMemory {
    private var colours: [UInt64]
    private var light: [SIMD3<Float>]

    /// Places: what a second-level cache holds.
    private static let bits = 16
    /// Knuth's multiplicative hashing: 2⁶⁴ over the golden ratio.
    private static let spread: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Remembers nothing yet.
    package init() {
        colours = Array(repeating: 0, count: 1 << Self.bits)
        // Colour 0 stands everywhere but has light nowhere until it is set.
        light = Array(repeating: SIMD3(repeating: .nan), count: 1 << Self.bits)
    }

    private static func place(of colour: UInt64) -> Int { Int((colour &* spread) >> UInt64(64 - bits)) }

    /// The light of a colour, its numbers packed into one, or nil where it is not known any more.
    package func light(of colour: UInt64) -> SIMD3<Float>? {
        let place = Self.place(of: colour)
        guard colours[place] == colour, !light[place].x.isNaN else { return nil }
        return light[place]
    }

    /// Remembers the light of a colour; none of it is NaN.
    package mutating func set(_ colour: UInt64, _ value: SIMD3<Float>) {
        let place = Self.place(of: colour)
        colours[place] = colour
        light[place] = value
    }
}
