import SteadyMath
import Testing

@Suite("Elementary functions that give the same bits on every CPU")
struct SteadyTests {
    // Reference values: mpmath with 40 digits of the double given.

    @Test(
        "Exponential, relative error below 1e-14",
        arguments: [
            (-745.0, 0x1p-1074), (-700.25, 7.6787238131108722e-305),
            (-100.5, 2.2563401359170363e-44), (-10.0, 4.5399929762484852e-5),
            (-1.0, 0.36787944117144232), (-0.3466, 0.70708810694101882), (-1e-09, 0.999999999),
            (1e-09, 1.000000001), (0.3466, 1.4142509118505287), (0.5, 1.6487212707001281),
            (1.0, 2.7182818284590452), (2.75, 15.642631884188172), (10.0, 22026.465794806717),
            (88.8, 3.6757840844711624e+38), (350.1, 1.1130075602024665e+152),
            (709.5, 1.3549863193146328e+308),
        ])
    func exponential(x: Double, expected: Double) {
        #expect(abs(Steady.exp(x) - expected) <= 1e-14 * expected + 0x1p-1074)
    }

    @Test(
        "Natural logarithm, relative error below 1e-14",
        arguments: [
            (0x1p-1074, -744.44007192138126), (1e-300, -690.77552789821371), (1e-10, -23.025850929940457),
            (0.1, -2.3025850929940456), (0.5, -0.69314718055994531), (0.7071, -0.346583180371942),
            (0.9999999, -1.0000000494736474e-7), (1.0000001, 9.9999995058387045e-8),
            (1.4143, 0.34663470904431701), (2.0, 0.69314718055994531), (3.0, 1.0986122886681097),
            (10.0, 2.3025850929940457), (12345.678, 9.421061321291832), (1e+100, 230.25850929940457),
            (1.7e+308, 709.72683689322824),
        ])
    func logarithm(x: Double, expected: Double) {
        #expect(abs(Steady.log(x) - expected) <= 1e-14 * abs(expected))
        #expect(abs(Steady.log10(x) - expected / 2.302585092994045684) <= 2e-14 * abs(expected))
    }

    @Test(
        "Sine, absolute error below 1e-13",
        arguments: [
            (-100000.0, -0.035748797972016509), (-1000.3, -0.95614257802906605),
            (-3.0, -0.14112000805986722), (-0.5, -0.479425538604203), (1e-08, 1.0e-8),
            (0.1, 0.099833416646828158), (0.7853, 0.70703736577579992), (0.7854, 0.70710807985947359),
            (1.5707, 0.9999999953605743), (2.0, 0.9092974268256817), (3.1415, 9.2653589660490252e-5),
            (10.0, -0.54402111088936981), (355.0, -3.0144353359488449e-5),
            (99999.5, 0.51049161507477981),
        ])
    func sine(x: Double, expected: Double) {
        #expect(abs(Steady.sin(x) - expected) <= 1e-13)
    }

    @Test(
        "Cosine, absolute error below 1e-13",
        arguments: [
            (-100000.0, -0.99936080743821245), (-1000.3, 0.29290163959925411),
            (-3.0, -0.98999249660044546), (-0.5, 0.87758256189037272), (1e-08, 0.99999999999999995),
            (0.1, 0.99500416527802577), (0.7853, 0.70717618978357699), (0.7854, 0.70710548251123632),
            (1.5707, 9.632679474766715e-5), (2.0, -0.41614683654714239), (3.1415, -0.99999999570765615),
            (10.0, -0.83907152907645245), (355.0, -0.99999999954565898),
            (99999.5, -0.85988273092227107),
        ])
    func cosine(x: Double, expected: Double) {
        #expect(abs(Steady.cos(x) - expected) <= 1e-13)
    }

    @Test(
        "Arc tangent, relative error below 1e-14",
        arguments: [
            (-10000000000.0, -1.5707963266948966), (-50.0, -1.5507989928217461),
            (-1.0, -0.78539816339744831), (-0.3, -0.29145679447786708), (1e-09, 1.0000000000000001e-9),
            (0.1, 0.099668652491162033), (0.19, 0.18776194651359342), (0.5, 0.46364760900080612),
            (0.99, 0.78037308006663589), (1.01, 0.79037324672830239), (2.5, 1.1902899496825317),
            (100000.0, 1.570786326794897),
        ])
    func arcTangent(x: Double, expected: Double) {
        #expect(abs(Steady.atan(x) - expected) <= 1e-14 * abs(expected))
    }

