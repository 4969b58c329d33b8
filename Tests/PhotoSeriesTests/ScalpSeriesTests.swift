import PhotoSeries
import Raster
import ScalpMeasurement
import SteadyMath
import Testing

@Suite("A series of photos is one scalp")
struct ScalpSeriesTests {
    private static let middle = PixelPoint(x: 320, y: 320)

    private static func pose(_ degrees: Double, _ x: Double = 0, scale: Double = 1) -> Homography {
        SyntheticField.map(
            from: middle, to: PixelPoint(x: 320 + x, y: 320 - x / 2), degrees: degrees, scale: scale,
            tilt: 0.03)
    }

    /// One session on day 100, a photo before it, four after; the third of them lacks a patch.
    private static func healing(patch: Bool) -> (photos: [PhotoEvidence], source: SyntheticSeries) {
        let source = SyntheticSeries(dots: 900, seed: 21)
        let hole = patch ? (centre: PixelPoint(x: 400, y: 300), radius: 80.0) : nil
        let visits: [SyntheticSeries.Visit] = [
            .init(day: 99.5, made: 0, map: pose(3)),
            .init(
                day: 100.6, map: pose(0, 8), scale: PhotoScale(pixelsPerMillimetre: 20, source: .client)),
            .init(day: 104, left: 0.9, gone: 0.03, map: pose(175, 12)),
            .init(day: 112, left: 0.7, gone: 0.08, map: pose(-20, -10), patch: hole),
            .init(day: 130, left: 0.6, gone: 0.12, map: pose(10, 0, scale: 1.1), patch: hole),
        ]
        return (
            visits.enumerated().map { source.evidence(of: $1, seed: UInt64(300 + $0)) }, source
        )
    }

    @Test("photos are registered, and one before treatment is not")
    func registration() throws {
        let series = ScalpSeries(photos: Self.healing(patch: false).photos, sessionDays: [100.5])
        #expect(series.registrations[0].homography == nil)
        #expect(series.registrations[0].reason == .tooFewDots)
        #expect(series.regions[0] == nil)
        for photo in 1..<5 {
            let registration = series.registrations[photo]
            #expect(registration.homography != nil)
            #expect(registration.mirrored == false)
            let overlap = try #require(registration.overlap)
            #expect(overlap > 0.9 && overlap <= 1)
            #expect(try #require(registration.residualPixels) < 1)
            #expect(series.regions[photo]?.treated != nil)
            #expect(series.regions[photo]?.reference != nil)
        }
        #expect(series.isBefore == [false, false, false, false, false])
    }

    @Test("one photo's scale becomes the others'")
    func scale() throws {
        let series = ScalpSeries(photos: Self.healing(patch: false).photos, sessionDays: [100.5])
        #expect(series.scales[0] == nil)
        #expect(series.scales[1]?.source == .client)
        #expect(series.scales[2]?.source == .series)
        #expect(abs(try #require(series.scales[2]).pixelsPerMillimetre - 20) < 0.3)
        #expect(abs(try #require(series.scales[4]).pixelsPerMillimetre - 22) < 0.3)
    }

    @Test("load and visible share of a session's dots follow the truth")
    func shares() throws {
        let series = ScalpSeries(photos: Self.healing(patch: false).photos, sessionDays: [100.5])
        let first = try #require(series.sessionShares[1].first ?? nil)
        let fresh = try #require(first.load)
        #expect(series.sessionShares[0] == [nil])
        let truth = [2: (0.9 * 0.97, 0.97), 3: (0.7 * 0.92, 0.92), 4: (0.6 * 0.88, 0.88)]
        for (photo, expected) in truth.sorted(by: { $0.key < $1.key }) {
            let share = try #require(series.sessionShares[photo].first ?? nil)
            let load = try #require(share.load)
            #expect(abs(load.value / fresh.value - expected.0) < 0.02, "photo \(photo)")
            #expect(load.standardError > 0 && load.standardError < 0.1 * fresh.value)
            #expect(abs(try #require(share.visibleShare).value - expected.1) < 0.03, "photo \(photo)")
        }
    }

    @Test("tracks follow the dots from photo to photo")
    func tracks() {
        let (photos, source) = Self.healing(patch: false)
        let series = ScalpSeries(photos: photos, sessionDays: [100.5])
        let made = series.sessionShares[1].first??.dotsMade ?? 0
        #expect(Double(abs(made - source.dots.count)) < 0.06 * Double(source.dots.count))
        let last = series.tracks.filter { $0.photo == 4 }
        let lost = Double(last.count { $0.state == .lost })
        let seen = Double(last.count { $0.state == .seen })
        #expect(abs(lost / (lost + seen) - 0.12) < 0.03)
        for point in series.tracks {
            #expect((point.position != nil) == (point.state == .seen))
            #expect(point.session == 0)
            #expect(point.photo != 0)
        }
    }

