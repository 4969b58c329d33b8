import GroupComparison

/// The courses of groups beside one another, as an SVG element for a page that carries ``ComparisonStyle``.
struct ComparisonChart {
    private static let width = 640.0
    private static let height = 330.0
    private static let left = 46.0
    private static let right = 632.0
    private static let top = 22.0
    private static let bottom = 292.0
    /// Colours and shapes that are told apart.
    static let mostGroups = 6
    /// The share of the room between two days that the groups of one day take.
    private static let spread = 0.55

    /// Single clients stand so far left of their group's mark.
    private static let aside = 9.0

    /// The groups that are drawn: those with most clients, in their order.
    let groups: [ComparedGroup]
    private let report: ComparisonReport
    private let days: [Double]

    /// Draws a comparison.
    init(_ report: ComparisonReport) {
        self.report = report
        let all = report.groups.groups
        let least = all.map(\.clients.count).sorted(by: >).prefix(Self.mostGroups).last ?? 0
        groups = Array(all.filter { $0.clients.count >= least }.prefix(Self.mostGroups))
        days = report.groups.quantities.compactMap { quantity in
            if case .value(let day) = quantity { day } else { nil }
        }
    }

    /// Whether there is anything to draw.
    var hasFigures: Bool { !groups.isEmpty && !days.isEmpty }

    /// The legend: a mark and a name a group.
    var legend: Markup {
        let entries = groups.enumerated().map { index, group -> Markup in
            """
            <li><svg viewBox="0 0 28 16" aria-hidden="true">\(mark(index, x: 14, y: 8))</svg><bdi>\(group.name)</bdi> \
            (\(group.clients.count))</li>
            """
        }
        return "<ul class=\"legend\">\(entries)</ul>"
    }

    /// The chart as markup.
    var markup: Markup {
        let axis = axis
        return """
            <svg class="chart compare" role="img" aria-labelledby="compare-title compare-desc" \
            viewBox="0 0 \(Self.number(Self.width)) \(Self.number(Self.height))" xmlns="http://www.w3.org/2000/svg">\
            <title id="compare-title">\(ComparisonWords.title(report))</title>\
            <desc id="compare-desc">\(summary)</desc>\(grid(axis))\
            \(groups.indices.map { clients($0, axis) })\(groups.indices.map { course($0, axis) })</svg>
            """
    }

    private var measure: ComparedMeasure { report.groups.measure }
    private var factor: Double { measure == .darkness || measure == .coverage ? 100 : 1 }

