import ScalpMeasurement

/// Findings as sentences that a client understands, each with what to do.
///
/// `evidence` may hold `value`, `low`, `median`, `high` (in the measure's unit), `lost`, `known`,
/// `areaSquareCentimetres`, `scabShare`, `scabDay`, `itching`, `tenderness`, `drift` (negative towards blue),
/// `lostAtEdge`, `lostInside` (shares); a sentence that lacks its number does without it.
package struct FindingWords: Sendable {
    let language: Language

    /// What every finding says that a person should look at in the flesh.
    package var showPractitioner: String { language.text("findings.practitioner") }

    /// The heading of a finding.
    ///
    /// - Parameter code: The contract's code.
    /// - Returns: A few words.
    package func title(_ code: String) -> String { language.text("findings.\(known(code)).title") }

    /// The same within a sentence.
    package func inline(_ code: String) -> String { language.text("findings.\(known(code)).inline") }

    /// The code where there are words for it, else `other`.
    private func known(_ code: String) -> String { isKnown(code) ? code : "other" }

    private func isKnown(_ code: String) -> Bool { language.has("findings.\(code).title") }

    /// What a page says of a finding.
    ///
    /// - Parameters:
    ///   - finding: A finding.
    ///   - photo: The photo that shows it, which tells the gates it fails where the finding does not.
    /// - Returns: Sentences in the page's language; the finding's own message where its code is not known.
    package func message(_ finding: Finding, photo: ReportPhoto?) -> String {
        if !isKnown(finding.code), !finding.message.isEmpty { return finding.message }
        var reasons = finding.reasons
        if reasons.isEmpty, case .success(let measurement) = photo?.outcome {
            reasons = measurement.quality.problems
        }
        return message(code: finding.code, day: finding.day, evidence: finding.evidence, reasons: reasons)
    }

    /// A finding as one or two sentences, with what to do.
    ///
    /// - Parameters:
    ///   - code: The contract's code.
    ///   - day: Days since the last session, nil where not known.
    ///   - evidence: Numbers behind it, by name.
    ///   - reasons: For `photo-not-comparable` the gates that the photo fails.
    /// - Returns: The message.
    package func message(
        code: String, day: Double?, evidence: [String: Double], reasons: [Reason] = []
    ) -> String {
        if code == ReportSummary.notComparable { return notComparable(reasons) }
        let what: String
        switch code {
        case "lost-patch": what = lostPatch(evidence)
        case "edge-thinning": what = edgeThinning(evidence)
        case "tone-drift":
            what = language.lists.sentences([
                language.text("findings.tone-drift.what"),
                evidence["drift"].map { language.text("findings.tone-drift.\($0 < 0 ? "blue" : "yellow")") },
            ])
        default:
            let when = day.map { self.when(language.dates.onDay($0)) } ?? ""
            what = language.text("findings.\(known(code)).what", ["when": when])
        }
        return language.lists.sentences([what, action(code, day: day), showPractitioner])
    }

    private func when(_ day: String) -> String { language.text("findings.when", ["day": day]) }

    private func lostPatch(_ evidence: [String: Double]) -> String {
        let area = evidence["areaSquareCentimetres"].map {
            language.text(
                "findings.lost-patch.area", ["area": language.numbers.significant($0, digits: 2)])
        }
        var counts = ""
        if let lost = evidence["lost"], let known = evidence["known"], known > 0 {
            counts = language.text(
                "findings.lost-patch.counts", ["lost": String(Int(lost)), "known": String(Int(known))])
        }
        return language.lists.sentences([
            language.text("findings.lost-patch.what", ["area": area ?? "", "counts": counts]),
            scabs(evidence), language.text("findings.lost-patch.ringed"),
        ])
    }

    private func edgeThinning(_ evidence: [String: Double]) -> String {
        func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }
        var shares = ""
        if let edge = evidence["lostAtEdge"], let inside = evidence["lostInside"] {
            shares = language.text(
                "findings.edge-thinning.shares", ["edge": percent(edge), "inside": percent(inside)])
        }
        return language.text("findings.edge-thinning.what", ["shares": shares])
    }

    /// Whether scabs lay on a lost patch before.
    private func scabs(_ evidence: [String: Double]) -> String? {
        guard let share = evidence["scabShare"], share >= Self.scabShareWorthTelling else { return nil }
        let day = evidence["scabDay"].map(language.dates.onDay)
        if share >= Self.scabShareOfOne {
            return language.text(
                "findings.lost-patch.scab",
                ["when": day.map(when) ?? language.text("findings.lost-patch.scab-before")])
        }
        let most = day.map { language.text("findings.lost-patch.scabs-most", ["day": $0]) }
        return language.text(
            "findings.lost-patch.scabs",
            ["percent": String(10 * Int((share * 10).rounded())), "most": most ?? ""])
    }

    /// What to do beside showing it to the practitioner.
    private func action(_ code: String, day: Double?) -> String? {
        if let day, StageGuide.paleLookDays.contains(day), language.has("findings.\(code).do-pale") {
            return language.text("findings.\(code).do-pale")
        }
        if let day, day < Self.settledFromDay, language.has("findings.\(code).do-early") {
            return language.text("findings.\(code).do-early")
        }
        return language.has("findings.\(code).do") ? language.text("findings.\(code).do") : nil
    }

    private func notComparable(_ reasons: [Reason]) -> String {
        guard !reasons.isEmpty else { return language.text("findings.photo-not-comparable.unknown") }
        let clauses = reasons.map { language.reasons.clause($0.rawValue) }
        var advice: [String] = []
        for sentence in reasons.compactMap({ language.reasons.advice($0.rawValue) })
        where !advice.contains(sentence) { advice.append(sentence) }
        let because = language.lists.joined(clauses, by: "findings.photo-not-comparable.and")
        return language.lists.sentences([
            language.text("findings.photo-not-comparable.what", ["because": because]),
            advice.isEmpty
                ? nil
                : language.text(
                    "findings.photo-not-comparable.next-photo",
                    ["advice": language.lists.sentences(advice)]),
        ])
    }

    /// Share of a lost patch under scabs from which on it is told: what usual scabs cover anywhere (6 % at most on any
    /// day, by the curve's priors) is far less.
    private static let scabShareWorthTelling = 0.2
    /// Share from which on the scab and the patch are one place.
    private static let scabShareOfOne = 0.5
    /// From this day on the colour has settled enough to judge (4–6 weeks).
    private static let settledFromDay = 43.0
}