    @Test("a lost patch is found once, where and when it comes; none where there is none")
    func patch() throws {
        let series = ScalpSeries(photos: Self.healing(patch: true).photos, sessionDays: [100.5])
        let patch = try #require(series.lostPatches.first)
        #expect(series.lostPatches.count == 1)
        #expect(patch.photo == 3)
        let truth = Self.pose(-20, -10).apply(PixelPoint(x: 400, y: 300))
        #expect(hypotenuse(patch.centre.x - truth.x, patch.centre.y - truth.y) < 25)
        #expect(patch.falseAlarmProbability < 0.005)
        #expect(abs(patch.areaInSquarePixels / (.pi * 80 * 80) - 1) < 0.5)
        #expect(
            ScalpSeries(photos: Self.healing(patch: false).photos, sessionDays: [100.5]).lostPatches.isEmpty)
    }

    /// Six visits of settled dots, the last one under a light; at the last two a patch may be gone.
    private static func lit(
        isShine: Bool, strength: Double = 1.6, patch: (centre: PixelPoint, radius: Double)? = nil
    ) -> [PhotoEvidence] {
        let source = SyntheticSeries(dots: 900, seed: 31)
        return (0..<6).map { number in
            var visit = SyntheticSeries.Visit(
                day: 101 + 20 * Double(number), left: number == 0 ? 1 : 0.36, gone: 0.02 * Double(number),
                map: pose(5 * Double(number)))
            if number == 5 {
                visit.light = (PixelPoint(x: 400, y: 300), spread: 70, strength: strength, isShine: isShine)
            }
            if number >= 4 { visit.patch = patch }
            return source.evidence(of: visit, seed: UInt64(900 + number))
        }
    }

    @Test("settled dots under a smooth highlight are no lost patch")
    func highlight() throws {
        let photos = Self.lit(isShine: true)
        let series = ScalpSeries(photos: photos, sessionDays: [100.5])
        #expect(series.lostPatches.isEmpty)
        #expect(series.tracks.contains { $0.photo == 5 && $0.state == .hidden })
        // Without colours it is one: what is told rests on them.
        var grey = photos
        for photo in grey.indices { grey[photo].skinLight = { $0.map { _ in nil } } }
        #expect(!ScalpSeries(photos: grey, sessionDays: [100.5]).lostPatches.isEmpty)
    }

    @Test("loads under a weak highlight are what they are without")
    func weakHighlight() throws {
        func left(_ strength: Double) throws -> Double {
            let photos = Self.lit(isShine: true, strength: strength)
            let series = ScalpSeries(photos: photos, sessionDays: [100.5])
            let back = try #require(Self.pose(25).inverse)
            let near = series.tracks.filter { point in
                guard point.photo == 5, let place = point.position.map(back.apply) else { return false }
                return hypotenuse(place.x - 400, place.y - 300) < 40
            }
            return near.reduce(0) { $0 + ($1.load?.value ?? 0) } / Double(near.count)
        }
        #expect(abs(try left(0.2) / left(0) - 1) < 0.05)
    }

    @Test("a lost patch in a brighter spot of the lamp, or one that shines in a single photo, is found")
    func litPatch() throws {
        let hole = (centre: PixelPoint(x: 400, y: 300), radius: 80.0)
        for isShine in [false, true] {
            let series = ScalpSeries(
                photos: Self.lit(isShine: isShine, patch: hole), sessionDays: [100.5])
            #expect(series.lostPatches.count == 1)
            #expect(series.lostPatches.first?.photo == 4)
            if !isShine { #expect(!series.tracks.contains { $0.photo == 5 && $0.state == .hidden }) }
        }
    }

    @Test(
        "scabs that lay on a lost patch are told, those that lay elsewhere are not, and silence is no answer")
    func scabsBeforePatch() throws {
        let (photos, _) = Self.healing(patch: true)
        let series = ScalpSeries(photos: photos, sessionDays: [100.5])
        #expect(try #require(series.lostPatches.first).scabsBefore == nil)
        // In the scalp's frame; the third photo is of day 4 and turned by 175°.
        let back = try #require(Self.pose(175, 12).inverse)
        func share(crustAt centre: PixelPoint, radius: Double) throws -> ScabsBefore {
            var photos = photos
            photos[2].crusts = { places in
                places.map { place in
                    let there = back.apply(place)
                    return hypotenuse(there.x - centre.x, there.y - centre.y) < radius
                }
            }
            let series = ScalpSeries(photos: photos, sessionDays: [100.5])
            return try #require(series.lostPatches.first?.scabsBefore)
        }
        let over = try share(crustAt: PixelPoint(x: 400, y: 300), radius: 40)
        #expect(over.photo == 2)
        // A quarter of the painted disc; the found one is up to half larger or smaller.
        #expect(over.share > 0.16 && over.share < 0.5)
        #expect(try share(crustAt: PixelPoint(x: 400, y: 300), radius: 200).share == 1)
        #expect(try share(crustAt: PixelPoint(x: 150, y: 300), radius: 40).share == 0)
        // The patch's own photo, and those of the session's day, are no earlier ones.
        var later = photos
        for photo in [1, 3, 4] { later[photo].crusts = { $0.map { _ in true } } }
        #expect(ScalpSeries(photos: later, sessionDays: [100.5]).lostPatches.first?.scabsBefore == nil)
    }

    @Test("hairs that are shaved and grow again are neither tracks nor a lost patch")
    func stubble() {
        let source = SyntheticSeries(dots: 900, seed: 61)
        var photos: [PhotoEvidence] = []
        for visit in 0..<5 {
            var plan = SyntheticSeries.Visit(day: 101 + 4 * Double(visit), map: Self.pose(4 * Double(visit)))
            plan.gone = 0.02 * Double(visit)
            plan.stubble = visit != 2
            photos.append(source.evidence(of: plan, seed: UInt64(700 + visit)))
        }
        let series = ScalpSeries(photos: photos, sessionDays: [100.5])
        #expect(series.lostPatches.isEmpty)
        var tracks = Set<Int>()
        for point in series.tracks { tracks.insert(point.track) }
        let ratio = Double(tracks.count) / Double(source.dots.count)
        #expect(abs(ratio - 1) < 0.04)
    }

    @Test("hairs that stay dark while the dots fade are no tracks")
    func hairs() throws {
        let source = SyntheticSeries(dots: 900, seed: 71)
        let visits: [SyntheticSeries.Visit] = [
            .init(day: 100.6, map: Self.pose(0), hairs: 80),
            .init(day: 103, left: 0.95, gone: 0.02, map: Self.pose(7, 5), hairs: 80),
            .init(day: 121, left: 0.5, gone: 0.1, map: Self.pose(-9), hairs: 80),
            .init(day: 160, left: 0.5, gone: 0.12, map: Self.pose(4, -8), hairs: 80),
        ]
        let photos = visits.enumerated().map { source.evidence(of: $1, seed: UInt64(1_100 + $0)) }
        let series = ScalpSeries(photos: photos, sessionDays: [100.5])
        let share = try #require(series.sessionShares[3].first ?? nil)
        let fresh = try #require(series.sessionShares[0].first ?? nil)
        #expect(abs(share.dotsMade - source.dots.count) < source.dots.count / 40)
        let ratio = try #require(share.load).value / (try #require(fresh.load).value)
        // With the hairs among them it were 0.49.
        #expect(abs(ratio - 0.44) < 0.015)
    }

    @Test("faded dots that photos overlook are not counted as lost")
    func overlooked() throws {
        let source = SyntheticSeries(dots: 900, seed: 81)
        let visits: [SyntheticSeries.Visit] = [
            .init(day: 100.6, map: Self.pose(0)),
            .init(day: 104, left: 0.9, gone: 0.03, map: Self.pose(7, 5)),
            .init(day: 121, left: 0.5, gone: 0.1, map: Self.pose(-9), overlooked: 0.25),
            .init(day: 160, left: 0.5, gone: 0.12, map: Self.pose(4, -8), overlooked: 0.25),
        ]
        let photos = visits.enumerated().map { source.evidence(of: $1, seed: UInt64(1_200 + $0)) }
        let series = ScalpSeries(photos: photos, sessionDays: [100.5])
        for photo in 1...3 {
            let stays = source.dots.count { $0.random >= visits[photo].gone }
            let truth = Double(stays) / Double(source.dots.count)
            let share = try #require(series.sessionShares[photo].first ?? nil)
            let visible = try #require(share.visibleShare)
            #expect(abs(visible.value - truth) < 0.01, "photo \(photo): \(visible.value)")
            #expect(visible.standardError < 0.03)
        }
    }

    @Test("a patch whose dots go stays within the treated region")
    func hole() throws {
        let series = ScalpSeries(photos: Self.healing(patch: true).photos, sessionDays: [100.5])
        let known = series.tracks.filter { $0.photo == 4 && ($0.state == .seen || $0.state == .lost) }
        let whole = ScalpSeries(photos: Self.healing(patch: false).photos, sessionDays: [100.5])
        let all = whole.tracks.filter { $0.photo == 4 && ($0.state == .seen || $0.state == .lost) }
        #expect(Double(known.count) > 0.97 * Double(all.count))
    }

    @Test("a second session's dots are told from the first's, and its day's photos before from after")
    func sessions() throws {
        let source = SyntheticSeries(dots: 900, sessions: 2, seed: 31)
        let visits: [SyntheticSeries.Visit] = [
            .init(day: 100.3, made: 0, map: Self.pose(2)),
            .init(day: 100.6, map: Self.pose(0)),
            .init(day: 107.5, left: 0.8, map: Self.pose(5)),
            .init(day: 114.3, left: 0.7, map: Self.pose(-8, 6)),
            .init(day: 114.7, made: 2, left: 0.75, map: Self.pose(181)),
            .init(day: 130, made: 2, left: 0.6, map: Self.pose(12)),
        ]
        let photos = visits.enumerated().map { source.evidence(of: $1, seed: UInt64(900 + $0)) }
        let series = ScalpSeries(photos: photos, sessionDays: [100.5, 114.5])
        #expect(series.isBefore == [true, false, false, true, false, false])
        let second = Double(source.dots.count { $0.session == 1 })
        let share = try #require(series.sessionShares[5][1])
        #expect(abs(Double(share.dotsMade) - second) < 0.1 * second)
        #expect(series.sessionShares[3][1] == nil)
        let first = try #require(series.sessionShares[5][0])
        #expect(abs(Double(first.dotsMade) - (Double(source.dots.count) - second)) < 0.1 * second)
    }

    @Test("the client file's word on before wins")
    func word() {
        let source = SyntheticSeries(dots: 500, seed: 41)
        let photos = [
            source.evidence(of: .init(day: 100.5, map: Self.pose(0), isBefore: true), seed: 1),
            source.evidence(of: .init(day: 101, map: Self.pose(4)), seed: 2),
        ]
        #expect(ScalpSeries(photos: photos, sessionDays: [100.5]).isBefore == [true, false])
    }

    @Test("another scalp's photo stays out, with its reason")
    func foreign() {
        var photos = Self.healing(patch: false).photos
        let other = SyntheticSeries(dots: 800, seed: 99)
        photos.append(other.evidence(of: .init(day: 140, map: Self.pose(0)), seed: 8))
        let series = ScalpSeries(photos: photos, sessionDays: [100.5])
        #expect(series.registrations[5].homography == nil)
        #expect(series.registrations[5].reason == .notRegistered)
        #expect(series.regions[5] == nil)
        #expect(series.tracks.allSatisfy { $0.photo != 5 })
    }

    @Test("no photo, one photo and photos without dots are answered")
    func empty() {
        let none = ScalpSeries(photos: [PhotoEvidence](), sessionDays: [])
        #expect(none.registrations.isEmpty && none.tracks.isEmpty)
        let source = SyntheticSeries(dots: 500, seed: 51)
        let bare = source.evidence(of: .init(day: 10, made: 0, map: .identity), seed: 1)
        let two = ScalpSeries(photos: [bare, bare], sessionDays: [20])
        #expect(two.registrations.allSatisfy { $0.reason == .tooFewDots })
        let one = ScalpSeries(
            photos: [source.evidence(of: .init(day: 21, map: .identity), seed: 1)], sessionDays: [20])
        #expect(one.registrations[0].homography == .identity)
        #expect(one.regions == [nil])
    }

    @Test("the same photos give the same series")
    func determinism() {
        let photos = Self.healing(patch: true).photos
        let first = ScalpSeries(photos: photos, sessionDays: [100.5])
        let second = ScalpSeries(photos: photos, sessionDays: [100.5])
        #expect(first.registrations == second.registrations)
        #expect(first.tracks == second.tracks)
        #expect(first.lostPatches == second.lostPatches)
        #expect(first.sessionShares == second.sessionShares)
    }
}
