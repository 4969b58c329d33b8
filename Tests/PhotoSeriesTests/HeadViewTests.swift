import PhotoSeries
import Raster
import ScalpMeasurement
import Testing

@Suite("Photos of one head sort themselves into views")
struct HeadViewTests {
    private static func pose(_ degrees: Double, _ x: Double = 0) -> Homography {
        SyntheticField.map(
            from: PixelPoint(x: 320, y: 320), to: PixelPoint(x: 320 + x, y: 320 - x / 2), degrees: degrees,
            scale: 1, tilt: 0.02)
    }

    /// Four visits of a place, the first before treatment.
    private static func visits(of place: SyntheticSeries, seed: UInt64) -> [PhotoEvidence] {
        let plans: [SyntheticSeries.Visit] = [
            .init(day: 99.5, made: 0, map: pose(5, 4), landmarks: true),
            .init(day: 100.6, map: pose(0), landmarks: true),
            .init(day: 108, left: 0.8, gone: 0.05, map: pose(-7, 6), landmarks: true),
            .init(day: 130, left: 0.6, gone: 0.1, map: pose(9, -5), landmarks: true),
        ]
        return plans.enumerated().map { place.evidence(of: $1, seed: seed + UInt64($0)) }
    }

    private static let crown = SyntheticSeries(dots: 800, seed: 501)
    private static let front = SyntheticSeries(dots: 700, seed: 502)

    /// Both places at every visit, the crown first.
    private static func both() -> [PhotoEvidence] {
        zip(visits(of: crown, seed: 600), visits(of: front, seed: 700)).flatMap { [$0, $1] }
    }

    private static func views(_ photos: [PhotoEvidence], names: [String?]? = nil) -> [HeadView] {
        HeadView.views(
            of: photos, names: names ?? photos.map { _ in nil }, sessionDays: [100.5])
    }

    @Test("two places in one folder are two views, photos from before treatment with them")
    func twoPlaces() {
        let views = Self.views(Self.both())
        #expect(views.map(\.name) == ["main", "main-2"])
        #expect(views.map(\.photos) == [[0, 2, 4, 6], [1, 3, 5, 7]])
        #expect(views.allSatisfy { $0.series.registrations.allSatisfy { $0.homography != nil } })
    }

    @Test("a photo from before treatment lies over the others by its pores and hairs")
    func landmarks() throws {
        let series = ScalpSeries(photos: Self.visits(of: Self.crown, seed: 600), sessionDays: [100.5])
        let map = try #require(series.registrations[0].homography)
        let anchor = try #require(series.registrations.firstIndex { $0.homography == .identity })
        let maps = [Self.pose(5, 4), Self.pose(0), Self.pose(-7, 6), Self.pose(9, -5)]
        for place in [PixelPoint(x: 200, y: 220), PixelPoint(x: 430, y: 300), PixelPoint(x: 320, y: 480)] {
            let told = map.apply(maps[0].apply(place))
            let (x, y) = (told.x - maps[anchor].apply(place).x, told.y - maps[anchor].apply(place).y)
            #expect(hypotenuse(x, y) < 0.5)
        }
        #expect(series.regions[0]?.treated != nil)
        #expect(series.tracks.allSatisfy { $0.photo != 0 })
    }

    @Test("names of the client file win, and what nobody named joins what it registers with")
    func names() {
        let photos = Self.both()
        var names = [String?](repeating: nil, count: 8)
        names[3] = "front"
        names[2] = "crown"
        let views = Self.views(photos, names: names)
        #expect(views.map(\.name) == ["crown", "front"])
        #expect(views.map(\.photos) == [[0, 2, 4, 6], [1, 3, 5, 7]])
        // Even what does not register stays where it was put.
        names[5] = "crown"
        let wrong = Self.views(photos, names: names)
        #expect(wrong.map(\.photos) == [[0, 2, 4, 5, 6], [1, 3, 7]])
        #expect(wrong[0].series.registrations[3].homography == nil)
    }

    @Test("a photo that matches nothing stays with the largest view, with its reason")
    func alone() {
        let other = SyntheticSeries(dots: 800, seed: 503)
        let stranger = other.evidence(of: .init(day: 140, map: Self.pose(0), landmarks: true), seed: 9)
        let views = Self.views(Self.both() + [stranger])
        #expect(views.map(\.photos) == [[0, 2, 4, 6, 8], [1, 3, 5, 7]])
        #expect(
            views[0].series.registrations.map { $0.homography == nil } == [false, false, false, false, true])
        #expect(views[0].series.registrations[4].reason == .notRegistered)
    }

    @Test("no photo and photos without dots are answered")
    func empty() {
        #expect(Self.views([]).isEmpty)
        let bare = Self.crown.evidence(of: .init(day: 10, made: 0, map: .identity), seed: 1)
        #expect(Self.views([bare, bare]).map(\.photos) == [[0, 1]])
    }

    @Test("what skin shows before treatment is taken off its dots' loads")
    func texture() throws {
        func scatter(hasBefore: Bool) -> Double {
            var plans: [SyntheticSeries.Visit] = [
                .init(day: 99.5, made: 0, map: Self.pose(5, 4), landmarks: true, texture: 1),
                .init(day: 100.6, map: Self.pose(0), landmarks: true, texture: 1),
                .init(day: 130, left: 0.5, map: Self.pose(9, -5), landmarks: true, texture: 1),
            ]
            if !hasBefore { plans.removeFirst() }
            let photos = plans.enumerated().map { Self.crown.evidence(of: $1, seed: UInt64(800 + $0)) }
            let series = ScalpSeries(photos: photos, sessionDays: [100.5])
            var offs: [Double] = []
            for point in series.tracks where point.photo == photos.count - 1 {
                guard let place = point.position, let load = point.load,
                    let back = plans[photos.count - 1].map.inverse?.apply(place),
                    let dot = Self.crown.dots.min(by: {
                        hypotenuse($0.place.x - back.x, $0.place.y - back.y)
                            < hypotenuse($1.place.x - back.x, $1.place.y - back.y)
                    })
                else { continue }
                offs.append(abs(load.value - 0.5 * dot.load))
            }
            return offs.sorted()[offs.count / 2]
        }
        let without = scatter(hasBefore: false)
        #expect(without > 0.6)
        #expect(scatter(hasBefore: true) < 0.6 * without)
    }
}
