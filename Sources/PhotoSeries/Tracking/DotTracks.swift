import Raster
import ScalpMeasurement

/// Every dot of the series in every photo, and what is left of each session's dots.
struct DotTracks {
    /// One point a dot and photo, dot by dot, from the photo on that may show it.
    let points: [TrackPoint]
    /// For each photo one entry a session, nil where the photo is before it or not registered.
    let sessionShares: [[SessionShare?]]
    /// For each photo what became of the dots since the registered photo before; nil where there is none.
    let changes: [DotChange?]
    /// For each dot the session that made it, nil where not known.
    let sessions: [Int?]
    /// For each photo the state of each dot; empty where not registered.
    let states: [[TrackState]]
    /// For each dot its load at the first photo that shows it, in the anchor's px²; 0 where not known.
    let firstLoads: [Double]
    /// For each dot the first photo that shows it.
    let firstPhotos: [Int]

    /// A dot that holds this share of its first load counts as visible: the measures' definition.
    static let visibleShare = 0.2
    /// Standard errors by which a load must lie below half of the dot's first for the dot to be surely missing.
    private static let sureErrors = 2.0
    /// What two photos of one day differ in load for all dots alike: light, focus.
    private static let commonLoadError = 0.01
    /// What the skin beneath the dots differs from bare skin in the mean (a hair lies nearer to a dot than to a bare
    /// place), as a share of the error of a single load.
    private static let groundShare = 0.25
    /// Dots below which a session's share is not told.
    private static let fewestDots = 20

    /// Follows the dots.
    ///
    /// - Parameters:
    ///   - map: The dots, their loads measured.
    ///   - timeline: Which photos come after which session.
    init(map: ScalpMap, timeline: SessionTimeline) {
        let photos = map.views.indices.filter { !map.views[$0].isEmpty }
        var sessions: [Int?] = []
        var firstLoads: [Double] = []
        var firstPhotos: [Int] = []
        for place in map.places.indices {
            let shown = photos.filter { map.views[$0][place].dot != nil }
            let first = shown.first ?? 0
            // A photo may show a dot where its load can't be told, such as beside a crust.
            let load = max(0, shown.lazy.compactMap { Self.load(map, $0, place)?.value }.first ?? 0)
            firstLoads.append(load)
            firstPhotos.append(first)
            sessions.append(
                Self.session(
                    of: place, first: first, load: load, map: map, timeline: timeline, photos: photos))
        }
        var states = [[TrackState]](repeating: [], count: map.views.count)
        var kept = [[Double]](repeating: [], count: map.views.count)
        let likely = Self.likelyLoads(firstLoads, map: map, firstPhotos: firstPhotos)
        for photo in photos {
            kept[photo] = Self.kept(in: photo, map: map, firstLoads: likely)
            states[photo] = map.places.indices.map { place in
                let view = map.views[photo][place]
                if view.dot != nil { return .seen }
                if view.isOutside { return .outside }
                guard view.load != nil else { return .hidden }
                return kept[photo][place] > 0.5 ? .seen : .lost
            }
        }
        var points: [TrackPoint] = []
        for place in map.places.indices {
            for photo in photos {
                let made =
                    sessions[place].map { timeline.stages[photo] > $0 } ?? (photo >= firstPhotos[place])
                guard made || states[photo][place] == .seen else { continue }
                let view = map.views[photo][place]
                let state = states[photo][place]
                points.append(
                    TrackPoint(
                        track: place, photo: photo, position: state == .seen ? view.position : nil,
                        load: state == .outside ? nil : view.load.map(Self.told), state: state,
                        session: sessions[place]))
            }
        }
        self.points = points
        self.sessions = sessions
        self.states = states
        self.firstLoads = firstLoads
        self.firstPhotos = firstPhotos
        var changes = [DotChange?](repeating: nil, count: map.views.count)
        for (then, now) in zip(photos, photos.dropFirst()) {
            changes[now] = DotChange(
                since: then,
                chances: map.places.indices.compactMap { place in
                    guard firstPhotos[place] <= now, map.views[then][place].load != nil,
                        map.views[now][place].load != nil
                    else { return nil }
                    return (firstPhotos[place] <= then ? kept[then][place] : 0, kept[now][place])
                })
        }
        self.changes = changes
        let dots = (0..<timeline.sessionCount).map { session in
            map.places.indices.filter { sessions[$0] == session }
        }
        let firsts = dots.indices.map { session in
            Self.reference(
                of: dots[session], among: photos.filter { timeline.stages[$0] > session }, map: map)
        }
        sessionShares = map.views.indices.map { photo in
            (0..<timeline.sessionCount).map { session in
                guard timeline.stages[photo] > session, !states[photo].isEmpty, let first = firsts[session]
                else { return nil }
                return Self.share(of: dots[session], in: photo, first: first, map: map, kept: kept)
            }
        }
    }

    /// A load as it is told: a dot wider or narrower than the others is off by the same share in all photos.
    private static func told(_ load: Estimate) -> Estimate {
        let shape = shapeError * load.value
        return Estimate(
            value: load.value,
            standardError: (load.standardError * load.standardError + shape * shape).squareRoot())
    }

    /// What the matched load of a dot is off by its width, for dots whose widths scatter by a tenth.
    private static let shapeError = 0.08

