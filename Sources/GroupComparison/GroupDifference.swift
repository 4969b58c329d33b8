/// How two groups of clients differ in one quantity.
package struct GroupDifference: Sendable, Equatable {
    /// What the intervals say.
    package enum Reading: String, Sendable, CaseIterable {
        /// Even the interval that holds for all comparisons together leaves no difference out.
        case differ
        /// The difference's own interval leaves "no difference" out, that for all comparisons together does not: among
        /// so many comparisons such a one comes by chance.
        case unsure
        /// The interval holds "no difference". It does not say that the groups are alike.
        case notToldApart = "not-told-apart"
    }

    /// What is compared.
    package var quantity: ComparedQuantity
    /// The group whose figure the other's is taken off, or divided by the other's.
    package var first: String
    /// The other group.
    package var second: String
    /// Clients of the first group whose photos tell it.
    package var firstClients: Int
    /// Clients of the other group whose photos tell it.
    package var secondClients: Int
    /// First less second, or first over second where the measure is averaged by ratios; nil with ``reason``.
    package var value: Double?
    /// The 95 % interval of this difference alone.
    package var interval: ClosedRange<Double>?
    /// Its interval such that those of all comparisons hold together in 95 % (Bonferroni).
    package var intervalTogether: ClosedRange<Double>?
    /// What the intervals say; nil with ``reason``.
    package var reading: Reading?
    /// Why there is no difference or no interval.
    package var reason: ComparisonReason?
}
