import ClientRecords
import HealingCurve
import PhotoDecoding
import PhotoSeries
import ProgressReport
import ScalpMeasurement

/// All of one client's photos, analysed and ready for the report.
struct ClientAnalysis {
    private let id: String
    private let file: ClientFile
    private let curve: ReportCurve
    private let clock: VisitClock
    private let sessionsAssumed: Bool
    private let views: [ViewAnalysis]
    private let failures: [(file: String, failure: PhotoFailure)]

    /// Analyses a client.
    ///
    /// - Parameters:
    ///   - reading: The client's folder as read, its photos in any order.
    ///   - curve: The expected curve.
    init(of reading: ClientReading, curve: CurveFile.Loaded) {
        let file = reading.file
        let ordered = reading.surveyed.sorted(by: ClientPhoto.isEarlier)
        var sessions = file.sessions.map(\.date.clock)
        sessionsAssumed = sessions.isEmpty
        if sessions.isEmpty, let first = ordered.first(where: \.showsDots) {
            let noon = first.date.clock.calendarDay * 86_400 + 43_200
            sessions = [WallClock(secondsSince1970: noon)]
        }
        let clock = VisitClock(sessions: sessions)
        let assumed = sessionsAssumed
        views = HeadView.views(
            of: ordered.map(\.inSeries), names: ordered.map(\.note.view), sessionDays: sessions.map(\.days)
        ).map { view in
            ViewAnalysis(
                name: view.name, photos: view.photos.map { ordered[$0] }, series: view.series, clock: clock,
                sessionsAssumed: assumed, targetDensity: file.targetDensity, priors: curve.priors)
        }
        id = reading.id
        self.file = file
        self.curve = curve.named
        self.clock = clock
        failures = reading.failures
    }

