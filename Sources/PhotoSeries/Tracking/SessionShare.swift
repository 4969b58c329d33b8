import ScalpMeasurement

/// What one session's dots show in one photo.
public struct SessionShare: Sendable, Equatable {
    /// Dots that the session made, as the series knows them.
    public var dotsMade: Int
    /// Mean load left per dot over the places that the photo shows, vanished dots counting with what is left,
    /// in the anchor's px²; nil where not known.
    public var load: Estimate?
    /// Share of its dots that still hold a fifth of their first load; nil where not known.
    public var visibleShare: Estimate?

    /// Makes a share.
    public init(dotsMade: Int, load: Estimate?, visibleShare: Estimate?) {
        self.dotsMade = dotsMade
        self.load = load
        self.visibleShare = visibleShare
    }
}
