import Raster
import ScalpMeasurement

/// One dot in one photo.
public struct TrackPoint: Sendable, Equatable, Codable {
    /// Number of the dot in the series, 0 first.
    public var track: Int
    /// Index of the photo in the series.
    public var photo: Int
    /// Where, in the photo's own pixels; nil unless seen.
    public var position: PixelPoint?
    /// Its load in the anchor's px², nil where hidden or outside.
    public var load: Estimate?
    /// Seen, lost, hidden or outside.
    public var state: TrackState
    /// Index of the session that made it, nil where not known.
    public var session: Int?

    /// Makes a point.
    public init(
        track: Int, photo: Int, position: PixelPoint?, load: Estimate?, state: TrackState, session: Int?
    ) {
        self.track = track
        self.photo = photo
        self.position = position
        self.load = load
        self.state = state
        self.session = session
    }
}
