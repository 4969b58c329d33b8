import ClientRecords
import ProgressReport

/// The files of a report and their names, as the contract says.
enum ReportFiles {
    /// Name of a client's record.
    static let seriesName = "series.json"
    /// Name of a client's page.
    static let pageName = "report.html"

    /// A client's files but the pages, as programs read them.
    ///
    /// - Parameter report: All that is told of the client.
    /// - Returns: In the order in which they are to appear.
    static func data(of report: ClientReport) -> [RecordedFile] {
        func file(_ name: String, _ text: String) -> RecordedFile {
            RecordedFile(name: name, bytes: Array(text.utf8))
        }
        var files = [file(seriesName, RecordEncoder.series(report))]
        if !report.tracks.isEmpty {
            files.append(file(RecordEncoder.dotTracksName, DotTracksTable.text(for: report)))
        }
        if let curve = CurveTable.text(for: report) { files.append(file(CurveTable.name, curve)) }
        for (number, photo) in report.photos.enumerated() {
            guard let warp = photo.visit?.registration.warp else { continue }
            files.append(
                file(RecordEncoder.warpName(ofPhoto: number), RecordEncoder.warp(warp, photo: photo.file)))
        }
        return files
    }

    /// A client's pages, as people read them.
    ///
    /// - Parameters:
    ///   - report: What ``ReportDocument/told(_:)`` gives of all that is told of the client.
    ///   - look: How they look.
    /// - Returns: In the order in which they are to appear: whoever sees the page finds the rest there.
    static func pages(of report: ClientReport, look: PageLook) -> [RecordedFile] {
        let paper = PaperFile.bytes(for: report, language: look.language, studio: look.studio)
        let page = ClientPage.html(
            for: report, language: look.language, studio: look.studio,
            paper: paper == nil ? nil : PaperFile.name)
        return [paper.map { RecordedFile(name: PaperFile.name, bytes: $0) }].compactMap { $0 } + [
            RecordedFile(name: pageName, bytes: Array(page.utf8))
        ]
    }

    /// Files that reports of earlier runs may have left in a client's folder; the others are written anew each time.
    ///
    /// - Parameter place: The client's folder in the output.
    /// - Returns: Their paths in it, by name.
    static func ofEarlierRuns(in place: BytePath) -> [String] {
        func names(_ folder: BytePath) -> [String] {
            ((try? FileSystem.names(in: folder)) ?? []).map(\.text)
        }
        let overlays = names(place.appending(OverlayNames.folder)).filter { $0.hasSuffix(".jpg") }
        let loose = names(place).filter { name in
            if [RecordEncoder.dotTracksName, CurveTable.name, PaperFile.name].contains(name) { return true }
            guard let number = name.wholeMatch(of: /warp-([0-9]+)\.json/) else { return false }
            return Int(number.1) != nil
        }
        return overlays.map { "\(OverlayNames.folder)/\($0)" } + loose
    }
}
