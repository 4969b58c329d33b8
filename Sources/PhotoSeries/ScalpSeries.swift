import PhotoDecoding
import Raster
import ScalpMeasurement

/// A photo of a series, surveyed.
public struct SeriesPhoto: Sendable {
    /// What the photo shows.
    public var survey: PhotoSurvey
    /// When it was taken, in days since 1970 (local clock), or nil where not known.
    public var day: Double?
    /// Scale from options or the client file, or nil.
    public var scale: PhotoScale?
    /// The client file's word on whether it was taken before the session of its own day, or nil.
    public var isBefore: Bool?

    /// Makes a photo of a series.
    public init(survey: PhotoSurvey, day: Double?, scale: PhotoScale? = nil, isBefore: Bool? = nil) {
        self.survey = survey
        self.day = day
        self.scale = scale
        self.isBefore = isBefore
    }
}

/// State of a dot in a photo; the raw value is the contract's word.
public enum TrackState: String, Sendable, Equatable {
    case seen, lost, hidden, outside
}

/// One dot in one photo.
public struct TrackPoint: Sendable, Equatable {
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

/// Photos of one client brought over one another.
public struct ScalpSeries: Sendable {
    /// One entry a photo, in the photos' order.
    public var registrations: [Registration]
    /// The regions to measure each photo in; nil where the series gives none and the photo's own hold.
    public var regions: [ScalpRegions?]
    /// The scale of each photo, its own or the series'.
    public var scales: [PhotoScale?]
    /// Whether each photo was taken before the session of its own day.
    public var isBefore: [Bool]
    /// Every dot in every photo.
    public var tracks: [TrackPoint]
    /// For each photo one entry a session.
    public var sessionShares: [[SessionShare?]]
    /// Places whose dots vanished far more than the rest.
    public var lostPatches: [LostPatch]

    /// Brings the photos of one client over one another.
    ///
    /// - Parameters:
    ///   - photos: In order of time.
    ///   - sessionDays: Days since 1970 (local clock) of the sessions, in order.
    public init(photos: [SeriesPhoto], sessionDays: [Double]) {
        fatalError("not yet")
    }
}
