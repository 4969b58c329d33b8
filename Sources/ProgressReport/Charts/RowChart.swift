import HealingCurve

/// The small chart of a row of the overview: the expected band, the line, the newest value.
///
/// Whole units on a fine grid and the look in the page's style sheet keep it small: a page may hold thousands.
struct RowChart {
    private static let width = 220.0
    private static let height = 64.0
    private static let edge = 10.0

    let chart: OverviewChart
    /// What it shows, for those who don't see it.
    let summary: String

    /// The chart as markup.
    var markup: Markup {
        let time = TimeAxis(days: chart.days, left: Self.edge, right: Self.width - Self.edge)
        let edges = chart.values + chart.lows.compactMap { $0 } + chart.highs.compactMap { $0 }
        let low = edges.min() ?? 0
        let span = max((edges.max() ?? 1) - low, 1e-9)
        func place(_ day: Double, _ value: Double) -> String {
            let y = Self.height - Self.edge - (value - low) / span * (Self.height - 2 * Self.edge)
            return "\(Int(time.x(day).rounded())) \(Int(y.rounded()))"
        }
        let upper = zip(chart.days, chart.highs).compactMap { day, high in high.map { place(day, $0) } }
        let lower = zip(chart.days, chart.lows).compactMap { day, low in low.map { place(day, $0) } }
        let line = zip(chart.days, chart.values).map(place)
        let end = (line.last ?? "").split(separator: " ")
        guard end.count == 2 else { return Markup() }
        let css: Markup = chart.isOff ? "q" : "p"
        let band: Markup =
            upper.count > 1
            ? "<path class=\"b\" d=\"M\((upper + lower.reversed()).joined(separator: " "))z\"/>" : ""
        return """
            <svg class="course" role="img" aria-label="\(summary)" viewBox="0 0 220 64">\(band)\
            <path class="l" d="M\(line.joined(separator: " "))"/>\
            <circle class="\(css)" cx="\(String(end[0]))" cy="\(String(end[1]))" r="7"/></svg>
            """
    }
}