    /// The likeliest first load of each dot, the error of its measurement known: drawn towards the mean of all by
    /// the share of their spread that is error (the empirical estimator of James & Stein 1961).
    private static func likelyLoads(_ loads: [Double], map: ScalpMap, firstPhotos: [Int]) -> [Double] {
        let known = loads.indices.filter { loads[$0] > 0 }
        guard known.count >= fewestDots else { return loads }
        let count = Double(known.count)
        let mean = known.reduce(0) { $0 + loads[$1] } / count
        let spread = known.reduce(0) { $0 + (loads[$1] - mean) * (loads[$1] - mean) } / count
        let error =
            known.reduce(0) { sum, place in
                let own = load(map, firstPhotos[place], place)?.standardError ?? 0
                return sum + own * own
            } / count
        let part = spread > 0 ? max(leastOwnPart, 1 - error / spread) : 1
        return loads.map { $0 > 0 ? mean + part * ($0 - mean) : $0 }
    }

    /// Share of the loads' spread that is taken for the dots' own in any case.
    private static let leastOwnPart = 0.2

    /// For each place the chance that its dot still counts as visible; as the photo detects it where its load is not
    /// known.
    private static func kept(in photo: Int, map: ScalpMap, firstLoads: [Double]) -> [Double] {
        var kept = map.places.indices.map { map.views[photo][$0].dot == nil ? 0.0 : 1.0 }
        var known: [Int] = []
        var told: [KeptChance.Place] = []
        for place in map.places.indices where firstLoads[place] > 0 {
            let view = map.views[photo][place]
            guard let load = view.load else { continue }
            known.append(place)
            told.append(
                KeptChance.Place(
                    left: load.value / firstLoads[place], error: load.standardError / firstLoads[place]))
        }
        for (place, chance) in zip(known, KeptChance.chances(of: told, least: visibleShare)) {
            kept[place] = chance
        }
        return kept
    }

    private static func load(_ map: ScalpMap, _ photo: Int, _ place: Int) -> Estimate? {
        map.views[photo].isEmpty ? nil : map.views[photo][place].load
    }

    /// The session between the last photo that surely lacks a dot and the first that shows it.
    private static func session(
        of place: Int, first: Int, load: Double, map: ScalpMap, timeline: SessionTimeline, photos: [Int]
    ) -> Int? {
        let stage = timeline.stages.isEmpty ? 0 : timeline.stages[first]
        guard stage > 0 else { return nil }
        if timeline.sessionCount == 1 { return 0 }
        var earliest = 0
        for photo in photos where photo < first {
            guard let there = self.load(map, photo, place) else { continue }
            if there.value + sureErrors * there.standardError < load / 2 {
                earliest = max(earliest, timeline.stages[photo])
            }
        }
        return earliest == stage - 1 ? earliest : nil
    }

    /// The photo that a session's dots are compared with.
    ///
    /// It is the first that shows at least half as many of them, their loads known, as any: a photo of the session's
    /// own day may be full of crusts or fluid.
    private static func reference(of dots: [Int], among photos: [Int], map: ScalpMap) -> Int? {
        let counts = photos.map { photo in
            dots.count { map.views[photo][$0].dot != nil && map.views[photo][$0].load != nil }
        }
        guard let most = counts.max() else { return nil }
        return zip(photos, counts).first { Double($0.1) >= leastShownShare * Double(most) }?.0
    }

    /// Share of the dots that the photo with the most of them shows, for a photo to be compared with.
    private static let leastShownShare = 0.5

    /// What is left of a session's dots in a photo, over the places that it shares with the session's
    /// reference.
    ///
    /// Only dots that the reference shows count: of those that it overlooks the later photos find the ones that
    /// stay and never those that go.
    private static func share(
        of dots: [Int], in photo: Int, first: Int, map: ScalpMap, kept: [[Double]]
    ) -> SessionShare {
        var share = SessionShare(
            dotsMade: dots.count, load: nil, visibleShare: nil, heldAgainst: map.heldAgainst)
        let known = dots.filter { map.views[first][$0].dot != nil }
        let fresh = known.compactMap { load(map, first, $0)?.value }
        guard fresh.count >= fewestDots else { return share }
        let mean = fresh.reduce(0, +) / Double(fresh.count)
        var pairs: [(now: Double, then: Double)] = []
        var errors: [Double] = []
        var stays = 0.0
        var doubt = 0.0
        for dot in known {
            guard let now = load(map, photo, dot), let then = load(map, first, dot)?.value else { continue }
            pairs.append((now.value, then))
            errors.append(now.standardError)
            let chance = kept[photo][dot]
            stays += chance
            doubt += chance * (1 - chance)
        }
        let count = Double(pairs.count)
        guard pairs.count >= fewestDots else { return share }
        let then = pairs.reduce(0) { $0 + $1.then }
        if mean > 0, then > 0 {
            let ratio = pairs.reduce(0) { $0 + $1.now } / then
            var square = 0.0
            for pair in pairs {
                let off = pair.now - ratio * pair.then
                square += off * off
            }
            let scatter = photo == first ? 0 : square.squareRoot() / then
            let common = commonLoadError * ratio
            let ground = photo == first ? 0 : groundShare * errors.median / mean
            share.load = Estimate(
                value: mean * ratio,
                standardError: mean
                    * (scatter * scatter + common * common + ground * ground).squareRoot())
        }
        share.visibleShare = Estimate(
            value: stays / count, standardError: DotChange.error(doubt: doubt, of: count))
        return share
    }
}
