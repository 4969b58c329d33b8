import SteadyMath

/// How melanin and haemoglobin colour skin, a channel at a time, in optical density.
///
/// Densities add in log space (Tsumura et al. 2003, doi 10.1145/882262.882344):
/// ```
/// −log10 reflectance = base + melanin · melaninDensity + haemoglobin · haemoglobinDensity
/// ```
/// Three broad channels stand for the spectrum here. A spectral model would put its own numbers in their place,
/// one set for each camera and lamp; nothing else in this room looks into the channels.
public struct SkinOptics: Sendable, Equatable {
    /// Optical density of skin without either pigment.
    public var base = LinearColour(0.020, 0.030, 0.120)
    /// Density of one unit of melanin; a unit is 1 in green.
    public var melaninDensity = LinearColour(0.75, 1.00, 1.30)
    /// Density of one unit of haemoglobin; a unit is 1 in green.
    public var haemoglobinDensity = LinearColour(0.15, 1.00, 0.85)

    /// Makes the optics of skin under daylight as linear sRGB sees it.
    public init() {}

    /// Erythema index (EI) that one unit of haemoglobin adds: `100 · (green − red)` of its density.
    public var erythemaIndexOfHaemoglobin: Double {
        100 * (haemoglobinDensity.green - haemoglobinDensity.red)
    }

    /// Optical density of skin.
    ///
    /// - Parameters:
    ///   - melanin: Units of melanin, 0 or more.
    ///   - haemoglobin: Units of haemoglobin, 0 or more.
    /// - Returns: The density of each channel.
    public func density(melanin: Double, haemoglobin: Double) -> LinearColour {
        LinearColour(
            base.red + melanin * melaninDensity.red + haemoglobin * haemoglobinDensity.red,
            base.green + melanin * melaninDensity.green + haemoglobin * haemoglobinDensity.green,
            base.blue + melanin * melaninDensity.blue + haemoglobin * haemoglobinDensity.blue)
    }

    /// Reflectance of skin in linear sRGB.
    ///
    /// - Parameters:
    ///   - melanin: Units of melanin, 0 or more.
    ///   - haemoglobin: Units of haemoglobin, 0 or more.
    /// - Returns: Each channel in 0…1.
    public func reflectance(melanin: Double, haemoglobin: Double) -> LinearColour {
        let density = density(melanin: melanin, haemoglobin: haemoglobin)
        return LinearColour(
            Steady.pow(10, -density.red), Steady.pow(10, -density.green), Steady.pow(10, -density.blue))
    }
}
