import HealingCurve

/// What all charts of a report share: size, time axis, stages and sessions.
package struct ChartFrame: Sendable {
    /// Units of the chart; on paper and on a phone about a pixel each.
    package static let width = 320.0
    /// Units of the chart.
    package static let height = 204.0
    static let left = 34.0
    static let right = 313.0
    static let top = 30.0
    static let bottom = 173.0
    /// Units between the plot's edges and the first and last day, so that no mark is cut.
    private static let margin = 9.0
    /// Units that a letter of the small text takes on average.
    private static let letterWidth = 4.6

    /// Days since the first session.
    package let time: TimeAxis
    /// Sessions, in days since the first.
    package let sessions: [Double]

    /// Makes a frame.
    ///
    /// - Parameters:
    ///   - days: Days that must be shown, since the first session.
    ///   - sessions: Days of the sessions on the same clock, in order.
    package init(days: [Double], sessions: [Double]) {
        time = TimeAxis(
            days: days + sessions, left: Self.left + Self.margin, right: Self.right - Self.margin)
        self.sessions = sessions
    }

    /// Stages behind the chart, the time labels and the sessions' lines.
    func background(in language: Language) -> Markup {
        stages(language) + timeLabels(language) + sessionLines(language)
    }

    /// A coordinate with two decimals.
    static func number(_ value: Double) -> Markup {
        Markup(raw: NumberText.rounded(value, decimals: 2) ?? "0")
    }

    /// A stage's place behind the chart.
    struct StageSpan {
        /// Which of the stages after a session it is, from 0.
        var order: Int
        var stage: HealingStage
        var x: Double
        var width: Double
    }

    /// The stages after each session, up to the next one and the chart's edge.
    var stageSpans: [StageSpan] {
        var spans: [StageSpan] = []
        for (index, session) in sessions.enumerated() {
            let end = index + 1 < sessions.count ? sessions[index + 1] : .infinity
            let stages = StageGuide.stages
            for (order, stage) in stages.enumerated() {
                let from = session + StageGuide.firstDay(stage)
                let to =
                    order + 1 < stages.count ? session + StageGuide.firstDay(stages[order + 1]) : .infinity
                guard from < min(to, end), time.x(from) < Self.right else { continue }
                let x = time.x(from)
                let width = min(time.x(min(to, end, time.last + 1e6)), Self.right) - x
                spans.append(StageSpan(order: order, stage: stage, x: x, width: width))
            }
        }
        return spans
    }

    private func stages(_ language: Language) -> Markup {
        var markup = Markup()
        for span in stageSpans {
            markup += """
                <rect class="stage s\(span.order)" x="\(Self.number(span.x))" y="\(Self.number(Self.top))" \
                width="\(Self.number(span.width))" height="\(Self.number(Self.bottom - Self.top))"/>
                """
            let name = language.stages.short(span.stage)
            if span.width > Double(name.count) * Self.letterWidth {
                markup += """
                    <text class="small" x="\(Self.number(span.x + span.width / 2))" \
                    y="\(Self.number(Self.top - 5))" text-anchor="middle">\(name)</text>
                    """
            }
        }
        return markup
    }

    private func timeLabels(_ language: Language) -> Markup {
        var markup = Markup()
        for day in time.labelledDays {
            let x = Self.number(time.x(day))
            markup += """
                <line class="tick" x1="\(x)" x2="\(x)" y1="\(Self.number(Self.bottom))" \
                y2="\(Self.number(Self.bottom + 4))"/><text x="\(x)" y="\(Self.number(Self.bottom + 16))" \
                text-anchor="middle">\(language.numbers.plain(day, decimals: 0))</text>
                """
        }
        markup += """
            <text class="small" x="\(Self.number(Self.right))" y="\(Self.number(Self.bottom + 29))" \
            text-anchor="end">\(language.text("charts.time"))</text>
            """
        return markup
    }

    private func sessionLines(_ language: Language) -> Markup {
        var markup = Markup()
        for (index, session) in sessions.enumerated() {
            let x = Self.number(time.x(session))
            markup += """
                <line class="session" x1="\(x)" x2="\(x)" y1="\(Self.number(Self.top - 14))" \
                y2="\(Self.number(Self.bottom))"/><text class="small" x="\(x)" \
                y="\(Self.number(Self.top - 18))" text-anchor="middle">\
                \(language.report.sessionMark(index + 1, of: sessions.count))</text>
                """
        }
        return markup
    }
}
