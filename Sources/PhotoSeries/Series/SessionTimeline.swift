import Raster
import ScalpMeasurement

/// Which photos were taken before and which after each session.
struct SessionTimeline {
    /// Whether each photo was taken before the session of its own day.
    let isBefore: [Bool]
    /// Sessions that each photo comes after: 0 before any.
    let stages: [Int]
    /// How many sessions there are.
    let sessionCount: Int

    /// Fresh dots needed to tell, and as a share of the places in the picture.
    private static let fewestFresh = 20
    private static let leastFreshShare = 0.1
    /// A photo after the session shows about nine in ten of its fresh dots, one before it none.
    private static let seenShare = 0.4
    /// Later photos that tell which dots are fresh.
    private static let laterPhotos = 3
    /// Share of a photo's dots that earlier photos must lack for it to show fresh ones.
    private static let ownFreshShare = 0.15
    /// A photo with fewer dots than this share of the later photos' shows none.
    private static let fewDotsShare = 0.25

    /// Puts the photos in order with the sessions.
    ///
    /// - Parameters:
    ///   - photos: In order of time.
    ///   - map: The dots that they show.
    ///   - sessionDays: Days since 1970 of the sessions, in order.
    init(photos: [PhotoEvidence], map: ScalpMap, sessionDays: [Double]) {
        sessionCount = sessionDays.count
        var isBefore = [Bool](repeating: false, count: photos.count)
        var stages = [Int](repeating: 0, count: photos.count)
        for photo in photos.indices {
            guard let day = photos[photo].day else {
                stages[photo] = photo > 0 ? stages[photo - 1] : 0
                continue
            }
            let date = day.rounded(.down)
            let past = sessionDays.count { $0.rounded(.down) < date }
            let today = sessionDays.count { $0.rounded(.down) == date }
            if today > 0 {
                isBefore[photo] =
                    photos[photo].isBefore
                    ?? Self.showsNoFreshDots(photo, photos: photos, map: map, date: date)
            }
            stages[photo] = past + (isBefore[photo] ? 0 : today)
        }
        self.isBefore = isBefore
        self.stages = stages
    }

    /// Whether a photo of a session's day lacks the dots that the session made.
    private static func showsNoFreshDots(
        _ photo: Int, photos: [PhotoEvidence], map: ScalpMap, date: Double
    ) -> Bool {
        let earlier = photos.indices.filter { other in
            guard let day = photos[other].day else { return false }
            return day.rounded(.down) < date && !map.views[other].isEmpty
        }
        guard !map.views[photo].isEmpty else {
            let later = photos.indices.filter { $0 > photo }.map { Double(photos[$0].dots.count) }
            if photos[photo].treated == nil { return true }
            return Double(photos[photo].dots.count) < fewDotsShare * later.median
        }
        let later = photos.indices.filter { $0 > photo && !map.views[$0].isEmpty }.prefix(laterPhotos)
        let shown = map.places.indices.filter { place in
            photos[photo].showsSkin(at: map.views[photo][place].position)
        }
        let known = Set(
            shown.filter { place in earlier.contains { map.views[$0][place].dot != nil } })
        let fresh = shown.filter { place in
            !known.contains(place) && later.contains { map.views[$0][place].dot != nil }
                && (earlier.isEmpty
                    || earlier.contains { photos[$0].showsSkin(at: map.views[$0][place].position) })
        }
        if fresh.count >= max(fewestFresh, Int(leastFreshShare * Double(shown.count))) {
            let seen = fresh.count { map.views[photo][$0].dot != nil }
            return Double(seen) < seenShare * Double(fresh.count)
        }
        guard !earlier.isEmpty else { return photos[photo].treated == nil }
        let own = shown.filter { map.views[photo][$0].dot != nil }
        let new = own.count { !known.contains($0) }
        return Double(new) < ownFreshShare * Double(own.count)
    }
}
