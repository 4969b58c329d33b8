import Raster
import ScalpMeasurement

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
    /// For each photo what became of the dots since the registered photo before it, nil where there is none.
    public var dotChanges: [DotChange?]
    /// Places whose dots vanished far more than the rest.
    public var lostPatches: [LostPatch]
    /// Dots that went more along the edge of the treated skin than inside, or nil.
    public var edgeThinning: EdgeThinning?

    /// Brings the photos of one client over one another.
    ///
    /// - Parameters:
    ///   - photos: In order of time.
    ///   - sessionDays: Days since 1970 (local clock) of the sessions, in order.
    /// - Complexity: O(photos · dots) but for sorting; a photo that matches none costs most.
    public init(photos: [SeriesPhoto], sessionDays: [Double]) {
        self.init(photos: photos.map(PhotoEvidence.init(of:)), sessionDays: sessionDays)
    }

    /// Brings what is known of some photos over one another.
    ///
    /// - Parameters:
    ///   - photos: In order of time.
    ///   - sessionDays: Days since 1970 (local clock) of the sessions, in order.
    package init(photos: [PhotoEvidence], sessionDays: [Double]) {
        self.init(photos: photos, alignment: SeriesAlignment(of: photos), sessionDays: sessionDays)
    }

    /// Follows photos that lie over one another.
    ///
    /// - Parameters:
    ///   - photos: In order of time.
    ///   - alignment: How they lie over one another.
    ///   - sessionDays: Days since 1970 (local clock) of the sessions, in order.
    init(photos: [PhotoEvidence], alignment: SeriesAlignment, sessionDays: [Double]) {
        var map = ScalpMap(of: photos, alignment: alignment, sessionDays: sessionDays)
        let timeline = SessionTimeline(photos: photos, map: map, sessionDays: sessionDays)
        let common = CommonRegion(of: photos, alignment: alignment, timeline: timeline)
        if let common { map.keep(common.mayBeTreated) }
        map.measure(photos, stages: timeline.stages)
        map.leaveOutWhatReturns(stages: timeline.stages)
        map.leaveOutWhatStays(stages: timeline.stages)
        // Hairs that were taken for dots were kept clear of: what bare skin shows is told without regard to them.
        map.measure(photos, stages: timeline.stages)
        let carried = photos.indices.map { common?.regions(of: photos[$0], under: alignment.maps[$0]) }
        let tracks = DotTracks(map: map, timeline: timeline)
        registrations = photos.indices.map { index in
            var registration = alignment.registrations[index]
            if let overlap = alignment.overlap(of: index, treated: carried[index]?.treated, photos: photos) {
                registration.overlap = overlap
            }
            if let residual = map.residuals[index] { registration.residualPixels = residual }
            if let joint = map.maps[index] {
                registration.homography = joint.homography
                registration.warp = WarpGrid(of: joint, grid: photos[index].grid)
            }
            return registration
        }
        regions = carried
        scales = SeriesScale.scales(of: photos, alignment: alignment, regions: carried)
        isBefore = timeline.isBefore
        self.tracks = tracks.points
        sessionShares = tracks.sessionShares
        dotChanges = tracks.changes
        lostPatches = LostPatchScan.patches(
            in: tracks, map: map, alignment: alignment, photos: photos, sessionDays: sessionDays)
        edgeThinning = alignment.anchor.flatMap { anchor in
            EdgeThinningScan.thinning(
                in: tracks, map: map, anchor: photos[anchor], treated: carried[anchor]?.treated)
        }
    }
}
