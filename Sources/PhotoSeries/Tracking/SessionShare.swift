import ScalpMeasurement

/// What one session's dots show in one photo.
public struct SessionShare: Sendable, Equatable, Codable {
    /// Dots that the session made, as the series knows them.
    public var dotsMade: Int
    /// Mean load left per dot over the places that the photo shows, vanished dots counting with what is left,
    /// in the anchor's px²; nil where not known.
    public var load: Estimate?
    /// Share of its dots that still hold a fifth of their first load; nil where not known.
    public var visibleShare: Estimate?

    /// What the loads are held against.
    public var heldAgainst: HeldAgainst

    /// What a load is held against; the raw value is the word in records.
    public enum HeldAgainst: String, Sendable, Codable {
        /// The same skin in a photo from before treatment: texture and hairs under the dots are taken off.
        case before
        /// Bare skin between the dots in the same photo.
        case bareSkin = "bare-skin"
    }

    /// Makes a share.
    public init(
        dotsMade: Int, load: Estimate?, visibleShare: Estimate?, heldAgainst: HeldAgainst = .bareSkin
    ) {
        self.heldAgainst = heldAgainst
        self.dotsMade = dotsMade
        self.load = load
        self.visibleShare = visibleShare
    }
}
