/// Elementary functions that give the same bits on every CPU.
///
/// The C library picks variants of its double `exp log pow sin atan` by CPU at run time, and their last bits
/// differ. These use only additions, multiplications, divisions and square roots in a fixed order, all of which
/// IEEE 754 defines to the bit. Relative errors stay below 1e-14 over the stated ranges.
public enum Steady {
    private static let ln2High = 6.931_471_803_691_238_164_90e-01
    private static let ln2Low = 1.908_214_929_270_587_700_02e-10

    /// `eˣ`; 0 below −745, infinity above 709.7.
    ///
    /// - Parameter x: Any number.
    /// - Returns: `eˣ`, NaN for NaN.
    public static func exp(_ x: Double) -> Double {
        if x.isNaN { return x }
        if x > 709.78 { return .infinity }
        if x < -745 { return 0 }
        // Adding and taking away 1.5 · 2⁵² rounds to a whole number.
        let k = (x * 1.442_695_040_888_963_4 + 0x1.8p52) - 0x1.8p52
        let r = (x - k * ln2High) - k * ln2Low
        // Taylor to the 13th power in Estrin's order; |r| ≤ 0.3466, so the rest is below 1e-17 of the whole.
        let r2 = r * r
        let r4 = r2 * r2
        let low = (1 + r) + r2 * (1 / 2.0 + r * (1 / 6.0))
        let middle = (1 / 24.0 + r * (1 / 120.0)) + r2 * (1 / 720.0 + r * (1 / 5_040.0))
        let high = (1 / 40_320.0 + r * (1 / 362_880.0)) + r2 * (1 / 3_628_800.0 + r * (1 / 39_916_800.0))
        let top = 1 / 479_001_600.0 + r * (1 / 6_227_020_800.0)
        let sum = low + r4 * (middle + r4 * (high + r4 * top))
        let exponent = Int(k)
        if exponent < -1_000 {
            return sum * powerOfTwo(exponent + 200) * powerOfTwo(-200)
        }
        if exponent > 1_000 {
            return sum * powerOfTwo(exponent - 200) * powerOfTwo(200)
        }
        return sum * powerOfTwo(exponent)
    }

    /// Natural logarithm; −infinity at 0, NaN below.
    ///
    /// - Parameter x: 0 or more.
    /// - Returns: `ln x`.
    public static func log(_ x: Double) -> Double {
        if x.isNaN || x < 0 { return .nan }
        if x == 0 { return -.infinity }
        if x.isInfinite { return x }
        // The standard library's `exponent` and `significand` are calls; they serve below the normal numbers.
        let isNormal = x >= .leastNormalMagnitude
        var exponent = isNormal ? Int(x.exponentBitPattern) - 1_023 : x.exponent
        var mantissa = isNormal ? Double(bitPattern: x.significandBitPattern | (1_023 << 52)) : x.significand
        if mantissa > 1.414_213_562_373_095_1 {
            mantissa /= 2
            exponent += 1
        }
        // ln m = 2 atanh s with s = (m − 1)/(m + 1), |s| ≤ 0.1716.
        let s = (mantissa - 1) / (mantissa + 1)
        let square = s * s
        var sum = 0.0
        var n = 23.0
        while n >= 3 {
            sum = square * (1 / n + sum)
            n -= 2
        }
        let fraction = 2 * s + 2 * s * sum
        return Double(exponent) * ln2High + (Double(exponent) * ln2Low + fraction)
    }

    /// Logarithm to base 10; −infinity at 0, NaN below.
    ///
    /// - Parameter x: 0 or more.
    /// - Returns: `log₁₀ x`.
    public static func log10(_ x: Double) -> Double { log(x) * 0.434_294_481_903_251_8 }

    /// `xʸ` for `x` of 0 or more, as `exp(y ln x)`.
    ///
    /// - Parameters:
    ///   - x: 0 or more.
    ///   - y: Any number.
    /// - Returns: `xʸ`; 1 where `y` is 0.
    public static func pow(_ x: Double, _ y: Double) -> Double {
        if y == 0 { return 1 }
        if x == 0 { return y > 0 ? 0 : .infinity }
        return exp(y * log(x))
    }

    /// Sine of an angle in radians.
    ///
    /// - Parameter x: Within ±1e5.
    /// - Returns: −1…1, absolute error below 1e-13.
    public static func sin(_ x: Double) -> Double {
        let (quadrant, r) = reduced(x)
        switch quadrant {
        case 0: return sineSeries(r)
        case 1: return cosineSeries(r)
        case 2: return -sineSeries(r)
        default: return -cosineSeries(r)
        }
    }

    /// Cosine of an angle in radians.
    ///
    /// - Parameter x: Within ±1e5.
    /// - Returns: −1…1, absolute error below 1e-13.
    public static func cos(_ x: Double) -> Double {
        let (quadrant, r) = reduced(x)
        switch quadrant {
        case 0: return cosineSeries(r)
        case 1: return -sineSeries(r)
        case 2: return -cosineSeries(r)
        default: return sineSeries(r)
        }
    }

