import ClientRecords
import ProgressReport

/// The files of a report and their names, as the contract says.
enum ReportFiles {
    /// Name of a client's record.
    static let seriesName = "series.json"

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
            if name == RecordEncoder.dotTracksName || name == CurveTable.name { return true }
            guard let number = name.wholeMatch(of: /warp-([0-9]+)\.json/) else { return false }
            return Int(number.1) != nil
        }
        return overlays.map { "\(OverlayNames.folder)/\($0)" } + loose
    }

    /// Writes a client's files; the page comes last, so that whoever sees it finds the rest there.
    ///
    /// - Parameters:
    ///   - report: All that is told of the client.
    ///   - language: The language of the page.
    ///   - folder: Where to.
    /// - Throws: ``RunError/notWritable(path:problem:)``.
    static func write(
        _ report: ClientReport, language: Language, to folder: inout StagedFolder
    ) throws(RunError) {
        try folder.write(seriesName, Array(RecordEncoder.series(report).utf8))
        if !report.tracks.isEmpty {
            try folder.write(RecordEncoder.dotTracksName, Array(DotTracksTable.text(for: report).utf8))
        }
        if let curve = CurveTable.text(for: report) {
            try folder.write(CurveTable.name, Array(curve.utf8))
        }
        for (number, photo) in report.photos.enumerated() {
            guard let warp = photo.visit?.registration.warp else { continue }
            try folder.write(
                RecordEncoder.warpName(ofPhoto: number),
                Array(RecordEncoder.warp(warp, photo: photo.file).utf8))
        }
        try folder.write("report.html", Array(ClientPage.html(for: report, language: language).utf8))
    }
}
