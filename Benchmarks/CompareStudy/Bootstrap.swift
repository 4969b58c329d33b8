import GroupComparison
import SteadyMath

/// Intervals by resampling, to hold beside those of the product.
enum Bootstrap {
    /// Resamples of a group.
    static let count = 599

    /// Draws as many entries as there are, with replacement.
    static func resampled<Entry>(_ entries: [Entry], using random: inout SeededRandom) -> [Entry] {
        entries.indices.map { _ in
            entries[Int(random.next().multipliedFullWidth(by: UInt64(entries.count)).high)]
        }
    }

    /// The 2.5 and 97.5 % points.
    static func middle(_ values: [Double]) -> ClosedRange<Double> {
        let sorted = values.sorted()
        let edge = Int((Double(sorted.count + 1) * 0.025).rounded())
        return sorted[edge - 1]...sorted[sorted.count - edge]
    }

    /// Percentile and studentised intervals of a mean, or of the difference of two means.
    ///
    /// - Parameters:
    ///   - first: A value a unit.
    ///   - second: The values whose mean is taken off, or nil.
    ///   - random: The stream that chance comes from.
    /// - Returns: The interval between the percentiles, and the studentised one (Efron & Tibshirani 1993, chapter 12).
    static func intervals(
        _ first: [Double], less second: [Double]?, using random: inout SeededRandom
    ) -> (percentile: ClosedRange<Double>, studentised: ClosedRange<Double>) {
        func moments(_ values: [Double]) -> (mean: Double, square: Double) {
            let sample = ClientSample(values)
            return (sample.mean, sample.variance / Double(values.count))
        }
        func statistic(_ first: [Double], _ second: [Double]?) -> (value: Double, error: Double) {
            let own = moments(first)
            guard let second else { return (own.mean, own.square.squareRoot()) }
            let other = moments(second)
            return (own.mean - other.mean, (own.square + other.square).squareRoot())
        }
        let told = statistic(first, second)
        var values: [Double] = []
        var ratios: [Double] = []
        for _ in 0..<count {
            let drawn = statistic(
                resampled(first, using: &random), second.map { resampled($0, using: &random) })
            values.append(drawn.value)
            ratios.append((drawn.value - told.value) / max(drawn.error, 1e-12))
        }
        let edges = middle(ratios)
        return (
            middle(values),
            told.value - edges.upperBound * told.error...told.value - edges.lowerBound * told.error
        )
    }
}