    /// Arc tangent in radians.
    ///
    /// - Parameter x: Any number.
    /// - Returns: −π/2…π/2.
    public static func atan(_ x: Double) -> Double {
        if x.isNaN { return x }
        if x.isInfinite { return x > 0 ? .pi / 2 : -.pi / 2 }
        if abs(x) > 1 { return (x > 0 ? .pi / 2 : -.pi / 2) - atan(1 / x) }
        // Halving the angle twice brings |t| below 0.199.
        let half = x / (1 + (1 + x * x).squareRoot())
        let t = half / (1 + (1 + half * half).squareRoot())
        let square = t * t
        var sum = 0.0
        var n = 23.0
        while n >= 3 {
            sum = square * (1 / n - sum)
            n -= 2
        }
        return 4 * (t - t * sum)
    }

    /// Angle of the point (`x`, `y`) from the x axis, in radians.
    ///
    /// - Parameters:
    ///   - y: Ordinate.
    ///   - x: Abscissa.
    /// - Returns: −π…π; 0 at the origin.
    public static func atan2(_ y: Double, _ x: Double) -> Double {
        if x == 0 && y == 0 { return 0 }
        if abs(x) >= abs(y) {
            let angle = atan(y / x)
            if x > 0 { return angle }
            return y >= 0 ? angle + .pi : angle - .pi
        }
        let angle = atan(x / y)
        return y > 0 ? .pi / 2 - angle : -.pi / 2 - angle
    }

    /// Share of a standard normal distribution below `z`.
    ///
    /// Series of Marsaglia (2004) for |z| < 3, continued fraction of Laplace beyond.
    ///
    /// - Parameter z: Any number.
    /// - Returns: 0…1, absolute error below 1e-14.
    public static func normalCDF(_ z: Double) -> Double {
        if z.isNaN { return z }
        let size = abs(z)
        let densityAtZ = exp(-size * size / 2) * 0.398_942_280_401_432_7
        var upper: Double
        if size < 3 {
            var term = size
            var sum = size
            var n = 3.0
            while term > 1e-17 * sum {
                term = term * size * size / n
                sum += term
                n += 2
            }
            upper = 0.5 - densityAtZ * sum
        } else {
            var fraction = 0.0
            var n = 60.0
            while n >= 1 {
                fraction = n / (size + fraction)
                n -= 1
            }
            upper = densityAtZ / (size + fraction)
        }
        upper = max(0, upper)
        return z > 0 ? 1 - upper : upper
    }

    /// The number below which a share `p` of a standard normal distribution lies.
    ///
    /// Start of Abramowitz & Stegun 26.2.23, refined by Newton's method on ``normalCDF(_:)``.
    ///
    /// - Parameter p: 0…1.
    /// - Returns: The quantile; ±infinity at 0 and 1, NaN outside.
    public static func normalQuantile(_ p: Double) -> Double {
        if p.isNaN || p < 0 || p > 1 { return .nan }
        if p == 0 { return -.infinity }
        if p == 1 { return .infinity }
        if p == 0.5 { return 0 }
        if p > 0.5 { return -normalQuantile(1 - p) }
        let t = (-2 * log(p)).squareRoot()
        let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
        let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
        var z = numerator / denominator - t
        for _ in 0..<4 {
            let densityAtZ = exp(-z * z / 2) * 0.398_942_280_401_432_7
            if densityAtZ < 1e-300 { break }
            let step = (normalCDF(z) - p) / densityAtZ
            // Halley's correction: the density's logarithm has the slope −z.
            z -= step / (1 + z * step / 2)
        }
        return z
    }

    private static func powerOfTwo(_ exponent: Int) -> Double {
        Double(sign: .plus, exponent: exponent, significand: 1)
    }

    private static func reduced(_ x: Double) -> (quadrant: Int, rest: Double) {
        let k = (x / (.pi / 2)).rounded()
        // π/2 in two parts: the first has 33 bits, so that k times it is exact.
        let rest = (x - k * 1.570_796_326_734_125_614_17) - k * 6.077_100_506_506_192_249_32e-11
        let turn = Int(k) % 4
        return (turn < 0 ? turn + 4 : turn, rest)
    }

    private static func sineSeries(_ r: Double) -> Double {
        let square = r * r
        var sum = 1.0
        var n = 18.0
        while n >= 2 {
            sum = 1 - square * sum / (n * (n + 1))
            n -= 2
        }
        return r * sum
    }

    private static func cosineSeries(_ r: Double) -> Double {
        let square = r * r
        var sum = 1.0
        var n = 17.0
        while n >= 1 {
            sum = 1 - square * sum / (n * (n + 1))
            n -= 2
        }
        return sum
    }
}
