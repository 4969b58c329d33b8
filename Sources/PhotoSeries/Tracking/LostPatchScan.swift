import Raster
import ScalpMeasurement
import SteadyMath

/// Finds places whose dots vanished far more than the rest.
///
/// A scan over discs of all sizes and all visits (`LossScan`), held against the same dots with their losses dealt
/// anew (`DealtMaxima`): the whole story of each dot's loss goes to another place, so that what visits have in
/// common is dealt with them and one probability speaks for the series. What is told lost far more besides: a
/// difference that many dots make sure and nobody sees is no patch.
package struct LostPatchScan {
    /// A patch in the anchor's frame.
    package struct Patch: Sendable, Equatable {
        /// The visit that first shows it.
        package var visit: Int
        /// Its middle in the anchor's pixels.
        package var centre: PixelPoint
        /// Middle of the likeliest disc: the same but for a patch that is not round.
        package var disc: PixelPoint
        /// Its radius in the anchor's pixels, and the standard error.
        package var radius: Double
        package var radiusStandardError: Double
        /// Dots known there before the visit, lost there, and lost if it were as the skin around it.
        package var known: Int
        package var lost: Int
        package var expected: Double
        /// The chance of a patch as marked in a series without one.
        package var probability: Double
    }

    /// A patch is told if chance makes one as marked in fewer than one series in so many.
    private static let seriesPerFalseAlarm = 200.0
    /// Lost dots that a patch has at least.
    private static let fewestLost = 8
    /// Share of its dots that it lost beyond the skin around it: what an eye sees as thinner.
    private static let leastExcess = 0.15
    /// Statistic below which no disc is rare: chance over hundreds of discs passes it once in a hundred deals.
    private static let leastStatistic = 7.0
    /// Dots below which nothing is looked for.
    private static let fewestDots = 48
    /// Patches of a series at most, and radii about a told one that are left out afterwards.
    private static let mostPatches = 6
    private static let toldReach = 1.3
    /// A visit shows a patch that is known to come if its disc's statistic is above this, chance one in a thousand,
    /// and its excess at least this share of what it comes to.
    private static let datingStatistic = 4.8
    private static let datingShare = 0.5

    private let histories: LossHistories
    private let spacing: Double
    private let isUsable: [Bool]

    /// Makes it ready.
    ///
    /// - Parameters:
    ///   - histories: The dots' losses.
    ///   - spacing: Their spacing in the anchor's pixels.
    ///   - isUsable: For each visit whether a patch may be told of its photo; all without.
    package init(of histories: LossHistories, spacing: Double, isUsable: [Bool]? = nil) {
        self.histories = histories
        self.spacing = spacing
        self.isUsable = isUsable ?? Array(repeating: true, count: histories.visits)
    }

    /// The chance that the most marked place of a series without patches is as marked, whatever is told of it.
    ///
    /// - Returns: 0…1, uniform over series whose losses have nothing to do with places; 1 without dots or losses.
    /// - Complexity: O(dots · visits) a deal, 99 deals at most.
    package var falseAlarmProbability: Double {
        guard histories.places.count >= Self.fewestDots,
            let scan = LossScan(of: histories, spacing: spacing), let disc = scan.best(of: histories)
        else { return 1 }
        return Self.chance(of: disc, scan: scan, histories: histories)
    }

    /// The patches, the most marked first.
    ///
    /// - Returns: Those that are told.
    /// - Complexity: O(dots · visits), and 99 times that where a place is marked.
    package func patches() -> [Patch] {
        var left = histories
        var patches: [Patch] = []
        while patches.count < Self.mostPatches, left.places.count >= Self.fewestDots {
            guard let scan = LossScan(of: left, spacing: spacing), let disc = scan.best(of: left),
                disc.statistic > Self.leastStatistic,
                var patch = DiscFit(of: left, start: disc, spacing: spacing).patch,
                patch.lost >= Self.fewestLost,
                Double(patch.lost) - patch.expected >= Self.leastExcess * Double(patch.known)
            else { break }
            patch.probability = Self.chance(of: disc, scan: scan, histories: left)
            guard patch.probability * Self.seriesPerFalseAlarm < 1 else { break }
            patches.append(dated(patch, in: left))
            left = left.filtered { dot in
                left.places[dot].distance(to: patch.disc) > Self.toldReach * patch.radius
            }
        }
        return patches
    }

    private static func chance(of disc: LossScan.Disc, scan: LossScan, histories: LossHistories) -> Double {
        DealtMaxima.chance(
            of: disc.statistic, in: histories, seed: UInt64(histories.places.count)
        ) { scan.best(of: $0)?.statistic ?? 0 }
    }

    /// The patch at the first usable visit that shows it.
    private func dated(_ patch: Patch, in histories: LossHistories) -> Patch {
        let excess = (Double(patch.lost) - patch.expected) / Double(max(1, patch.known))
        // Where the photo that shows it best can't be told of, a later one may be.
        let end = isUsable[patch.visit] ? patch.visit : histories.visits
        for visit in 0..<end where isUsable[visit] {
            let fit = DiscFit(of: histories, visit: visit, centre: patch.disc, radius: patch.radius)
            guard fit.statistic >= Self.datingStatistic, let earlier = fit.plainPatch,
                earlier.known * 2 >= patch.known, earlier.lost >= Self.fewestLost / 2,
                Double(earlier.lost) - earlier.expected
                    >= Self.datingShare * excess * Double(max(1, earlier.known))
            else { continue }
            var first = patch
            first.visit = visit
            first.known = earlier.known
            first.lost = earlier.lost
            first.expected = earlier.expected
            return first
        }
        return patch
    }

    /// The patches of a series, each at the first photo that shows it.
    ///
    /// - Parameters:
    ///   - tracks: The dots' states.
    ///   - map: Where they are.
    ///   - alignment: How the photos lie over one another.
    ///   - photos: All photos.
    ///   - sessionDays: Days since 1970 of the sessions, in order.
    /// - Returns: In order of photos.
    static func patches(
        in tracks: DotTracks, map: ScalpMap, alignment: SeriesAlignment, photos: [PhotoEvidence],
        sessionDays: [Double]
    ) -> [LostPatch] {
        let histories = LossHistories(places: map.places, firsts: tracks.firstPhotos, states: tracks.states)
        let scan = LostPatchScan(of: histories, spacing: map.spacing, isUsable: photos.map(\.isUsable))
        return scan.patches().compactMap { patch in
            guard let back = alignment.maps[patch.visit]?.inverse else { return nil }
            let scale = back.areaScale(at: patch.centre)
            return LostPatch(
                photo: patch.visit, centre: back.apply(patch.centre),
                areaInSquarePixels: .pi * patch.radius * patch.radius * scale,
                areaStandardError: 2 * .pi * patch.radius * patch.radiusStandardError * scale,
                dotsKnown: patch.known, dotsLost: patch.lost, dotsExpectedLost: patch.expected,
                falseAlarmProbability: patch.probability,
                scabsBefore: scabs(before: patch, tracks: tracks, map: map, photos: photos, sessionDays))
        }.sorted { $0.photo < $1.photo }
    }

    /// The scabs that lay on a patch after the session that made most of its dots.
    private static func scabs(
        before patch: Patch, tracks: DotTracks, map: ScalpMap, photos: [PhotoEvidence],
        _ sessionDays: [Double]
    ) -> ScabsBefore? {
        var counts = [Int](repeating: 0, count: sessionDays.count)
        for (place, session) in zip(map.places, tracks.sessions)
        where place.distance(to: patch.disc) <= patch.radius {
            if let session, counts.indices.contains(session) { counts[session] += 1 }
        }
        guard let most = counts.max(), most > 0, let session = counts.firstIndex(of: most) else { return nil }
        return ScabsBefore(
            centre: patch.disc, radius: patch.radius, photos: photos, maps: map.maps,
            candidates: ScabsBefore.candidates(
                session: sessionDays[session], before: patch.visit, photos: photos))
    }
}
