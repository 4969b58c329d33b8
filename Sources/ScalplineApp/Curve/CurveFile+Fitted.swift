import HealingCurve
import ProgressReport

extension CurveFile {
    /// Begins a file that `scalpline curve fit` has made: such a file may be replaced by the next fit.
    static let fittedMark = "# Made by scalpline curve fit"
    /// Digits that a fitted value is written with: far finer than clients can tell.
    private static let fittedDigits = 4
    /// Digits for a prior so narrow that its points would fall together.
    private static let mostDigits = 12

    /// The published curve's file with a practice's own values, all its comments kept.
    ///
    /// A line whose values are as published stays as it is; below every other the published values stand as a comment.
    ///
    /// - Parameters:
    ///   - priors: The practice's own.
    ///   - series: Finished series that they were learned from.
    ///   - published: The published file's text.
    /// - Returns: The file's text, which reads back as the priors to four digits.
    /// - Throws: ``RunError/badCurve(message:)`` where no valid file would come of it.
    package static func fitted(
        _ priors: CurvePriors, series: Int, onto published: String
    ) throws(RunError) -> String {
        var lines = head(series: series)
        for line in published.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = line.drop { $0 == " " }
            guard let colon = text.firstIndex(of: ":"),
                let parameter = CurveParameter(rawValue: String(text[..<colon])), text.contains("{"),
                let own = points(priors[parameter]), let known = points(CurvePriors.published[parameter]),
                own != known
                    || priors[parameter].isLogarithmic != CurvePriors.published[parameter].isLogarithmic
            else {
                lines.append(String(line))
                continue
            }
            let indent = String(repeating: " ", count: line.count - text.count)
            let log = priors[parameter].isLogarithmic ? ", log: true" : ""
            lines.append(
                "\(indent)\(parameter.rawValue): {low: \(own[0]), median: \(own[1]), high: \(own[2])\(log)}")
            lines.append("\(indent)# Published: low \(known[0]), median \(known[1]), high \(known[2]).")
        }
        let text = lines.joined(separator: "\n")
        try check(text, holds: priors)
        return text
    }

    /// Whether a text is a file that `scalpline curve fit` has made.
    static func isFitted(_ text: String) -> Bool { text.hasPrefix(fittedMark) }

    private static func head(series: Int) -> [String] {
        let words = series == 1 ? "1 finished series" : "\(series) finished series"
        return [
            "\(fittedMark) (\(Scalpline.method)) from \(words) of a practice's own clients.",
            "# Below each line that moved stands what was published; the sources named above it are those of the",
            "# published values. Use it with `scalpline analyze --curve`; `scalpline curve show --curve` tells it in",
            "# words, `scalpline curve check --curve` whether it holds.",
            "#",
        ]
    }

    /// Low, median and high as written; nil where no number of digits keeps them apart.
    private static func points(_ prior: CurvePrior) -> [String]? {
        for digits in fittedDigits...mostDigits {
            let texts = [prior.low, prior.median, prior.high].compactMap {
                NumberText.significant($0, digits: digits)
            }
            let values = texts.compactMap { Double($0) }
            if values.count == 3, values[0] < values[2], !prior.isLogarithmic || values[0] > 0 {
                return texts
            }
        }
        return nil
    }

    /// Reads a file back before anybody relies on it.
    private static func check(_ text: String, holds priors: CurvePriors) throws(RunError) {
        let unusable = RunError.badCurve(
            message: "The fitted curve would not be a valid curve file; nothing was written.")
        guard let read = try? Self.priors(reading: text) else { throw unusable }
        for parameter in CurveParameter.allCases {
            let (written, wanted) = (read[parameter], priors[parameter])
            guard written.isLogarithmic == wanted.isLogarithmic, points(wanted) != nil,
                points(written) == points(wanted)
            else { throw unusable }
        }
    }
}
