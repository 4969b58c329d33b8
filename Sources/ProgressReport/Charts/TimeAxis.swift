import SteadyMath

/// A time axis that shows the first two weeks and a year alike.
///
/// ```
/// place(day) = ± ln(1 + |day| / 2)
/// ```
/// The first two weeks take about two fifths of a year's axis.
package struct TimeAxis: Sendable, Equatable {
    /// Days at which the logarithm takes over from an even scale.
    private static let evenDays = 2.0
    /// Days that may be labelled.
    private static let candidates: [Double] = [
        0, 7, 365, 42, 28, 90, 14, 3, 180, 1, 730, 1_095, 1_825, 3_650, 7_300, -7, -30, -90, -365,
    ]
    /// Units between two labels, so that they stay apart.
    private static let labelDistance = 19.0

    /// A label may stand this many days past the last photo: a year's photo is seldom taken to the hour.
    private static let labelReach = 0.75

    /// The first day shown.
    package let first: Double
    /// The last day shown.
    package let last: Double
    /// Where the first day lies.
    package let left: Double
    /// Where the last day lies.
    package let right: Double

    /// Makes an axis.
    ///
    /// - Parameters:
    ///   - days: Days that must be shown; day 0 is shown in any case.
    ///   - left: Where the first day lies, in units of the chart.
    ///   - right: Where the last day lies.
    package init(days: [Double], left: Double, right: Double) {
        let finite = days.filter(\.isFinite)
        first = min(finite.min() ?? 0, -0.5)
        last = max(finite.max() ?? 0, 3)
        self.left = left
        self.right = right
    }

    /// Where a day lies, in units of the chart.
    package func x(_ day: Double) -> Double {
        let start = Self.place(first)
        return left + (Self.place(day) - start) / (Self.place(last) - start) * (right - left)
    }

    /// Days to label, in order, far enough apart to be read.
    package var labelledDays: [Double] {
        var chosen: [Double] = []
        for day in Self.candidates where day >= first && day <= last + Self.labelReach {
            if chosen.allSatisfy({ abs(x($0) - x(day)) >= Self.labelDistance }) { chosen.append(day) }
        }
        return chosen.sorted()
    }

    private static func place(_ day: Double) -> Double {
        let size = Steady.log(1 + abs(day) / evenDays)
        return day < 0 ? -size : size
    }
}
