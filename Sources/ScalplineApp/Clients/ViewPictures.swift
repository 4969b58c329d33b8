import PhotoDecoding
import PhotoSeries
import ProgressReport
import Raster
import ScalpMeasurement

/// What a person sees of a view: its visits in one frame, and the map of its dots.
///
/// Both are drawn from the photos' small copies, one at a time, so that the memory they take does not grow with the
/// number of visits but by the finished JPEGs.
struct ViewPictures {
    /// Long side of a visit's picture at most, in pixels: the width of a phone's screen, half that of a page.
    static let visitLongSide = 640
    /// JPEG quality of a visit's picture.
    static let visitQuality = 80
    /// Visits of a view in the page at most, spread over all of them: 24 pictures are some 2 MB.
    static let mostVisits = 24
    /// Long side of the map, in pixels: 4,000 dots lie some 15 apart.
    static let mapLongSide = 1_280
    /// JPEG quality of the map: its marks have sharp edges.
    static let mapQuality = 85
    /// What the map shows around the outermost dots, over its sides.
    private static let margin = 0.03
    /// Dots further from the anchor's picture than this share of its sides do not widen the map.
    private static let furthest = 0.5

    private let view: ViewAnalysis
    private let maps: [PhotoMap?]

    /// The pictures of a view.
    ///
    /// - Parameter view: The view; its photos' small copies are still there.
    init(of view: ViewAnalysis) {
        self.view = view
        maps = view.series.registrations.map { PhotoMap($0) }
    }

    /// The view as the report tells it.
    var reportView: ReportView {
        ReportView(
            name: view.name, anchor: anchor.map { view.photos[$0].name.text },
            charts: view.expectation.charts, foretoldCharts: view.expectation.foretoldCharts,
            forecast: view.expectation.forecast, forecastHistory: view.forecastHistory, visits: visits,
            map: map)
    }

    /// The photo whose map moves nothing.
    private var anchor: Int? {
        view.photos.indices.first { index in
            let registration = view.series.registrations[index]
            return maps[index] != nil && registration.homography == .identity && registration.warp == nil
        }
    }

    private var visits: [AlignedVisit] {
        let registered = view.photos.indices.filter { maps[$0] != nil && view.photos[$0].preview != nil }
        guard let anchor, registered.count > 1 else { return [] }
        let size = view.photos[anchor].surveyed
        let shared = SharedFrame(
            of: registered.compactMap { index in
                maps[index].map {
                    ($0, view.photos[index].surveyed.width, view.photos[index].surveyed.height)
                }
            }, anchorWidth: size.width, anchorHeight: size.height)
        let frame = shared.most.drawn(longSide: Self.visitLongSide).mirrored(isMirrored)
        return Self.spread(registered, most: Self.mostVisits).compactMap { index in
            guard let picture = picture(of: index, in: frame),
                let jpeg = PictureEncoder.jpeg(
                    rgb: picture.bytes, width: picture.width, height: picture.height,
                    quality: Self.visitQuality)
            else { return nil }
            return AlignedVisit(
                photo: view.photos[index].name.text, picture: jpeg, width: picture.width,
                height: picture.height,
                isMirrored: view.series.registrations[index].mirrored != isMirrored)
        }
    }

    /// Whether the anchor is a mirror image of what most photos show.
    private var isMirrored: Bool {
        AnchorFrame.isMirrored(
            view.photos.indices.filter { maps[$0] != nil }.map { view.series.registrations[$0] })
    }

    /// Some of many things, the first and the last among them.
    static func spread(_ items: [Int], most: Int) -> [Int] {
        guard items.count > most, most > 1 else { return items }
        return (0..<most).map { items[$0 * (items.count - 1) / (most - 1)] }
    }

    /// A photo in a frame, from its small copy.
    private func picture(of index: Int, in frame: AnchorFrame) -> BytePicture? {
        guard let map = maps[index], let copy = view.photos[index].preview?.picture else { return nil }
        let surveyed = view.photos[index].surveyed
        return PictureWarp(
            of: copy.light, photoWidth: surveyed.width, photoHeight: surveyed.height, map: map, frame: frame
        ).picture
    }

    /// The newest photo that can be judged, of those over the anchor; the newest of all where none can.
    ///
    /// One from before the first session shows no dots and has none to lose.
    private var judged: Int? {
        let registered = view.photos.indices.filter {
            maps[$0] != nil && (view.places[$0]?.day ?? 0) >= 0
        }
        return registered.last { view.measurements[$0].quality.problems.isEmpty } ?? registered.last
    }

    /// A dot's place in the anchor's pixels, and what has become of it.
    private struct Dot {
        var place: PixelPoint
        var seenLast: Int
        var fate: DotMapDrawing.Fate = .unseen
        var session: Int?
    }

