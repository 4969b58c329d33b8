import SteadyMath

/// How a camera's three channels see the wavelengths, and the matrix that its maker gave it.
public struct CameraSensor: Sendable, Equatable {
    /// One channel: a Gaussian whose two sides differ.
    public struct Channel: Sendable, Equatable {
        /// Wavelength of most sensitivity in nm.
        public var peak: Double
        /// Standard deviation towards shorter wavelengths in nm.
        public var below: Double
        /// Standard deviation towards longer wavelengths in nm.
        public var above: Double

        /// Sensitivity by wavelength, 1 at the peak.
        package var spectrum: Spectrum {
            Spectrum { Lamp.gaussian($0, at: peak, spread: $0 < peak ? below : above) }
        }
    }

    /// A camera of a kind.
    public enum Kind: String, Sendable, CaseIterable {
        case reflex, phone, compact, webcam
    }

    /// The red channel.
    public var red: Channel
    /// The green channel.
    public var green: Channel
    /// The blue channel.
    public var blue: Channel

    /// Makes the nominal camera of a kind.
    ///
    /// The figures are of the order of measured cameras' (Jiang, Liu, Gu & Süsstrunk 2013, "What is the space of
    /// spectral sensitivity functions for digital color cameras?", doi 10.1109/WACV.2013.6475015); none is a
    /// certain model's.
    ///
    /// - Parameter kind: Which.
    public init(_ kind: Kind) {
        func channels(
            _ r: (Double, Double, Double), _ g: (Double, Double, Double), _ b: (Double, Double, Double)
        )
            -> (Channel, Channel, Channel)
        {
            (
                Channel(peak: r.0, below: r.1, above: r.2), Channel(peak: g.0, below: g.1, above: g.2),
                Channel(peak: b.0, below: b.1, above: b.2)
            )
        }
        (red, green, blue) =
            switch kind {
            case .reflex: channels((596, 20, 38), (530, 36, 38), (462, 28, 32))
            case .phone: channels((604, 28, 34), (538, 40, 40), (456, 24, 32))
            case .compact: channels((612, 36, 28), (526, 34, 42), (468, 32, 28))
            case .webcam: channels((592, 26, 42), (534, 42, 34), (450, 22, 36))
            }
    }

    /// One camera of the kind: no two are the same.
    ///
    /// - Parameters:
    ///   - peakShift: Standard deviation of each peak's shift in nm.
    ///   - widthShare: Standard deviation of each width's change, a share.
    ///   - random: Draws both.
    /// - Returns: The camera.
    public func varied(peakShift: Double, widthShare: Double, random: inout SeededRandom) -> CameraSensor {
        var out = self
        for channel in [\CameraSensor.red, \.green, \.blue] {
            let stretch = max(0.5, 1 + widthShare * random.normal())
            out[keyPath: channel].peak += peakShift * random.normal()
            out[keyPath: channel].below *= stretch
            out[keyPath: channel].above *= stretch
        }
        return out
    }

    /// Weights by wavelength of the channels under a lamp, each set so that a perfect white is 1.
    ///
    /// - Parameter lamp: The light.
    /// - Returns: Red, green and blue, white-balanced without error.
    package func channels(under lamp: Lamp) -> [Spectrum] {
        let light = lamp.spectrum()
        return [red, green, blue].map { channel in
            let weights = channel.spectrum * light
            let white = weights.values.reduce(0, +)
            return Spectrum(weights.values.map { $0 / white })
        }
    }

    /// Gain that each channel needs under a lamp, over that of green: what the noise of the channel grows by.
    ///
    /// - Parameter lamp: The light.
    /// - Returns: Gains, green 1.
    package func gains(under lamp: Lamp) -> LinearColour {
        let light = lamp.spectrum()
        let green = green.spectrum.sum(with: light)
        return LinearColour(
            green / red.spectrum.sum(with: light), 1, green / blue.spectrum.sum(with: light))
    }
}
