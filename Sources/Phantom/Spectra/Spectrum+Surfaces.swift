import SteadyMath

extension Spectrum {
    /// A paint or dye: one reflectance below an edge, another above it.
    ///
    /// - Parameters:
    ///   - below: Reflectance at short wavelengths, 0…1.
    ///   - above: Reflectance at long wavelengths, 0…1.
    ///   - edge: Where it turns, nm.
    ///   - softness: Width of the turn, nm.
    /// - Returns: The reflectance.
    package static func paint(below: Double, above: Double, edge: Double, softness: Double) -> Spectrum {
        Spectrum { below + (above - below) / (1 + Steady.exp((edge - $0) / softness)) }
    }

    /// The same at every wavelength.
    ///
    /// - Parameter value: The value.
    /// - Returns: The spectrum.
    package static func flat(_ value: Double) -> Spectrum { Spectrum { _ in value } }

    /// Hair: dark, a little lighter in red.
    ///
    /// - Parameter lightness: 0 black … 1 light brown.
    /// - Returns: The reflectance.
    package static func hair(lightness: Double) -> Spectrum {
        Spectrum { 0.025 + lightness * 0.12 * Steady.pow($0 / 600, 3) }
    }

    /// A crust of dried blood over skin: the transmittance of an optical density of 1 in green.
    ///
    /// Dried blood is methaemoglobin, brown: dense in the blue and green, half as dense in the red.
    ///
    /// - Parameter darkness: Factor on the density.
    /// - Returns: Transmittance.
    package static func crust(darkness: Double) -> Spectrum {
        Spectrum { Steady.pow(10, -darkness * (0.40 + 0.32 / (1 + Steady.exp(($0 - 600) / 14)))) }
    }
}
