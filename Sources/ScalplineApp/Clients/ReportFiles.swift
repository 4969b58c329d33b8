import ProgressReport

/// The files of a report and their names, as the contract says.
enum ReportFiles {
    /// Writes a client's files; the page comes last, so that whoever sees it finds the rest there.
    ///
    /// - Parameters:
    ///   - report: All that is told of the client.
    ///   - folder: Where to.
    /// - Throws: ``RunError/notWritable(path:problem:)``.
    static func write(_ report: ClientReport, to folder: inout StagedFolder) throws(RunError) {
        try folder.write("series.json", Array(RecordEncoder.series(report).utf8))
        if !report.tracks.isEmpty {
            try folder.write(RecordEncoder.dotTracksName, Array(DotTracksTable.text(for: report).utf8))
        }
        for (number, photo) in report.photos.enumerated() {
            guard let warp = photo.visit?.registration.warp else { continue }
            try folder.write(
                RecordEncoder.warpName(ofPhoto: number),
                Array(RecordEncoder.warp(warp, photo: photo.file).utf8))
        }
        try folder.write("report.html", Array(ClientPage.html(for: report).utf8))
    }
}
