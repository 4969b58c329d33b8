import Raster

/// A small round dark spot taken for a dot of pigment.
public struct Dot: Sendable, Equatable, Codable {
    /// Its centre, in pixels of the upright photo.
    public var position: PixelPoint
    /// Full width at half depth, blur included, in pixels of the photo.
    public var diameterInPixels: Double
    /// `log10(B / Y_core)`: how dark its core looks.
    public var opticalDensity: Double
    /// `Σ (1 − Y/B) · pixel area` in px² of the photo; any blur leaves it unchanged.
    public var loadInSquarePixels: Double
    /// Standard error of `loadInSquarePixels`.
    public var loadStandardError: Double
    /// `OD_B − OD_R` of the dot.
    public var tone: Double
    /// How sure it is that this is a dot of pigment, 0…1.
    public var probability: Double

    /// Makes a dot.
    ///
    /// - Parameters:
    ///   - position: Its centre, in pixels of the upright photo.
    ///   - diameterInPixels: Full width at half depth.
    ///   - opticalDensity: `log10(B / Y_core)`.
    ///   - loadInSquarePixels: `Σ (1 − Y/B)` over its pixels.
    ///   - loadStandardError: Standard error of the load.
    ///   - tone: `OD_B − OD_R`.
    ///   - probability: How sure it is that this is a dot, 0…1.
    public init(
        position: PixelPoint, diameterInPixels: Double, opticalDensity: Double, loadInSquarePixels: Double,
        loadStandardError: Double = 0, tone: Double = 0, probability: Double = 1
    ) {
        self.position = position
        self.diameterInPixels = diameterInPixels
        self.opticalDensity = opticalDensity
        self.loadInSquarePixels = loadInSquarePixels
        self.loadStandardError = loadStandardError
        self.tone = tone
        self.probability = probability
    }
}
