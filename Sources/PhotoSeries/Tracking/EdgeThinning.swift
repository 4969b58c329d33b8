/// Dots that went more along the edge of the treated skin than inside.
public struct EdgeThinning: Sendable, Equatable {
    /// Index of the photo that first shows it.
    public var photo: Int
    /// Width of the seam in the anchor's pixels.
    public var widthInPixels: Double
    /// Share of the dots lost in the seam, 0…1.
    public var shareLostAtEdge: Double
    /// Share of the dots lost inside, 0…1.
    public var shareLostInside: Double
    /// Probability of a seam like this by chance, over all widths and visits.
    public var falseAlarmProbability: Double
}