    /// Hands each photo's overlay on as it is drawn, and makes the report.
    ///
    /// - Parameter writeOverlay: Takes an overlay's path beside the report and its JPEG bytes.
    /// - Returns: All that the report tells.
    /// - Throws: What `writeOverlay` throws.
    func report<Failure>(
        writeOverlay: (String, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> ClientReport {
        var names = OverlayNames()
        var rows: [(order: ClientPhoto, view: Int, photo: Int, row: ReportPhoto)] = []
        var reportViews: [ReportView] = []
        for (viewIndex, view) in views.enumerated() {
            reportViews.append(ViewPictures(of: view).reportView)
            for index in view.photos.indices {
                var row = reportPhoto(index, of: view, number: viewIndex)
                let photo = view.photos[index]
                if let picture = view.overlay(of: index) {
                    let path = names.path(for: photo.name.text, sha256: photo.surveyed.sha256)
                    try writeOverlay(path, picture)
                    row.visit?.overlay = path
                }
                photo.preview?.discard()
                rows.append((photo, viewIndex, index, row))
            }
        }
        rows.sort { ClientPhoto.isEarlier($0.order, $1.order) }
        var report = ClientReport(
            client: id, displayName: file.displayName, method: Scalpline.method, curve: curve)
        report.photos = rows.map(\.row) + failures.map { Self.failed($0.file, $0.failure) }
        report.tracks = tracks(rows.map { ($0.view, $0.photo) })
        report.sessions = sessions()
        report.sessionsAssumed = sessionsAssumed && !clock.sessions.isEmpty
        report.symptoms = file.symptoms.map {
            ReportSymptom(date: $0.date.clock, itching: $0.itching, tenderness: $0.tenderness, note: $0.note)
        }
        report.targetDensity = file.targetDensity
        report.findings = findings(order: rows.map(\.row.file))
        let main = mainView
        report.views =
            reportViews.filter { $0.name == main?.name } + reportViews.filter { $0.name != main?.name }
        report.charts = main?.expectation.charts ?? [:]
        report.foretoldCharts = main?.expectation.foretoldCharts ?? [:]
        report.forecast = main?.expectation.forecast
        report.forecastHistory = main?.forecastHistory ?? []
        if report.forecast == nil {
            let isKnown = !sessionsAssumed && rows.contains { ($0.row.visit?.day ?? -1) >= 0 }
            report.forecastReason = isKnown ? .tooFewDots : .noSession
        }
        return report
    }

    /// The view with the most photos, which speaks for the client.
    private var mainView: ViewAnalysis? { views.max { $0.photos.count < $1.photos.count } }

    /// What a practice's curve may learn from the client: its main view alone, so that no client counts twice.
    ///
    /// A finding of another view says nothing of this series; a symptom is the whole client's.
    var inPractice: PracticeClient {
        guard let view = mainView else { return PracticeClient(id: id, outcome: .without(.noPhotos)) }
        guard !sessionsAssumed, !view.curveSessions.isEmpty else {
            return PracticeClient(id: id, outcome: .without(.noSessions))
        }
        // A photo without a trusted date or with poor quality says nothing.
        let visits = view.photos.indices.filter { view.withheld[$0] == nil }.map { view.curveVisits[$0] }
        let series = PracticeSeries(client: id, sessions: view.curveSessions, visits: visits)
        guard visits.contains(where: \.saysSomething) else {
            return PracticeClient(id: id, outcome: .without(.nothingComparable))
        }
        let urgent = (view.findings() + symptomFindings()).filter { $0.severity == .attention }
        return PracticeClient(id: id, outcome: .series(series, attention: Set(urgent.map(\.code)).sorted()))
    }

    /// A photo that could not be read, as the report tells it.
    static func failed(_ file: String, _ failure: PhotoFailure) -> ReportPhoto {
        ReportPhoto(
            file: file, sha256: "", width: 0, height: 0, taken: nil, dateSource: nil, warnings: [],
            outcome: .failure(failure))
    }

    private func reportPhoto(_ index: Int, of view: ViewAnalysis, number: Int) -> ReportPhoto {
        let photo = view.photos[index]
        var registration = view.series.registrations[index]
        registration.view = number
        let place = view.places[index]
        let visit = ReportVisit(
            view: view.name, day: place?.day, chartDay: place?.chartDay,
            stage: place.map { HealingStage(day: $0.day) }, withheld: view.withheld[index],
            withheldMeasures: view.withheldMeasures[index], expectation: view.expectation.visits[index],
            sessionShares: view.series.sessionShares[index],
            dotChange: view.series.dotChanges[index].map {
                ReportDotChange(file: view.photos[$0.since].name.text, change: $0)
            }, registration: registration,
            thumbnail: photo.preview?.thumbnail)
        return ReportPhoto(
            file: photo.name.text, sha256: photo.surveyed.sha256, width: photo.surveyed.width,
            height: photo.surveyed.height, taken: photo.date.clock, dateSource: photo.date.source.rawValue,
            warnings: photo.surveyed.warnings, outcome: .success(view.measurements[index]), visit: visit)
    }

    private func sessions() -> [ReportSession] {
        if sessionsAssumed { return clock.sessions.map { ReportSession(date: $0) } }
        return file.sessions.map {
            ReportSession(
                date: $0.date.clock, details: $0.details, technique: $0.technique, needle: $0.needle,
                pigment: $0.pigment, practitioner: $0.practitioner)
        }
    }

    /// The views' tracks with numbers that run on, and photos by their place in the report.
    private func tracks(_ order: [(view: Int, photo: Int)]) -> [TrackPoint] {
        var tracks: [TrackPoint] = []
        var firstTrack = 0
        for (viewIndex, view) in views.enumerated() {
            var places = [Int](repeating: 0, count: view.photos.count)
            for (place, entry) in order.enumerated() where entry.view == viewIndex {
                places[entry.photo] = place
            }
            for var point in view.series.tracks {
                point.track += firstTrack
                point.photo = places[point.photo]
                tracks.append(point)
            }
            firstTrack += (view.series.tracks.map(\.track).max() ?? -1) + 1
        }
        return tracks
    }

    /// Attention first, then by day, then in the photos' order.
    private func findings(order: [String]) -> [Finding] {
        let places = Dictionary(order.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        func key(_ finding: Finding) -> (Int, Double, Int, String) {
            (
                finding.severity == .attention ? 0 : 1, finding.day ?? .infinity,
                finding.photo.flatMap { places[$0] } ?? order.count, finding.code
            )
        }
        return (views.flatMap { $0.findings() } + symptomFindings()).sorted { key($0) < key($1) }
    }

    /// Itching and tenderness that last longer than expected, on the clock of the sessions.
    private func symptomFindings() -> [Finding] {
        guard !sessionsAssumed else { return [] }
        let sessions = clock.sessionDays.map { CurveSession(day: $0) }
        // A symptom of a session's own day is one after it.
        let places = file.symptoms.map { clock.place(of: $0.date.clock, isBefore: false) }
        let symptoms = zip(file.symptoms, places).map { entry, place in
            CurveSymptom(day: place?.chartDay ?? -1, itching: entry.itching, tenderness: entry.tenderness)
        }
        return CurveSymptom.findings(symptoms: symptoms, sessions: sessions).map { found in
            let day = places[found.visit]?.day
            let code = found.code.rawValue
            return Finding(
                code: code, photo: nil, day: day, severity: found.needsAttention ? .attention : .note,
                message: Languages.english.findings.message(
                    code: code, day: day, evidence: found.evidence),
                evidence: found.evidence)
        }
    }
}
