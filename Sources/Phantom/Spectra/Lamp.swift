import SteadyMath

/// A light by its spectrum.
public enum Lamp: Sendable, Equatable {
    /// Daylight of a colour temperature in kelvin, 4,000…25,000 (CIE 15:2004).
    case daylight(kelvin: Double)
    /// A glowing body of a temperature in kelvin: tungsten and halogen.
    case planckian(kelvin: Double)
    /// A white LED of a correlated colour temperature in kelvin, 2,700…7,000: a blue diode and its phosphor.
    case led(kelvin: Double)
    /// A fluorescent tube of three bands, about 4,000 K.
    case fluorescent

    /// Power by wavelength, up to a factor.
    ///
    /// Daylight follows its formula exactly. The LED is a sum of three Gaussians (blue diode at 452 nm, phosphor at
    /// 545 and 615 nm) whose blue is set to the asked temperature; the tube one of eight (mercury's lines at 405,
    /// 436, 546 and 578 nm, phosphors at 488, 543, 587 and 611 nm after the figures of CIE FL11).
    ///
    /// - Returns: The spectrum, 1 at 560 nm or of that order.
    public func spectrum() -> Spectrum {
        switch self {
        case .daylight(let kelvin): Self.daylight(kelvin)
        case .planckian(let kelvin): Self.planckian(kelvin)
        case .led(let kelvin): Self.led(kelvin)
        case .fluorescent: Self.tube
        }
    }

    /// Daylight of 6,504 K: the illuminant under which truth is told.
    package static let d65 = Lamp.daylight(kelvin: 6_504).spectrum()

    private static func daylight(_ kelvin: Double) -> Spectrum {
        let t = 1_000 / kelvin
        let x =
            kelvin <= 7_000
            ? ((-4.6070 * t + 2.9678) * t + 0.09911) * t + 0.244063
            : ((-2.0064 * t + 1.9018) * t + 0.24748) * t + 0.23704
        let y = (-3 * x + 2.87) * x - 0.275
        let m = 0.0241 + 0.2562 * x - 0.7341 * y
        let first = (-1.3515 - 1.7703 * x + 5.9114 * y) / m
        let second = (0.03 - 31.4424 * x + 30.0717 * y) / m
        func every10(_ index: Int) -> Double {
            PublishedSpectra.daylightMean[index] + first * PublishedSpectra.daylightFirst[index]
                + second * PublishedSpectra.daylightSecond[index]
        }
        // Straight lines between the tabulated wavelengths, as the standard asks.
        return Spectrum(
            (0..<Spectrum.count).map { index in
                let low = every10(index / 2)
                return (index % 2 == 0 ? low : (low + every10(index / 2 + 1)) / 2) / 100
            })
    }

    /// Planck's second constant, nm·K.
    private static let secondConstant = 1.438_776_9e7

    private static func planckian(_ kelvin: Double) -> Spectrum {
        func power(_ wavelength: Double) -> Double {
            Steady.pow(wavelength / 560, -5) / (Steady.exp(secondConstant / (wavelength * kelvin)) - 1)
        }
        let middle = power(560)
        return Spectrum { power($0) / middle }
    }

    private static func led(_ kelvin: Double) -> Spectrum {
        // Warm lamps carry a redder phosphor.
        let warmth = min(1.1, max(0, (6_500 - kelvin) / 3_500))
        let red = 0.25 + 2.4 * warmth * warmth.squareRoot()
        let phosphor = Spectrum {
            gaussian($0, at: 545, spread: 38) + red * gaussian($0, at: 615, spread: 42)
        }
        let diode = Spectrum { gaussian($0, at: 452, spread: 10) }
        func mixed(_ blue: Double) -> Spectrum { phosphor.joined(with: diode) { $0 + blue * $1 } }
        var low = 0.0
        var high = 6.0
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if correlatedTemperature(of: mixed(middle)) < kelvin { low = middle } else { high = middle }
        }
        return mixed((low + high) / 2)
    }

    private static let tube = Spectrum { wavelength in
        let bands: [(Double, Double, Double)] = [
            (0.25, 405, 3), (0.75, 436, 4), (0.06, 470, 40), (0.42, 488, 8), (1.7, 544, 5), (0.3, 587, 9),
            (1.5, 611, 5), (0.08, 640, 35),
        ]
        var sum = 0.02
        for (height, middle, spread) in bands {
            sum += height * gaussian(wavelength, at: middle, spread: spread)
        }
        return sum
    }

    static func gaussian(_ wavelength: Double, at middle: Double, spread: Double) -> Double {
        let z = (wavelength - middle) / spread
        return Steady.exp(-z * z / 2)
    }

    /// Correlated colour temperature of a light, K (McCamy 1992, doi 10.1002/col.5080170211; 2,500…12,000 K).
    ///
    /// - Parameter light: Power by wavelength.
    /// - Returns: Kelvin.
    package static func correlatedTemperature(of light: Spectrum) -> Double {
        let x = light.sum(with: PublishedSpectra.observerX)
        let y = light.sum(with: PublishedSpectra.observerY)
        let z = light.sum(with: PublishedSpectra.observerZ)
        let n = (x / (x + y + z) - 0.3320) / (0.1858 - y / (x + y + z))
        return ((449 * n + 3_525) * n + 6_823.3) * n + 5_520.33
    }
}
