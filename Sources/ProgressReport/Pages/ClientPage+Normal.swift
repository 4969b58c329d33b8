import HealingCurve
import ScalpMeasurement

extension ClientPage {
    /// The answers to "is this normal?" for the newest photo that can be compared.
    struct Answers {
        /// A measure's answer.
        struct Item {
            var name: String
            var reading: String
            /// The answer; empty before a session.
            var words: String
            var isOff: Bool
            /// Where the value lies, where that can be drawn.
            var gauge: RangeGauge?
        }

        var heading: String
        /// What the answers rest on; nil where nothing could be compared.
        var explanation: Markup?
        var items: [Item]
        /// What is said of a pale look, where it is.
        var pale: String?
    }

    /// The answers; nil without a photo that was measured.
    var answers: Answers? {
        guard let photo = summary.basis ?? summary.latest, case .success(let measurement) = photo.outcome
        else { return nil }
        let day = photo.visit?.day ?? 0
        let items = CurveMeasure.allCases.compactMap { measure -> Answers.Item? in
            guard let estimate = report.value(of: measure, in: photo)?.estimate else { return nil }
            return answer(measure, estimate, in: photo, day: day, hasScale: measurement.scale != nil)
        }
        if items.isEmpty { return nil }
        let isCompared = summary.basis != nil
        let explanation = language.answers.explanation(date: photo.taken.map(language.dates.long), day: day)
        return Answers(
            heading: language.text(isCompared ? "answers.heading" : "answers.heading-newest"),
            explanation: isCompared ? "\(explanation)\(viewOf(photo))" : nil, items: items,
            pale: saysPale(photo, day: day) ? language.answers.pale : nil)
    }

    /// The answer to "is this normal?" for the newest photo that can be compared, a sentence a measure.
    var normal: Markup {
        guard let answers else { return Markup() }
        let items = answers.items.map { item -> Markup in
            let words: Markup =
                item.words.isEmpty
                ? "" : "<span class=\"state\(item.isOff ? " off" as Markup : "")\">\(item.words)</span>"
            return """
                <li><b>\(item.name): <span>\(item.reading)</span></b>\(item.gauge?.markup ?? Markup())\(words)</li>

                """
        }
        let explanation = answers.explanation.map { "<p class=\"muted small\">\($0)</p>\n" as Markup }
        let pale = answers.pale.map { "<p class=\"pale\">\($0)</p>\n" as Markup }
        return """
            <section><h2>\(answers.heading)</h2>
            \(explanation ?? "")<div class="card"><ul class="answers">
            \(items)</ul>
            \(pale ?? "")</div></section>
            """
    }

    private func answer(
        _ measure: CurveMeasure, _ estimate: Estimate, in photo: ReportPhoto, day: Double, hasScale: Bool
    ) -> Answers.Item {
        var item = Answers.Item(
            name: language.measures.name(measure),
            reading: reading(of: measure, in: photo, estimate, hasScale: hasScale), words: "", isOff: false)
        guard let verdict = report.verdict(on: measure, in: photo), day >= 0,
            verdict.reason != Reason.noSession.rawValue
        else { return item }
        item.isOff = verdict.status == .above || verdict.status == .below
        item.words = language.answers.answer(
            verdict,
            isAtTheEdge: verdict.status == .asExpected && isAtTheEdge(measure, in: photo, verdict),
            odds: odds(measure, estimate, in: photo), measure: measure, day: day,
            unit: language.measures.unit(measure, hasScale: hasScale))
        if let band = verdict.band, verdict.status != .notComparable,
            language.measures.isWide(band, of: measure)
        {
            item.gauge = RangeGauge(band: band, value: estimate, status: verdict.status)
        }
        return item
    }

    /// How many comparable scalps would lie further out; nil where the value says nothing.
    private func odds(_ measure: CurveMeasure, _ estimate: Estimate, in photo: ReportPhoto) -> String? {
        guard let expectation = photo.visit?.expectation, let upper = expectation.upperTails[measure],
            let lower = expectation.lowerTails[measure],
            measure != .scabs || MeasureWords.isSeen(estimate)
        else { return nil }
        return language.answers.odds(measure, upperTail: upper, lowerTail: lower)
    }

    private func viewOf(_ photo: ReportPhoto) -> Markup {
        guard report.views.count > 1, let view = photo.visit?.view else { return Markup() }
        return " \(language.views.view(view))."
    }

    /// Whether the pale look of these days is to be called expected, and the verdict has not said so.
    private func saysPale(_ photo: ReportPhoto, day: Double) -> Bool {
        VerdictWords.isPaleAsExpected(photo, day: day, in: report)
            && !verdictSentence.contains(language.answers.pale)
    }
}
