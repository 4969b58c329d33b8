import Raster

/// A place whose dots vanished far more than the rest.
public struct LostPatch: Sendable, Equatable {
    /// Index of the photo that first shows it.
    public var photo: Int
    /// Its middle, in that photo's pixels.
    public var centre: PixelPoint
    /// Its area in px² of that photo.
    public var areaInSquarePixels: Double
    /// Standard error of the area, from how fast the likelihood falls for smaller and larger discs, in px².
    public var areaStandardError: Double
    /// Dots known there before.
    public var dotsKnown: Int
    /// Dots lost there.
    public var dotsLost: Int
    /// Dots that would be lost there if it lost as many as the skin around it.
    public var dotsExpectedLost: Double
    /// Probability of a place like this by chance, over all places and visits.
    public var falseAlarmProbability: Double
    /// How much of it lay under scabs before, nil where no earlier photo of the days after the session could tell.
    public var scabsBefore: ScabsBefore?
}