    /// The dots that photos up to the judged one show: those of a later session are no news of it.
    private func dots(in judged: Int) -> [Dot] {
        var dots: [Dot?] = Array(
            repeating: nil, count: (view.series.tracks.map(\.track).max() ?? -1) + 1)
        for point in view.series.tracks {
            guard point.photo <= judged, let position = point.position, let map = maps[point.photo] else {
                continue
            }
            if let known = dots[point.track], known.seenLast > point.photo { continue }
            dots[point.track] = Dot(
                place: map.place(of: position), seenLast: point.photo, session: point.session)
        }
        for point in view.series.tracks where point.photo == judged {
            switch point.state {
            case .seen: dots[point.track]?.fate = .kept
            case .lost: dots[point.track]?.fate = .lost
            case .hidden, .outside: dots[point.track]?.fate = .unseen
            }
        }
        return dots.compactMap { $0 }
    }

    private var map: DotMap? {
        guard let anchor, let judged, view.photos.indices.count(where: { maps[$0] != nil }) > 1 else {
            return nil
        }
        let dots = dots(in: judged)
        let size = view.photos[anchor].surveyed
        guard
            let frame = Self.frame(of: dots.map(\.place), width: size.width, height: size.height)?
                .mirrored(isMirrored),
            let ground = picture(of: judged, in: frame)
        else { return nil }
        let places = dots.map { frame.pixel(of: $0.place) }
        let spacing = (Double(frame.columns * frame.rows) / Double(max(1, dots.count))).squareRoot()
        var drawing = DotMapDrawing(on: ground, spacing: spacing)
        let counts = Self.counts(of: dots)
        let sessions = counts.count { $0.session != nil }
        // Lost dots lie on top: they are the fewer ones, and what one looks for.
        for fate in [DotMapDrawing.Fate.unseen, .kept, .lost] {
            for (dot, place) in zip(dots, places) where dot.fate == fate {
                let mark = DotMap.Mark(session: dot.session, of: sessions)
                drawing.draw(at: place, mark: mark, fate: fate)
            }
        }
        guard
            let jpeg = PictureEncoder.jpeg(
                rgb: drawing.picture.bytes, width: frame.columns, height: frame.rows,
                quality: Self.mapQuality, chromaHalved: false)
        else { return nil }
        return DotMap(
            photo: view.photos[judged].name.text, picture: jpeg, width: frame.columns, height: frame.rows,
            counts: counts, patches: patches(in: frame))
    }

    private static func counts(of dots: [Dot]) -> [DotMap.Count] {
        let sessions = Set(dots.compactMap(\.session)).sorted().map(Optional.some) + [nil]
        return sessions.compactMap { session in
            let own = dots.filter { $0.session == session }
            if own.isEmpty { return nil }
            return DotMap.Count(
                session: session, kept: own.count { $0.fate == .kept },
                lost: own.count { $0.fate == .lost }, unseen: own.count { $0.fate == .unseen })
        }
    }

    /// The part of the anchor's frame that holds the dots; nil without dots.
    private static func frame(of places: [PixelPoint], width: Int, height: Int) -> AnchorFrame? {
        let (w, h) = (Double(width), Double(height))
        let near = places.filter {
            (-furthest * w...(1 + furthest) * w).contains($0.x)
                && (-furthest * h...(1 + furthest) * h).contains($0.y)
        }
        guard let left = near.map(\.x).min(), let right = near.map(\.x).max(),
            let top = near.map(\.y).min(), let bottom = near.map(\.y).max()
        else { return nil }
        let space = margin * max(right - left, bottom - top) + 1
        return AnchorFrame(
            left: left - space, top: top - space, width: right - left + 2 * space,
            height: bottom - top + 2 * space, columns: 1, rows: 1
        ).drawn(longSide: mapLongSide, mayGrow: true)
    }

    private func patches(in frame: AnchorFrame) -> [DotMap.Patch] {
        // As the findings tell: a photo that fails a gate tells none.
        view.series.lostPatches.compactMap { patch in
            guard view.measurements[patch.photo].quality.problems.isEmpty, let map = maps[patch.photo] else {
                return nil
            }
            let middle = frame.pixel(of: map.place(of: patch.centre))
            let area = patch.areaInSquarePixels * map.areaScale(at: patch.centre)
            let radius = (max(area, 0) / .pi).squareRoot() * Double(frame.columns) / abs(frame.width)
            let scale = view.measurements[patch.photo].scale?.pixelsPerMillimetre
            return DotMap.Patch(
                x: middle.x + 0.5, y: middle.y + 0.5, radius: radius,
                // 100 mm² are a cm².
                areaSquareCentimetres: scale.map { patch.areaInSquarePixels / ($0 * $0) / 100 },
                photo: view.photos[patch.photo].name.text)
        }
    }
}
