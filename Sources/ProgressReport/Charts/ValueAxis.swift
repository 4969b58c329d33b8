/// An even axis of values with round labels.
package struct ValueAxis: Sendable, Equatable {
    /// The lowest value shown.
    package let low: Double
    /// The highest value shown.
    package let high: Double
    /// Distance between labels.
    package let step: Double
    /// Where the lowest value lies.
    package let bottom: Double
    /// Where the highest value lies.
    package let top: Double

    /// Makes an axis whose ends are round.
    ///
    /// - Parameters:
    ///   - values: Values that must be shown.
    ///   - floor: A value below which nothing is shown, or nil.
    ///   - leastSpan: The smallest range shown, so that noise is not blown up.
    ///   - bottom: Where the lowest value lies, in units of the chart.
    ///   - top: Where the highest value lies.
    package init(values: [Double], floor: Double?, leastSpan: Double, bottom: Double, top: Double) {
        let finite = values.filter(\.isFinite)
        var low = finite.min() ?? 0
        var high = finite.max() ?? leastSpan
        if let floor { low = max(low, floor) }
        if high - low < leastSpan {
            let middle = (low + high) / 2
            low = middle - leastSpan / 2
            high = middle + leastSpan / 2
            if let floor, low < floor {
                low = floor
                high = floor + leastSpan
            }
        }
        step = Self.roundStep(for: (high - low) / 4)
        self.low = (low / step).rounded(.down) * step
        self.high = (high / step).rounded(.up) * step
        self.bottom = bottom
        self.top = top
    }

    /// Where a value lies, in units of the chart.
    package func y(_ value: Double) -> Double {
        bottom + (value - low) / (high - low) * (top - bottom)
    }

    /// The labelled values.
    package var labels: [Double] {
        let count = Int(((high - low) / step).rounded())
        return (0...count).map { low + Double($0) * step }
    }

    /// Decimals that tell the labels apart.
    package var decimals: Int { max(0, -NumberText.magnitude(of: step * 1.000_001)) }

    /// The next of 1, 2, 5 times a power of ten.
    private static func roundStep(for wanted: Double) -> Double {
        var power = 1.0
        let magnitude = NumberText.magnitude(of: wanted)
        for _ in 0..<abs(magnitude) { power *= 10 }
        let unit = magnitude < 0 ? 1 / power : power
        for factor in [1.0, 2, 5] where factor * unit >= wanted * 0.999 { return factor * unit }
        return 10 * unit
    }
}
