import ClientRecords
import ProgressReport

extension RecordedClient {
    /// What the records keep of a client's analysis.
    ///
    /// - Parameters:
    ///   - report: All that is told of the client.
    ///   - input: What its results rest on.
    ///   - plan: Its folder.
    ///   - overlays: The marked photos, by their paths beside the report.
    init(_ report: ClientReport, input: ClientInput, plan: ClientPlan, overlays: [RecordedFile]) {
        self.init(name: plan.id, folder: plan.folder, inputKey: input.key, method: report.method)
        photos = input.photos
        file = (try? plan.file.get()) ?? ClientFile()
        measurements = report.photos.flatMap { photo in
            MeasurementsTable.cells(of: photo, in: report).map { ($0, photo.sha256) }
        }
        findings = report.findings.map { finding in
            RecordedFinding(
                code: finding.code, photo: finding.photo, day: finding.day,
                severity: finding.severity.rawValue, message: finding.message,
                evidence: String(decoding: RecordedJSON.bytes(of: finding.evidence), as: UTF8.self))
        }
        summary = RecordedJSON.bytes(of: RunSummary.Client(report, plan: plan))
        overview = RecordedJSON.bytes(of: OverviewRow(report))
        tableRows = MeasurementsTable.rows(for: report)
        let told = ReportDocument.parts(of: ReportDocument.told(report))
        self.report = told.json
        pictures = told.pictures
        files = overlays + ReportFiles.data(of: report)
    }
}
