/// What the marks in the charts mean.
struct ChartLegend {
    /// What an entry shows.
    enum Kind: CaseIterable, Sendable { case band, course, asExpected, notCompared, above, below, session }

    let language: Language

    /// The entries in order.
    var items: [(kind: Kind, words: String)] {
        Kind.allCases.map { ($0, words($0)) }
    }

    private func words(_ kind: Kind) -> String {
        let key =
            switch kind {
            case .band: "charts.legend-range"
            case .course: "charts.legend-course"
            case .asExpected: "charts.legend-as-expected"
            case .notCompared: "charts.legend-not-compared"
            case .above: "charts.legend-above"
            case .below: "charts.legend-below"
            case .session: "charts.session"
            }
        return language.text(key)
    }

    /// The legend as a list.
    var markup: Markup {
        """
        <ul class="legend">\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><rect class="band" width="28" height="16"/>\
        <path class="rim" d="M0 .5h28M0 15.5h28"/></svg>\(language.text("charts.legend-range"))</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><path class="edge" d="M0 2h28M0 14h28"/>\
        <path class="median" d="M0 8h28"/></svg>\(language.text("charts.legend-course"))</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><path class="error" d="M14 1v14"/>\
        <circle class="point" cx="14" cy="8" r="3.5"/></svg>\(language.text("charts.legend-as-expected"))</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><circle class="point open" cx="14" cy="8" r="3.5"/></svg>\
        \(language.text("charts.legend-not-compared"))</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><path class="point off" d="M14 2.5l5 9h-10z"/></svg>\
        \(language.text("charts.legend-above"))</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><path class="point off" d="M14 13.5l5 -9h-10z"/></svg>\
        \(language.text("charts.legend-below"))</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><path class="session" d="M14 0v16"/></svg>\
        \(language.text("charts.session"))</li></ul>
        """
    }
}
