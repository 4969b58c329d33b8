import SteadyMath

/// The clients' figures of one quantity in one group.
package struct ClientSample: Sendable, Equatable {
    /// A value a client.
    package let values: [Double]
    /// Their mean; NaN without clients.
    package let mean: Double
    /// Their variance about the mean, `n − 1` in the denominator; NaN for fewer than two.
    package let variance: Double

    /// Takes a value a client.
    package init(_ values: [Double]) {
        self.values = values
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        self.mean = mean
        variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    }

    /// Interval of the mean of all clients that such clients are drawn from, by Student's t distribution.
    ///
    /// - Parameter level: Share of such intervals that hold the mean, 0…1.
    /// - Returns: The interval; nil for fewer than two clients.
    package func interval(level: Double) -> ClosedRange<Double>? {
        guard values.count > 1, variance.isFinite else { return nil }
        let count = Double(values.count)
        return Self.interval(mean, (variance / count).squareRoot(), degrees: count - 1, level: level)
    }

    /// Interval of the difference of two means, variances not taken as equal (Welch 1947, doi 10.2307/2332510).
    ///
    /// - Parameters:
    ///   - other: The clients whose mean is taken off.
    ///   - level: Share of such intervals that hold the difference, 0…1.
    /// - Returns: The interval; nil where either group has fewer than two clients.
    package func interval(less other: ClientSample, level: Double) -> ClosedRange<Double>? {
        guard values.count > 1, other.values.count > 1, variance.isFinite, other.variance.isFinite else {
            return nil
        }
        let own = variance / Double(values.count)
        let others = other.variance / Double(other.values.count)
        let sum = own + others
        guard sum > 0 else { return mean - other.mean...mean - other.mean }
        let degrees =
            sum * sum
            / (own * own / Double(values.count - 1) + others * others / Double(other.values.count - 1))
        return Self.interval(mean - other.mean, sum.squareRoot(), degrees: degrees, level: level)
    }

    private static func interval(
        _ middle: Double, _ error: Double, degrees: Double, level: Double
    ) -> ClosedRange<Double> {
        let reach = Steady.studentQuantile(1 - (1 - level) / 2, degrees: degrees) * error
        return middle - reach...middle + reach
    }
}
