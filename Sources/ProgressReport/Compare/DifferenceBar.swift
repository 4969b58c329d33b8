import GroupComparison
import SteadyMath

/// A difference as a small picture in a row of a table: a mark on a line that holds "no difference" as a tick.
///
/// Thick: the difference's own interval. Thin: that for all comparisons together. Rows of one kind share a scale.
struct DifferenceBar {
    private static let width = 150.0
    private static let height = 18.0
    private static let margin = 5.0

    /// The furthest that any interval of the kind reaches from "no difference", in units of ``place(_:)``.
    private let reach: Double
    private let isRatio: Bool

    /// Makes the scale that rows of a kind share.
    ///
    /// - Parameters:
    ///   - differences: The rows.
    ///   - measure: What is compared.
    ///   - quantity: Any quantity of the kind.
    init(_ differences: [GroupDifference], of measure: ComparedMeasure, like quantity: ComparedQuantity) {
        let isRatio = ComparisonWords.isRatio(quantity, of: measure)
        self.isRatio = isRatio
        let alike = differences.filter { ($0.quantity == .fading) == (quantity == .fading) }
        let edges = alike.flatMap { difference in
            [difference.intervalTogether?.lowerBound, difference.intervalTogether?.upperBound].compactMap {
                $0
            }
        }
        reach = edges.map { abs(Self.offset($0, isRatio)) }.max() ?? 0
    }

    /// The picture of a row; empty where there is no interval.
    ///
    /// - Parameter difference: A row of the kind.
    /// - Returns: An SVG element that is passed over by screen readers: the row says the same in figures.
    func markup(_ difference: GroupDifference) -> Markup {
        guard let value = difference.value, let own = difference.interval,
            let all = difference.intervalTogether,
            reach > 0
        else { return Markup() }
        let y = Self.number(Self.height / 2)
        func line(_ range: ClosedRange<Double>, _ kind: Markup) -> Markup {
            """
            <line class="\(kind)" x1="\(x(range.lowerBound))" x2="\(x(range.upperBound))" y1="\(y)" y2="\(y)"/>
            """
        }
        let middle = Self.number(Self.width / 2)
        return """
            <svg class="difference" aria-hidden="true" viewBox="0 0 \(Self.number(Self.width)) \(Self.number(Self.height))">\
            <line class="none" x1="\(middle)" x2="\(middle)" y1="0" y2="\(Self.number(Self.height))"/>\
            \(line(all, "all"))\(line(own, "own"))<circle class="point" cx="\(x(value))" cy="\(y)" r="3.5"/></svg>
            """
    }

    private static func offset(_ value: Double, _ isRatio: Bool) -> Double {
        isRatio ? Steady.log(value) : value
    }

    private func x(_ value: Double) -> Markup {
        let half = Self.width / 2
        return Self.number(half + Self.offset(value, isRatio) / reach * (half - Self.margin))
    }

    private static func number(_ value: Double) -> Markup {
        Markup(raw: NumberText.rounded(value, decimals: 2) ?? "0")
    }
}