    /// What the chart shows, for those who do not see it.
    private var summary: String {
        groups.map { group in
            let told = group.figures.compactMap { figure -> String? in
                guard case .value = figure.quantity, let value = figure.value else { return nil }
                return ComparisonWords.name(figure.quantity) + " "
                    + ComparisonWords.number(value, figure.quantity, of: measure)
            }
            return group.name + ": " + told.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    private var axis: ValueAxis {
        let figures = groups.flatMap(\.figures).filter { $0.quantity != .fading }
        let edges = figures.flatMap { figure in
            [figure.value, figure.interval?.lowerBound, figure.interval?.upperBound].compactMap { $0 }
        }
        let singles = groups.indices.flatMap { group in days.indices.flatMap { ones(group, $0) } }
        let floor: Double? = measure == .redness ? nil : 0
        return ValueAxis(
            values: (edges + singles).map { $0 * factor }, floor: floor, leastSpan: 1e-6, bottom: Self.bottom,
            top: Self.top)
    }

    /// Values of the group's clients on a day.
    private func ones(_ group: Int, _ day: Int) -> [Double] {
        groups[group].clients.compactMap { client in
            ClientFigure.of(.value(day: days[day]), measure: measure, visits: client.visits).map {
                measure.shown($0.value)
            }
        }
    }

    private func grid(_ axis: ValueAxis) -> Markup {
        var markup = Markup()
        for label in axis.labels {
            let y = Self.number(axis.y(label))
            markup += """
                <line class="grid" x1="\(Self.number(Self.left))" x2="\(Self.number(Self.right))" y1="\(y)" y2="\(y)"/>\
                <text x="\(Self.number(Self.left - 6))" y="\(Self.number(axis.y(label) + 3.5))" text-anchor="end">\
                \(ComparisonWords.plain(label, axis.decimals))</text>
                """
        }
        let unit = ComparisonWords.unit(.value(day: 0), of: measure)
        markup +=
            "<text class=\"small\" x=\"\(Self.number(Self.left))\" y=\"12\">\(unit)</text>"
        for index in days.indices {
            let x = Self.number(middle(index))
            markup += """
                <line class="tick" x1="\(x)" x2="\(x)" y1="\(Self.number(Self.bottom))" \
                y2="\(Self.number(Self.bottom + 4))"/><text x="\(x)" y="\(Self.number(Self.bottom + 17))" \
                text-anchor="middle">day \(ComparisonWords.plain(days[index], 0))</text>
                """
        }
        return markup
    }

    private func clients(_ group: Int, _ axis: ValueAxis) -> Markup {
        var markup = Markup()
        for day in days.indices {
            let x = Self.number(self.x(group, day) - Self.aside)
            for value in ones(group, day) {
                markup += """
                    <circle class="one" style="fill:var(--g\(group))" cx="\(x)" \
                    cy="\(Self.number(axis.y(value * factor)))" r="2"/>
                    """
            }
        }
        return markup
    }

    private func course(_ group: Int, _ axis: ValueAxis) -> Markup {
        var line = ""
        var marks = Markup()
        for (index, day) in days.enumerated() {
            guard let figure = groups[group].figures.first(where: { $0.quantity == .value(day: day) }),
                let value = figure.value
            else { continue }
            let x = x(group, index)
            let y = axis.y(value * factor)
            line += (line.isEmpty ? "M" : "L") + Self.number(x).text + " " + Self.number(y).text
            if let interval = figure.interval {
                marks += """
                    <line class="reach" style="stroke:var(--g\(group))" x1="\(Self.number(x))" x2="\(Self.number(x))" \
                    y1="\(Self.number(axis.y(interval.lowerBound * factor)))" \
                    y2="\(Self.number(axis.y(interval.upperBound * factor)))"/>
                    """
            }
            marks += mark(group, x: x, y: y)
        }
        return """
            <path class="line" style="stroke:var(--g\(group))" d="\(line)"/>\(marks)
            """
    }

    private func middle(_ day: Int) -> Double {
        Self.left + (Double(day) + 0.5) * (Self.right - Self.left) / Double(days.count)
    }

    private func x(_ group: Int, _ day: Int) -> Double {
        let room = (Self.right - Self.left) / Double(days.count) * Self.spread
        return middle(day) + room * ((Double(group) + 0.5) / Double(groups.count) - 0.5)
    }

    /// A group's mark: circle, square, triangle, diamond, triangle upside down, hollow circle.
    private func mark(_ group: Int, x: Double, y: Double) -> Markup {
        let place: Markup = "transform=\"translate(\(Self.number(x)) \(Self.number(y)))\""
        let fill: Markup = "style=\"fill:var(--g\(group));stroke:var(--surface)\""
        return switch group {
        case 0: "<circle \(place) \(fill) r=\"5\"/>"
        case 1: "<path \(place) \(fill) d=\"M-4.5 -4.5h9v9h-9z\"/>"
        case 2: "<path \(place) \(fill) d=\"M0 -6l5.5 10h-11z\"/>"
        case 3: "<path \(place) \(fill) d=\"M0 -6l5 6l-5 6l-5 -6z\"/>"
        case 4: "<path \(place) \(fill) d=\"M0 6l5.5 -10h-11z\"/>"
        default:
            "<circle \(place) style=\"fill:var(--surface);stroke:var(--g\(group));stroke-width:2\" r=\"4.5\"/>"
        }
    }

    private static func number(_ value: Double) -> Markup {
        Markup(raw: NumberText.rounded(value, decimals: 2) ?? "0")
    }
}
