/// Sixteen pixels side by side: one register with AVX-512, two with AVX2, four without.
typealias Lanes = SIMD16<Float>

extension Lanes {
    /// 0, 1, 2, … 15.
    @inline(always)
    static var steps: Lanes { Lanes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) }

    /// The sixteen samples from a place on.
    @inline(always)
    init(at place: UnsafePointer<Float>) {
        self = unsafe UnsafeRawPointer(place).loadUnaligned(as: Lanes.self)
    }

    /// Puts the lanes to a place.
    @inline(always)
    func put(at place: UnsafeMutablePointer<Float>) {
        unsafe UnsafeMutableRawPointer(place).storeBytes(of: self, as: Lanes.self)
    }

    /// Held within 0 … 1.
    @inline(always)
    var share: Lanes {
        let least = replacing(with: Lanes.zero, where: self .< 0)
        return least.replacing(with: Lanes(repeating: 1), where: least .> 1)
    }

    /// The sum of all lanes, halves folded onto each other: the same order everywhere.
    @inline(always)
    var folded: Float {
        let eight = lowHalf + highHalf
        let four = eight.lowHalf + eight.highHalf
        let two = four.lowHalf + four.highHalf
        return two.x + two.y
    }

    /// `exp(−t)` within 1e-7 of it, beside what the rounding of t does; beyond |t| = 80 that of 80.
    ///
    /// `2ⁿ · 2ᶠ` with |f| ≤ ½, `2ᶠ` by its series: no step calls for more than additions, products and shifts.
    @inline(always)
    static func exponential(ofMinus t: Lanes) -> Lanes {
        let least = t.replacing(with: Lanes(repeating: -80), where: t .< -80)
        let octaves = least.replacing(with: Lanes(repeating: 80), where: least .> 80) * -1.442_695_04
        // Adding 1.5 · 2²³ rounds to a whole number, which then stands in the lowest bits.
        let magic: Float = 12_582_912
        let shifted = octaves + magic
        let f = octaves - (shifted - magic)
        var series = f * 0.000_015_252_7 + 0.000_154_035_3
        series = series * f + 0.001_333_355_8
        series = series * f + 0.009_618_129
        series = series * f + 0.055_504_11
        series = series * f + 0.240_226_51
        series = series * f + 0.693_147_18
        series = series * f + 1
        let bits = unsafe unsafeBitCast(shifted, to: SIMD16<UInt32>.self)
        let power = (bits &- (magic.bitPattern &- 127)) &<< 23
        return unsafe series * unsafeBitCast(power, to: Lanes.self)
    }
}

extension SIMDMask<SIMD16<Int32>> {
    /// A bit for each lane that is true, the first lane's the lowest.
    @inline(always)
    var bits: Int32 {
        let powers = SIMD16<Int32>(
            1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768)
        let sixteen = SIMD16<Int32>.zero.replacing(with: powers, where: self)
        let eight = sixteen.lowHalf | sixteen.highHalf
        let four = eight.lowHalf | eight.highHalf
        let two = four.lowHalf | four.highHalf
        return two.x | two.y
    }
}
