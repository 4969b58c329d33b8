import HealingCurve
import ProgressReport

extension FittedCurve {
    /// More series than one in so many left out for their findings may well be usual for the practice.
    private static let manyFindings = 5

    /// What was learned, as tables and sentences for a terminal.
    public var text: String {
        var lines = counted
        if startIsFitted, let startFile {
            lines += [
                "",
                "\(startFile) was learned from clients already: those who are among yours count twice. Start from the "
                    + "published curve instead.",
            ]
        }
        guard let fit else {
            lines += ["", nothingToLearn]
            return lines.joined(separator: "\n")
        }
        if fit.series < Self.fewSeries {
            lines += [
                "",
                "Only \(fit.series) series: that is too few to know a practice by. Take the figures as a first hint, "
                    + "and fit again from \(Self.fewSeries) series on.",
            ]
        }
        lines.append("")
        lines += moves
        lines += ["", judgement(fit), "", "Written: \(file)"]
        return lines.joined(separator: "\n")
    }

    /// The curve that the fitted one is held against.
    private var start: String { startFile ?? "the published curve" }

    private var counted: [String] {
        let finishedDay = NumberText.rounded(PracticeSeries.finishedDay, decimals: 0) ?? ""
        var lines = [
            "\(selection.clients.count) clients, \(selection.series.count) with a series that can be compared, "
                + "\(selection.finished.count) finished (day \(finishedDay) or later), "
                + "\(selection.learned.count) learned from."
        ]
        var reasons = selection.without.map { "\($0.clients.count) \($0.reason.words)" }
        if !selection.unfinished.isEmpty {
            reasons.append(
                "\(selection.unfinished.count) not finished: no photo \(finishedDay) days after the last session, or "
                    + "fewer than \(PracticeSeries.fewestPhotos) after a session")
        }
        let found = selection.withFindings
        if !found.isEmpty, !selection.includesFindings {
            reasons.append("\(found.count) with findings that ask for attention (\(codes))")
        }
        if !reasons.isEmpty { lines += ["Left out:"] + reasons.map { "  \($0)" } }
        if !found.isEmpty, selection.includesFindings {
            lines.append(
                "Learned from in spite of findings that ask for attention: \(found.count) (\(codes)).")
        } else if found.count * Self.manyFindings > selection.finished.count {
            lines.append(
                "Many have findings. Where such clients are usual for your practice, learn from them too, with "
                    + "--include-findings: else the curve is learned from the others alone.")
        }
        return lines
    }

    /// Codes of findings and how many clients have each.
    private var codes: String {
        let all = selection.withFindings.flatMap(\.codes)
        return Set(all).sorted().map { code in "\(code) \(all.count { $0 == code })" }.joined(separator: ", ")
    }

    private var nothingToLearn: String {
        "There is nothing to learn from, and nothing was written. A client counts with sessions in client.yaml, dated "
            + "photos, and one of them six weeks or more after the last session."
    }

    private var moves: [String] {
        guard !moved.isEmpty else {
            return ["Your clients are not known to differ from \(start) in anything."]
        }
        var rows = [
            ["what", "unit", startFile == nil ? "published" : "before", "yours", "clients", "they differ"]
        ]
        for move in moved {
            let probability = ["probability": move.probabilityOfDifference]
            rows.append([
                CurveWords.meaning(move.parameter), CurveWords.unit(move.parameter).name,
                Self.range(move.before, of: move.parameter), Self.range(move.after, of: move.parameter),
                NumberText.rounded(move.clientsTelling, decimals: 0) ?? "",
                Languages.english.findings.sureness(code: "", evidence: probability) ?? "",
            ])
        }
        var lines = [
            "Where your clients differ from \(start): half of them lie under the median, nine in ten within the "
                + "brackets;", "\"clients\" is how many clients' worth of values tell it.", "",
        ]
        lines += TextTable.lines(rows, numbers: [4])
        if !unmoved.isEmpty {
            lines += ["", "Hardly moved: " + unmoved.map(CurveWords.meaning).joined(separator: "; ") + "."]
        }
        return lines
    }

    /// As `1.8 (1 to 3.5)`, in the unit that the parameter is shown in.
    private static func range(_ prior: CurvePrior, of parameter: CurveParameter) -> String {
        let factor = CurveWords.unit(parameter).factor
        let points = [prior.low, prior.median, prior.high].map {
            NumberText.significant($0 * factor, digits: 3) ?? ""
        }
        return "\(points[1]) (\(points[0]) to \(points[2]))"
    }

    private func judgement(_ fit: PracticeFit) -> String {
        guard let held = fit.heldBack, foretelling != .unknown else {
            return
                "Too few series to hold some back: whether it foretells your clients better than \(start) cannot be "
                + "told yet. Keep \(start) until it can."
        }
        let gain = NumberText.rounded(held.gain, decimals: 2, keepsZeros: true) ?? ""
        let error = NumberText.rounded(held.standardError, decimals: 2, keepsZeros: true) ?? ""
        let figures =
            ": better in \(held.better) of \(held.series), each foretold by a curve learned without it (mean gain "
            + "\(gain) ± \(error) in the log score)."
        switch foretelling {
        case .better:
            return "It foretells your own clients better than \(start)\(figures) Use it: analyze --curve "
                + file
        case .worse: return "It foretells your own clients worse than \(start)\(figures) Keep \(start)."
        case .asGood, .unknown:
            return "It foretells your own clients about as well as \(start)\(figures) Keep \(start)."
        }
    }
}
