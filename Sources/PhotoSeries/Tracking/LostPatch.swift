import Raster

/// A place whose dots vanished far more than the rest.
public struct LostPatch: Sendable, Equatable {
    /// Index of the photo that first shows it.
    public var photo: Int
    /// Its middle, in that photo's pixels.
    public var centre: PixelPoint
    /// Its area in px² of that photo.
    public var areaInSquarePixels: Double
    /// Dots known there before, and how many of them are lost.
    public var dotsKnown: Int
    /// Dots lost there.
    public var dotsLost: Int
    /// Probability of a place like this by chance, over all places and visits.
    public var falseAlarmProbability: Double
}
