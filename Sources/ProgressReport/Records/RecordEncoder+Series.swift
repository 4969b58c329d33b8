import HealingCurve
import PhotoDecoding
import PhotoSeries
import Raster
import ScalpMeasurement

extension RecordEncoder {
    /// A client's `series.json`, one photo a line, ended by a newline.
    ///
    /// - Parameter report: All that is told of the client. The name to show stays out: the id is enough here.
    /// - Returns: One JSON object.
    public static func series(_ report: ClientReport) -> String {
        var text = "{\n"
        func add(_ name: String, _ value: JSONValue, isLast: Bool = false) {
            text += " \"\(name)\":"
            value.write(to: &text)
            text += isLast ? "\n" : ",\n"
        }
        func addLines(_ name: String, _ values: [JSONValue]) {
            text += " \"\(name)\":["
            for (index, value) in values.enumerated() {
                text += index > 0 ? ",\n  " : "\n  "
                value.write(to: &text)
            }
            text += values.isEmpty ? "],\n" : "\n ],\n"
        }
        add("schema", .string(seriesSchema))
        add("method", .string(report.method))
        add("client", .string(report.client))
        add("expectedCurve", report.curve.map(curve) ?? .null)
        if let failure = report.failure { add("error", error(failure)) }
        add("targetDensity", .significant(report.targetDensity, 6))
        add("sessionsAssumed", .bool(report.sessionsAssumed))
        addLines("sessions", report.sessions.map(session))
        addLines("symptoms", report.symptoms.map(symptom))
        addLines("photos", report.photos.map { photo($0, in: report) })
        addLines("registration", report.photos.enumerated().compactMap { registration($1, number: $0) })
        add("dotTracks", report.tracks.isEmpty ? .null : .string(dotTracksName))
        add("curve", CurveTable.text(for: report) == nil ? .null : .string(CurveTable.name))
        addLines("findings", report.findings.map(finding))
        addLines("revised", report.revised.map(revised))
        add("forecast", forecast(report), isLast: true)
        return text + "}\n"
    }

    private static func curve(_ curve: ReportCurve) -> JSONValue {
        .object([("source", .string(curve.source.rawValue)), ("sha256", .string(curve.sha256))])
    }

    private static func revised(_ verdict: RevisedVerdict) -> JSONValue {
        .object([
            ("photo", .string(verdict.photo)), ("measure", .string(verdict.measure.rawValue)),
            ("before", .string(verdict.before.rawValue)), ("after", .string(verdict.after.rawValue)),
        ])
    }

    private static func session(_ session: ReportSession) -> JSONValue {
        .object(
            [("date", .string(session.date.dateText))]
                + SessionFactor.allCases.map { ($0.rawValue, .text(session[$0])) } + [
                    ("details", .array(session.details.map { .string($0) }))
                ])
    }

    private static func symptom(_ symptom: ReportSymptom) -> JSONValue {
        .object([
            ("date", .string(symptom.date.dateText)), ("itching", .decimal(symptom.itching, 2)),
            ("tenderness", .decimal(symptom.tenderness, 2)), ("note", .text(symptom.note)),
        ])
    }

    private static func photo(_ photo: ReportPhoto, in report: ClientReport) -> JSONValue {
        var members = members(of: photo, method: report.method, dots: true)
        guard case .success = photo.outcome, let visit = photo.visit else { return .object(members) }
        members += [
            ("view", .string(visit.view)), ("day", .decimal(visit.day, 4)),
            ("stage", .text(visit.stage?.rawValue)),
            (
                "relativeDarkness",
                .object(estimate(report.value(of: .darkness, in: photo) ?? .unknown(.noSession)))
            ),
            ("bySession", .array(bySession(photo, visit: visit, in: report))),
            ("dotChange", visit.dotChange.map(change) ?? .null),
            (
                "expected",
                .object(
                    CurveMeasure.allCases.map { measure in
                        (measure.rawValue, expected(report.verdict(on: measure, in: photo)))
                    })
            ),
        ]
        return .object(members)
    }

    private static func bySession(
        _ photo: ReportPhoto, visit: ReportVisit, in report: ClientReport
    ) -> [JSONValue] {
        guard let latest = report.latestSession(of: photo) else { return [] }
        return (0...latest).map { index in
            let share = index < visit.sessionShares.count ? visit.sessionShares[index] : nil
            let visible = share?.visibleShare.map(Measured.known) ?? .unknown(report.sessionReason(of: photo))
            var members: [(String, JSONValue)] = [
                ("date", .string(report.sessions[index].date.dateText)),
                ("dotsMade", share.map { .integer($0.dotsMade) } ?? .null),
                ("relativeDarkness", .object(estimate(report.relativeDarkness(ofSession: index, in: photo)))),
                ("visibleShare", .object(estimate(visible))),
            ]
            if let share { members.append(("heldAgainst", .string(share.heldAgainst.rawValue))) }
            if share == nil {
                members.append(("reason", .string(report.sessionReason(of: photo).rawValue)))
            }
            return .object(members)
        }
    }

    private static func change(_ change: ReportDotChange) -> JSONValue {
        .object([
            ("since", .string(change.file)), ("dots", .integer(change.change.dots)),
            ("lost", .object(estimate(.known(change.change.lost)))),
            ("gained", .object(estimate(.known(change.change.gained)))),
        ])
    }

    private static func expected(_ verdict: MeasureVerdict?) -> JSONValue {
        let band = verdict?.band
        let width = band.map { $0.high - $0.low } ?? 0
        // Three digits of the band's width.
        let decimals = width > 0 ? NumberText.decimals(forError: width / 10, of: width) : 6
        return .object([
            ("low", .decimal(band?.low, decimals)), ("median", .decimal(band?.median, decimals)),
            ("high", .decimal(band?.high, decimals)),
            ("status", .string((verdict?.status ?? .notComparable).rawValue)),
            ("reason", .text(verdict == nil ? Reason.noSession.rawValue : verdict?.reason)),
        ])
    }

    private static func registration(_ photo: ReportPhoto, number: Int) -> JSONValue? {
        guard let visit = photo.visit else { return nil }
        let registration = visit.registration
        let homography = registration.homography.map { map in
            JSONValue.array(map.elements.map { .significant($0, 10) })
        }
        return .object([
            ("photo", .string(photo.file)), ("view", .string(visit.view)),
            ("homography", homography ?? .null),
            ("warp", registration.warp == nil ? .null : .string(warpName(ofPhoto: number))),
            ("mirrored", .bool(registration.mirrored)),
            ("overlap", .decimal(registration.overlap, 4)),
            ("residualPixels", .decimal(registration.residualPixels, 3)),
            ("reason", .text(registration.reason?.rawValue)),
        ])
    }

    private static func finding(_ finding: Finding) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("code", .string(finding.code)), ("photo", .text(finding.photo)),
            ("day", .decimal(finding.day, 4)),
            ("severity", .string(finding.severity.rawValue)), ("message", .string(finding.message)),
            (
                "evidence",
                .object(
                    finding.evidence.sorted { $0.key < $1.key }.map { ($0.key, .significant($0.value, 6)) })
            ),
        ]
        if let centre = finding.centre {
            members.append(("centre", .array([.decimal(centre.x, 2), .decimal(centre.y, 2)])))
        }
        if let area = finding.areaSquareCentimetres {
            members.append(("areaSquareCentimetres", .significant(area, 5)))
        }
        return .object(members)
    }
}
