import HealingCurve

/// A small line of one measure for a row of the overview.
package struct Sparkline: Sendable {
    /// Values in order of days.
    package var points: [ChartPoint]
    /// What it shows, for those who don't see it.
    package var summary: String

    private static let width = 110.0
    private static let height = 28.0
    private static let edge = 5.0

    /// Makes a sparkline.
    package init(points: [ChartPoint], summary: String) {
        self.points = points
        self.summary = summary
    }

    /// The line as markup; empty without points.
    package var markup: Markup {
        guard let last = points.last else { return Markup() }
        let time = TimeAxis(days: points.map(\.day), left: Self.edge, right: Self.width - Self.edge)
        let values = points.map(\.value)
        let low = values.min() ?? 0
        let span = max((values.max() ?? 1) - low, 1e-9)
        func y(_ value: Double) -> Double {
            Self.height - Self.edge - (value - low) / span * (Self.height - 2 * Self.edge)
        }
        let places = points.map { point in
            (NumberText.rounded(time.x(point.day), decimals: 1) ?? "0") + ","
                + (NumberText.rounded(y(point.value), decimals: 1) ?? "0")
        }
        let number = ChartFrame.number
        let isOff = last.status == .above || last.status == .below
        let css: Markup = isOff ? "point off" : "point"
        return """
            <svg class="spark" role="img" aria-label="\(summary)" viewBox="0 0 \(number(Self.width)) \
            \(number(Self.height))" width="\(number(Self.width))" height="\(number(Self.height))" \
            xmlns="http://www.w3.org/2000/svg"><polyline class="median" points="\(places.joined(separator: " "))"/>\
            <circle class="\(css)" cx="\(number(time.x(last.day)))" cy="\(number(y(last.value)))" r="3.5"/></svg>
            """
    }
}
