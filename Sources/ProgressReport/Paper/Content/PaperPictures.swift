/// The pictures of a report, small enough for the file.
struct PaperPictures {
    /// Bytes that all pictures may take together: with text and fonts the file stays under 2 MB.
    private static let mostBytes = 1_600_000
    /// How often pictures are made smaller where once was not enough.
    private static let rounds = 4
    /// Share of the side that would do by its area alone.
    private static let caution = 0.92

    private let visits: [String: PaperPicture]
    private let thumbnails: [String: PaperPicture]
    private let maps: [String: PaperPicture]

    /// Gathers a report's pictures.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - shrinking: Makes them smaller.
    init(_ report: ClientReport, shrinking: PaperReport.Shrinking?) {
        var maps: [String: PaperPicture] = [:]
        var visits: [String: PaperPicture] = [:]
        var thumbnails: [String: PaperPicture] = [:]
        for (number, view) in report.views.enumerated() {
            maps[view.name] = view.map.flatMap { PaperPicture(jpeg: $0.picture, key: "map \(number)") }
            for index in Self.keyVisits(of: view, in: report) {
                let visit = view.visits[index]
                visits[Self.key(view.name, visit.photo)] = PaperPicture(
                    jpeg: visit.picture, key: "visit \(number) \(index)")
            }
        }
        for (number, photo) in report.photos.enumerated() {
            thumbnails[photo.file] = photo.visit?.thumbnail.flatMap {
                PaperPicture(jpeg: $0, key: "photo \(number)")
            }
        }
        self.maps = maps
        func size(_ pictures: [String: PaperPicture]) -> Int {
            pictures.values.reduce(0) { $0 + $1.bytes.count }
        }
        let room = max(Self.mostBytes - size(maps), Self.mostBytes / 4)
        for _ in 0..<Self.rounds {
            let taken = size(visits) + size(thumbnails)
            guard taken > room, let shrinking else { break }
            // A JPEG's bytes follow its area; smaller ones have more of them a pixel.
            let share = Self.caution * (Double(room) / Double(taken)).squareRoot()
            thumbnails = thumbnails.mapValues { $0.shrunk(by: share, shrinking) }
            visits = visits.mapValues { $0.shrunk(by: share, shrinking) }
        }
        self.visits = visits
        self.thumbnails = thumbnails
    }

    /// A visit's picture in its view's frame.
    func visit(_ visit: AlignedVisit, of view: ReportView) -> PaperPicture? {
        visits[Self.key(view.name, visit.photo)]
    }

    /// A photo's small picture.
    func thumbnail(_ photo: ReportPhoto) -> PaperPicture? { thumbnails[photo.file] }

    /// A view's map of dots.
    func map(of view: ReportView) -> PaperPicture? { maps[view.name] }

    private static func key(_ view: String, _ photo: String) -> String { view + "\u{0}" + photo }

    private static func keyVisits(of view: ReportView, in report: ClientReport) -> [Int] {
        view.keyVisits(in: report).sorted()
    }
}

extension PaperPicture {
    /// The picture with its sides at a share of what they are; the same where it cannot be made smaller.
    fileprivate func shrunk(by share: Double, _ shrinking: PaperReport.Shrinking) -> PaperPicture {
        let longSide = max(Int(Double(max(width, height)) * share), 64)
        guard let bytes = shrinking(bytes, longSide) else { return self }
        return PaperPicture(jpeg: bytes, key: key) ?? self
    }
}
