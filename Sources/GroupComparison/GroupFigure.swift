/// A quantity of one group of clients.
package struct GroupFigure: Sendable, Equatable {
    /// What it is.
    package var quantity: ComparedQuantity
    /// Clients whose photos tell it.
    package var clients: Int
    /// Photos that it comes from.
    package var photos: Int
    /// The clients' mean, or their geometric mean where the measure is averaged by ratios; nil without clients.
    package var value: Double?
    /// The 95 % interval of the mean of all clients that such clients are drawn from; nil with ``reason``.
    package var interval: ClosedRange<Double>?
    /// Why there is no interval.
    package var reason: ComparisonReason?
}
