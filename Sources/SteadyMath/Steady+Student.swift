extension Steady {
    /// Logarithm of the gamma function.
    ///
    /// Stirling's series (Abramowitz & Stegun 6.1.41) from 10 on; below, `Γ(x) = Γ(x + n) / (x (x + 1) … )`.
    ///
    /// - Parameter x: Above 0.
    /// - Returns: `ln Γ(x)`, relative error below 1e-13; NaN for 0 and below.
    public static func logGamma(_ x: Double) -> Double {
        guard x > 0 else { return .nan }
        var shifted = x
        var product = 1.0
        while shifted < 10 {
            product *= shifted
            shifted += 1
        }
        let inverse = 1 / shifted
        let square = inverse * inverse
        let series =
            inverse
            * (1.0 / 12 - square
                * (1.0 / 360 - square * (1.0 / 1_260 - square * (1.0 / 1_680 - square / 1_188))))
        let halfLogTwoPi = 0.918_938_533_204_672_8
        return (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + series - log(product)
    }

    /// Share of Student's t distribution below `t`.
    ///
    /// - Parameters:
    ///   - t: Any number.
    ///   - degrees: Degrees of freedom, above 0, whole or not.
    /// - Returns: 0…1, absolute error below 1e-10; NaN without degrees of freedom.
    public static func studentCDF(_ t: Double, degrees: Double) -> Double {
        guard degrees > 0, !t.isNaN else { return .nan }
        if t.isInfinite { return t > 0 ? 1 : 0 }
        let x = degrees / (degrees + t * t)
        let upper = regularizedBeta(x, degrees / 2, 0.5) / 2
        return t > 0 ? 1 - upper : upper
    }

    /// The number below which a share `p` of Student's t distribution lies.
    ///
    /// Halving and Newton's steps on ``studentCDF(_:degrees:)``; above 10,000 degrees of freedom the expansion about the
    /// normal quantile (Abramowitz & Stegun 26.7.5).
    ///
    /// - Parameters:
    ///   - p: 0…1.
    ///   - degrees: Degrees of freedom, above 0, whole or not.
    /// - Returns: The quantile, relative error below 1e-8; ±infinity at 0 and 1, NaN outside.
    public static func studentQuantile(_ p: Double, degrees: Double) -> Double {
        guard degrees > 0, p >= 0, p <= 1 else { return .nan }
        if p == 0.5 { return 0 }
        if p < 0.5 { return -studentQuantile(1 - p, degrees: degrees) }
        if p == 1 { return .infinity }
        let z = normalQuantile(p)
        if degrees > 10_000 {
            let first = z * (z * z + 1) / 4
            let second = z * ((5 * z * z + 16) * z * z + 3) / 96
            return z + first / degrees + second / (degrees * degrees)
        }
        var low = 0.0
        var high = max(z, 1)
        while studentCDF(high, degrees: degrees) < p, high < 1e15 {
            low = high
            high *= 2
        }
        let logScale =
            logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - log(degrees * .pi) / 2
        var t = (low + high) / 2
        for _ in 0..<80 {
            let off = studentCDF(t, degrees: degrees) - p
            if off > 0 { high = t } else { low = t }
            let density = exp(logScale - (degrees + 1) / 2 * log(1 + t * t / degrees))
            let step = t - off / density
            let next = step > low && step < high ? step : (low + high) / 2
            if abs(next - t) <= 1e-12 * t { return next }
            t = next
        }
        return t
    }

    /// Regularised incomplete beta function `Iₓ(a, b)` by its continued fraction (Abramowitz & Stegun 26.5.8; method of
    /// Lentz 1976).
    private static func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        // The fraction converges fast on one side of the mean only.
        if x > (a + 1) / (a + b + 2) { return 1 - regularizedBeta(1 - x, b, a) }
        let front = exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x))
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        d = 1 / (abs(d) < tiny ? tiny : d)
        var fraction = d
        for step in 1...500 {
            let m = Double(step)
            for numerator in [
                m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
            ] {
                d = 1 + numerator * d
                d = 1 / (abs(d) < tiny ? tiny : d)
                c = 1 + numerator / c
                if abs(c) < tiny { c = tiny }
                fraction *= c * d
            }
            if abs(c * d - 1) < 1e-15 { break }
        }
        return front * fraction / a
    }
}
