import HealingCurve
import ScalpMeasurement

extension ClientPage {
    /// The answer to "is this normal?" for the newest photo that can be compared, a sentence a measure.
    var normal: Markup {
        guard let photo = summary.basis ?? summary.latest, case .success(let measurement) = photo.outcome
        else { return Markup() }
        let day = photo.visit?.day ?? 0
        let items = CurveMeasure.allCases.compactMap { measure -> Markup? in
            guard let estimate = report.value(of: measure, in: photo)?.estimate else { return nil }
            return answer(measure, estimate, in: photo, day: day, hasScale: measurement.scale != nil)
        }
        if items.isEmpty { return Markup() }
        let isCompared = summary.basis != nil
        let explanation: Markup =
            isCompared
            ? """
            <p class="muted small">\(language.answers.explanation(date: photo.taken.map(language.dates.long), day: day))\
            \(viewOf(photo))</p>

            """ : ""
        let pale: Markup = saysPale(photo, day: day) ? "<p class=\"pale\">\(language.answers.pale)</p>\n" : ""
        return """
            <section><h2>\(language.text(isCompared ? "answers.heading" : "answers.heading-newest"))</h2>
            \(explanation)<div class="card"><ul class="answers">
            \(items)</ul>
            \(pale)</div></section>
            """
    }

    private func answer(
        _ measure: CurveMeasure, _ estimate: Estimate, in photo: ReportPhoto, day: Double, hasScale: Bool
    ) -> Markup {
        let reading = reading(of: measure, in: photo, estimate, hasScale: hasScale)
        let verdict = report.verdict(on: measure, in: photo)
        var words = Markup()
        var gauge = Markup()
        if let verdict, day >= 0, verdict.reason != Reason.noSession.rawValue {
            let isOff = verdict.status == .above || verdict.status == .below
            let text = language.answers.answer(
                verdict,
                isAtTheEdge: verdict.status == .asExpected && isAtTheEdge(measure, in: photo, verdict),
                odds: odds(measure, estimate, in: photo), measure: measure, day: day,
                unit: language.measures.unit(measure, hasScale: hasScale))
            words = "<span class=\"state\(isOff ? " off" as Markup : "")\">\(text)</span>"
            if let band = verdict.band, verdict.status != .notComparable,
                language.measures.isWide(band, of: measure)
            {
                gauge = RangeGauge(band: band, value: estimate, status: verdict.status).markup
            }
        }
        return "<li><b>\(language.measures.name(measure)): <span>\(reading)</span></b>\(gauge)\(words)</li>\n"
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
