/// How many intervals held the truth.
struct HeldCounts: Sendable {
    /// Those that did.
    var held = 0
    /// All.
    var all = 0
    /// Sum of their widths.
    var width = 0.0

    /// Counts an interval.
    mutating func add(_ interval: ClosedRange<Double>?, truth: Double) {
        guard let interval else { return }
        all += 1
        if interval.contains(truth) { held += 1 }
        width += interval.upperBound - interval.lowerBound
    }

    /// Adds the counts of others.
    mutating func add(_ other: HeldCounts) {
        held += other.held
        all += other.all
        width += other.width
    }

    /// Share that held, in per cent with a decimal.
    var text: String {
        guard all > 0 else { return "–" }
        let tenths = (Double(held) * 1_000 / Double(all)).rounded()
        return "\(tenths / 10)"
    }
}