    @Test(
        "Share of a normal distribution",
        arguments: [
            (-37.0, 5.7255712225245768e-300), (-10.0, 7.6198530241605261e-24),
            (-6.5, 4.0160005838591178e-11), (-3.5, 0.00023262907903552504),
            (-3.0, 0.0013498980316300945), (-2.999, 0.0013543365337271062),
            (-1.6448536269514722, 0.050000000000000054), (-0.5, 0.3085375387259869), (0.0, 0.5),
            (0.1, 0.53982783727702898), (1.0, 0.84134474606854295), (2.5, 0.99379033467422386),
            (3.0, 0.99865010196836991), (5.0, 0.99999971334842812),
        ])
    func normalShare(z: Double, expected: Double) {
        #expect(abs(Steady.normalCDF(z) - expected) <= 1e-14)
        // The far tail is right in itself, not only beside 1.
        if z <= -3 { #expect(abs(Steady.normalCDF(z) - expected) <= 1e-12 * expected) }
    }

    @Test(
        "Quantile of a normal distribution",
        arguments: [
            (1e-300, -37.047096299361199), (1e-20, -9.2623400897984076), (1e-10, -6.3613409024040562),
            (1e-05, -4.2648907939228246), (0.001, -3.0902323061678135), (0.02425, -1.9729610513118848),
            (0.05, -1.6448536269514727), (0.25, -0.67448975019608174),
            (0.4999, -0.00025066283008800749), (0.75, 0.67448975019608174), (0.95, 1.6448536269514723),
            (0.999, 3.0902323061678133), (0.9999999, 5.1993375822906611),
        ])
    func normalQuantile(p: Double, expected: Double) {
        #expect(abs(Steady.normalQuantile(p) - expected) <= 1e-9)
    }

    @Test("Quantile and share undo one another")
    func quantileUndoesShare() {
        for step in 1..<1_000 {
            let p = Double(step) / 1_000
            #expect(abs(Steady.normalCDF(Steady.normalQuantile(p)) - p) < 2e-14)
            #expect(abs(Steady.normalQuantile(p) + Steady.normalQuantile(1 - p)) < 1e-11)
        }
    }

    @Test("Logarithm undoes the exponential over its whole range")
    func logarithmUndoesExponential() {
        var x = -700.0
        while x < 709 {
            #expect(abs(Steady.log(Steady.exp(x)) - x) <= 1e-14 * max(1, abs(x)))
            x += 0.377
        }
    }

    @Test("The exponential never falls as its argument rises")
    func exponentialRises() {
        var last = 0.0
        var x = -746.0
        while x < 710 {
            let value = Steady.exp(x)
            #expect(value >= last)
            last = value
            x += 0.0173
        }
    }

    @Test("Sine and cosine lie on the circle, and the angle comes back")
    func circle() {
        var angle = -3.14
        while angle < 3.14 {
            let (y, x) = (Steady.sin(angle), Steady.cos(angle))
            #expect(abs(x * x + y * y - 1) < 4e-16 * 4)
            #expect(abs(Steady.atan2(y, x) - angle) < 1e-14)
            angle += 0.0137
        }
        #expect(Steady.atan2(0, -1) == .pi)
        #expect(Steady.atan2(1, 0) == .pi / 2)
        #expect(Steady.atan2(-1, 0) == -.pi / 2)
        #expect(Steady.atan2(0, 0) == 0)
        #expect(abs(Steady.atan2(-1e-300, -1) + .pi) < 1e-15)
    }

    @Test(
        "Powers",
        arguments: [(2.0, 0.5, 1.4142135623730950), (10, -3, 0.001), (1.0001, 1e4, 2.7181459268249255)])
    func powers(x: Double, y: Double, expected: Double) {
        #expect(abs(Steady.pow(x, y) - expected) <= 1e-13 * expected)
    }

    @Test("Ends of the ranges and what is no number")
    func ends() {
        #expect(Steady.exp(0) == 1)
        #expect(Steady.exp(-800) == 0 && Steady.exp(-.infinity) == 0)
        #expect(Steady.exp(800) == .infinity && Steady.exp(.infinity) == .infinity)
        #expect(Steady.exp(.nan).isNaN)
        #expect(Steady.log(1) == 0 && Steady.log(0) == -.infinity && Steady.log(.infinity) == .infinity)
        #expect(Steady.log(-1).isNaN && Steady.log(.nan).isNaN)
        #expect(Steady.pow(0, 0) == 1 && Steady.pow(0, 2) == 0 && Steady.pow(0, -2) == .infinity)
        #expect(Steady.atan(.infinity) == .pi / 2 && Steady.atan(-.infinity) == -.pi / 2)
        #expect(Steady.normalCDF(0) == 0.5)
        #expect(Steady.normalCDF(.infinity) == 1 && Steady.normalCDF(-.infinity) == 0)
        #expect(Steady.normalQuantile(0) == -.infinity && Steady.normalQuantile(1) == .infinity)
        #expect(Steady.normalQuantile(0.5) == 0 && Steady.normalQuantile(1.5).isNaN)
    }
}

@Suite("Four at a time, the same bits as one at a time")
struct SteadyLanesTests {
    @Test("Exponentials and logarithms of lanes are those of single numbers")
    func sameBits() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<20_000 {
            let x = SIMD4<Double>(
                random.uniform(-708...708), random.uniform(-5...5), random.normal(), -random.uniform(0...40))
            let powers = Steady.exp(x)
            for lane in 0..<4 { #expect(powers[lane] == Steady.exp(x[lane])) }
            let y = Steady.exp(x)
            let logs = Steady.log(y)
            let decades = Steady.log10(y)
            for lane in 0..<4 {
                #expect(logs[lane] == Steady.log(y[lane]))
                #expect(decades[lane] == Steady.log10(y[lane]))
            }
        }
        #expect(Steady.exp(SIMD4(0, -709, -1e300, 708)) == SIMD4(1, 0, 0, Steady.exp(708)))
        let logs = SIMD4(0, Steady.log(2), Steady.log(0.5), Steady.log(1.5))
        #expect(Steady.log(SIMD4(1, 2, 0.5, 1.5)) == logs)
    }
    @Test("Logarithms go on below the normal numbers")
    func subnormalLogarithms() {
        let ln2 = 0.693_147_180_559_945_3
        for exponent in [-1_074, -1_060, -1_023, -1_022, -1_021, 1_023] {
            let power = Double(sign: .plus, exponent: exponent, significand: 1)
            #expect(abs(Steady.log(power) - Double(exponent) * ln2) < 1e-12)
        }
    }
}
