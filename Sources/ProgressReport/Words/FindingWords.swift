import ScalpMeasurement

/// Findings as sentences that a client understands, each with what to do.
///
/// A translation replaces this file. `evidence` may hold `value`, `low`, `median`, `high` (in the measure's
/// unit), `lost`, `known`, `areaSquareCentimetres`, `scabShare`, `scabDay`, `itching`, `tenderness`, `drift` (negative
/// towards blue), `lostAtEdge`, `lostInside` (shares); a sentence that lacks its number does without it.
public enum FindingWords {
    /// What every finding says that a person should look at in the flesh.
    public static let showPractitioner = "Please show this to your practitioner."

    /// The heading of a finding.
    ///
    /// - Parameter code: The contract's code.
    /// - Returns: A few words.
    public static func title(_ code: String) -> String {
        switch code {
        case "redness-above-expected": "More redness than expected"
        case "darkness-above-expected": "Darker than expected"
        case "darkness-below-expected": "Paler than expected"
        case "density-below-expected": "Fewer dots than expected"
        case "lost-patch": "A place where dots have gone"
        case "edge-thinning": "Fewer dots along the edge"
        case "fading-faster-than-expected": "Fading faster than expected"
        case "tone-drift": "The colour of the dots has changed"
        case "scabs-longer-than-expected": "Scabs for longer than expected"
        case "symptoms-longer-than-expected": "Itching or tenderness for longer than expected"
        case "photo-not-comparable": "A photo that can’t be compared"
        default: "Outside the expected range"
        }
    }

    /// A finding as one or two sentences, with what to do.
    ///
    /// - Parameters:
    ///   - code: The contract's code.
    ///   - day: Days since the last session, nil where not known.
    ///   - evidence: Numbers behind it, by name.
    ///   - reasons: For `photo-not-comparable` the gates that the photo fails.
    /// - Returns: The message.
    public static func message(
        code: String, day: Double?, evidence: [String: Double], reasons: [Reason] = []
    ) -> String {
        if code == "photo-not-comparable" { return notComparable(reasons) }
        return what(code, day: day, evidence: evidence) + " " + action(code, day: day)
    }

    private static func what(_ code: String, day: Double?, evidence: [String: Double]) -> String {
        let when = day.map { " " + DateWords.onDay($0) } ?? ""
        switch code {
        case "redness-above-expected":
            return "The treated skin is redder\(when) than is expected by then."
        case "darkness-above-expected":
            return "The dots are darker\(when) than is expected by then."
        case "darkness-below-expected":
            return "The dots are paler\(when) than is expected by then."
        case "density-below-expected":
            return "Fewer dots can be seen\(when) than is expected by then."
        case "lost-patch":
            let area = evidence["areaSquareCentimetres"].map {
                " (about \(NumberText.significant($0, digits: 2) ?? "") cm²)"
            }
            var counts = ""
            if let lost = evidence["lost"], let known = evidence["known"], known > 0 {
                counts = ": \(Int(lost)) of the \(Int(known)) dots that were there"
            }
            return "In one place\(area ?? "") far more dots have gone than elsewhere\(counts). "
                + scabs(evidence) + "It is ringed on the photo."
        case "edge-thinning":
            let shares = [evidence["lostAtEdge"], evidence["lostInside"]].compactMap { $0 }.map {
                "\(Int(($0 * 100).rounded())) %"
            }
            let told = shares.count == 2 ? ": \(shares[0]) there, \(shares[1]) inside" : ""
            return "More dots have gone along the edge of the treated skin than inside\(told)."
        case "fading-faster-than-expected":
            return "The pigment fades faster than is expected."
        case "tone-drift":
            let towards = evidence["drift"].map {
                $0 < 0 ? " It has moved towards blue." : " It has moved towards yellow."
            }
            return "The colour of the dots is no longer what it was when they were fresh." + (towards ?? "")
        case "scabs-longer-than-expected":
            return "There are still small scabs\(when); they are expected to have come off by then."
        case "symptoms-longer-than-expected":
            return "Itching or tenderness was still noted as 4 or more\(when); "
                + "both are expected to have passed after two weeks."
        default:
            return "Something lies outside the expected range\(when)."
        }
    }

    /// Whether scabs lay on a lost patch before.
    private static func scabs(_ evidence: [String: Double]) -> String {
        guard let share = evidence["scabShare"], share >= scabShareWorthTelling else { return "" }
        if share >= scabShareOfOne {
            let when = evidence["scabDay"].map { " " + DateWords.onDay($0) } ?? " in the days before"
            return "A scab lay there\(when). "
        }
        let tens = 10 * Int((share * 10).rounded())
        let when = evidence["scabDay"].map { ", most of that " + DateWords.onDay($0) } ?? ""
        return "About \(tens) % of it lay under scabs before\(when). "
    }

    private static func action(_ code: String, day: Double?) -> String {
        switch code {
        case "redness-above-expected":
            return "Keep the scalp out of the sun and don’t rub it. " + showPractitioner
        case "darkness-above-expected":
            if let day, day < settledFromDay {
                return "It may still lighten until about week 6; compare again then. " + showPractitioner
            }
            return showPractitioner
        case "darkness-below-expected":
            if let day, StageGuide.paleLookDays.contains(day) {
                return "A pale look around days 7 to 14 is expected, and much of the colour comes back: "
                    + "wait for week 6 before anything is added. " + showPractitioner
            }
            if let day, day < settledFromDay {
                return "Wait for week 6 before anything is added. " + showPractitioner
            }
            return showPractitioner
        case "density-below-expected":
            if let day, day < settledFromDay {
                return
                    "Some may show again once the skin has calmed: wait for week 6 before anything is added. "
                    + showPractitioner
            }
            return showPractitioner
        case "fading-faster-than-expected":
            return "Protect the scalp from the sun; a touch-up may be due earlier. " + showPractitioner
        case "scabs-longer-than-expected":
            return "Don’t pick at them: picking loses pigment. " + showPractitioner
        case "symptoms-longer-than-expected":
            return "Don’t scratch: it disturbs the pigment. " + showPractitioner
        default:
            return showPractitioner
        }
    }

    private static func notComparable(_ reasons: [Reason]) -> String {
        guard let first = reasons.first else {
            return "This photo can’t be compared with the others, so nothing is said about it."
        }
        let clauses = reasons.map { ReasonWords.clause($0.rawValue) }
        let advice = reasons.compactMap { ReasonWords.advice($0.rawValue) }
        var seen: [String] = []
        for sentence in advice where !seen.contains(sentence) { seen.append(sentence) }
        let because =
            clauses.count > 1 ? clauses.joined(separator: ", and ") : ReasonWords.clause(first.rawValue)
        let next = seen.isEmpty ? "" : " For the next photo: " + seen.joined(separator: " ")
        return "This photo can’t be compared with the others because \(because).\(next)"
    }

    /// Share of a lost patch under scabs from which on it is told: what usual scabs cover anywhere (6 % at most on any
    /// day, by the curve's priors) is far less.
    private static let scabShareWorthTelling = 0.2
    /// Share from which on the scab and the patch are one place.
    private static let scabShareOfOne = 0.5
    /// From this day on the colour has settled enough to judge (4–6 weeks).
    private static let settledFromDay = 43.0
}
