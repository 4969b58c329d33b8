/// Itching and tenderness as logged, 0…10, on the time axis of the other charts.
package struct SymptomChart: Sendable {
    /// A mark.
    package struct Mark: Sendable, Equatable {
        /// Days since the first session.
        package var day: Double
        /// 0…10.
        package var value: Double

        /// Makes a mark.
        package init(day: Double, value: Double) {
            self.day = day
            self.value = value
        }
    }

    /// The language of its words.
    package var language: Language
    /// Itching in order of days.
    package var itching: [Mark]
    /// Tenderness in order of days.
    package var tenderness: [Mark]
    /// Size, time, sessions.
    package var frame: ChartFrame
    /// A line that tells what the chart shows.
    package var summary: String

    /// Makes a chart.
    package init(
        language: Language, itching: [Mark], tenderness: [Mark], frame: ChartFrame, summary: String
    ) {
        self.language = language
        self.itching = itching
        self.tenderness = tenderness
        self.frame = frame
        self.summary = summary
    }

    /// The axis of the values.
    var axis: ValueAxis {
        ValueAxis(values: [0, 10], floor: 0, leastSpan: 10, bottom: ChartFrame.bottom, top: ChartFrame.top)
    }

    /// The chart as markup.
    package var markup: Markup {
        let axis = axis
        let number = ChartFrame.number
        var labels = Markup()
        for label in axis.labels {
            let y = axis.y(label)
            labels += """
                <line class="grid" x1="\(number(ChartFrame.left))" x2="\(number(ChartFrame.right))" \
                y1="\(number(y))" y2="\(number(y))"/><text x="\(number(ChartFrame.left - 5))" \
                y="\(number(y + 3.5))" text-anchor="end">\(language.numbers.plain(label, decimals: 0))</text>
                """
        }
        var marks = Markup()
        marks += line(itching, axis, css: "itching")
        marks += line(tenderness, axis, css: "tenderness")
        for mark in itching {
            marks += """
                <circle class="point" cx="\(number(frame.time.x(mark.day)))" cy="\(number(axis.y(mark.value)))" r="3.5"/>
                """
        }
        for mark in tenderness {
            marks += """
                <rect class="point open" x="\(number(frame.time.x(mark.day) - 3.5))" \
                y="\(number(axis.y(mark.value) - 3.5))" width="7" height="7"/>
                """
        }
        return """
            <svg class="chart" role="img" aria-labelledby="title-symptoms desc-symptoms" \
            viewBox="0 0 \(number(ChartFrame.width)) \(number(ChartFrame.height))" \
            xmlns="http://www.w3.org/2000/svg"><title id="title-symptoms">\(language.text("charts.symptoms"))</title>\
            <desc id="desc-symptoms">\(summary)</desc>\(frame.background(in: language))\(labels)\(marks)</svg>
            """
    }

    private func line(_ marks: [Mark], _ axis: ValueAxis, css: String) -> Markup {
        guard marks.count > 1 else { return Markup() }
        let places = marks.map { mark in
            (NumberText.rounded(frame.time.x(mark.day), decimals: 1) ?? "0") + ","
                + (NumberText.rounded(axis.y(mark.value), decimals: 1) ?? "0")
        }
        return """
            <polyline class="symptom \(css)" points="\(places.joined(separator: " "))"/>
            """
    }
}
