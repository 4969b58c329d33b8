extension Steady {
    /// `eˣ` of four numbers at once, with the same bits as ``exp(_:)`` for −708 ≤ x ≤ 708.
    ///
    /// - Parameter x: Any numbers; below −708 counts as 0, beyond 708 as `e⁷⁰⁸`.
    /// - Returns: `eˣ`; an unspecified number for NaN.
    @inlinable
    @inline(__always)
    public static func exp(_ x: SIMD4<Double>) -> SIMD4<Double> {
        // The standard library's `clamped` goes number by number.
        var bounded = x.replacing(with: -708, where: x .< -708)
        bounded = bounded.replacing(with: 708, where: bounded .> 708)
        let shifted: SIMD4<Double> = bounded * 1.442_695_040_888_963_4 + 0x1.8p52
        let k = shifted - 0x1.8p52
        let r: SIMD4<Double> =
            (bounded - k * 6.931_471_803_691_238_164_90e-01) - k * 1.908_214_929_270_587_700_02e-10
        let r2 = r * r
        let r4 = r2 * r2
        // The same terms in the same order as for single numbers.
        let low: SIMD4<Double> = (1 + r) + r2 * (r * (1 / 6.0) + 1 / 2.0)
        let middleLow: SIMD4<Double> = r * (1 / 120.0) + 1 / 24.0
        let middleHigh: SIMD4<Double> = r * (1 / 5_040.0) + 1 / 720.0
        let middle: SIMD4<Double> = middleLow + r2 * middleHigh
        let highLow: SIMD4<Double> = r * (1 / 362_880.0) + 1 / 40_320.0
        let highHigh: SIMD4<Double> = r * (1 / 39_916_800.0) + 1 / 3_628_800.0
        let high: SIMD4<Double> = highLow + r2 * highHigh
        let top: SIMD4<Double> = r * (1 / 6_227_020_800.0) + 1 / 479_001_600.0
        let upper: SIMD4<Double> = high + r4 * top
        let sum: SIMD4<Double> = low + r4 * (middle + r4 * upper)
        // The low bits of `shifted` hold k as a whole number: moved into the exponent's place they are 2ᵏ.
        // Both types are four times 64 bits.
        let bits = unsafe unsafeBitCast(shifted, to: SIMD4<Int64>.self)
        let power = unsafe unsafeBitCast((bits &+ 1_023) &<< 52, to: SIMD4<Double>.self)
        return (sum * power).replacing(with: 0, where: x .< -708)
    }

    /// Natural logarithms of four numbers at once, with the same bits as ``log(_:)``.
    ///
    /// - Parameter x: Normal numbers above 0.
    /// - Returns: `ln x`; an unspecified number for others.
    @inlinable
    @inline(__always)
    public static func log(_ x: SIMD4<Double>) -> SIMD4<Double> {
        // Both types are four times 64 bits.
        let bits = unsafe unsafeBitCast(x, to: SIMD4<Int64>.self)
        let raw = unsafe unsafeBitCast(
            (bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000, to: SIMD4<Double>.self)
        let isLarge = raw .> 1.414_213_562_373_095_1
        let mantissa = raw.replacing(with: raw / 2, where: isLarge)
        // A whole number below 2⁵¹ added to the bits of 2⁵² is that number added to 2⁵².
        let field = unsafe unsafeBitCast(
            ((bits &>> 52) & 0x7FF) | 0x4330_0000_0000_0000, to: SIMD4<Double>.self)
        let plain = field - (0x1p52 + 1_023)
        let exponent = plain.replacing(with: plain + 1, where: isLarge)
        let s = (mantissa - 1) / (mantissa + 1)
        let square = s * s
        var sum = square * (1 / 23.0 + SIMD4<Double>(repeating: 0))
        sum = square * (1 / 21.0 + sum)
        sum = square * (1 / 19.0 + sum)
        sum = square * (1 / 17.0 + sum)
        sum = square * (1 / 15.0 + sum)
        sum = square * (1 / 13.0 + sum)
        sum = square * (1 / 11.0 + sum)
        sum = square * (1 / 9.0 + sum)
        sum = square * (1 / 7.0 + sum)
        sum = square * (1 / 5.0 + sum)
        sum = square * (1 / 3.0 + sum)
        let fraction = 2 * s + 2 * s * sum
        return exponent * 6.931_471_803_691_238_164_90e-01
            + (exponent * 1.908_214_929_270_587_700_02e-10 + fraction)
    }

    /// Logarithms to base 10 of four numbers at once, with the same bits as ``log10(_:)``.
    ///
    /// - Parameter x: Normal numbers above 0.
    /// - Returns: `log₁₀ x`; an unspecified number for others.
    @inlinable
    @inline(__always)
    public static func log10(_ x: SIMD4<Double>) -> SIMD4<Double> { log(x) * 0.434_294_481_903_251_8 }
}
