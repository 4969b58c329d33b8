import Raster

/// What one photo says about the scalp it shows.
public struct PhotoMeasurement: Sendable, Equatable, Codable {
    /// The scale that the measures use, or nil where none is known.
    public var scale: PhotoScale?
    /// How good the photo is.
    public var quality: PhotoQuality
    /// Redness of the treated skin over the reference skin.
    public var redness: Redness
    /// How dark the dots are.
    public var darkness: PigmentDarkness
    /// Mean share of light that the pigment takes over the treated skin, 0…1.
    public var coverage: Measured
    /// Dots per area.
    public var density: DotDensity
    /// Crusts.
    public var scabs: Scabs
    /// The dots that `density` counts; where there is no treated region, the spots taken for dots all the same.
    public var dots: [Dot]
}
