/// Why a figure or its interval is not given.
package enum ComparisonReason: String, Sendable, Hashable, CaseIterable {
    /// No client's photos tell the quantity.
    case noClients = "no-clients"
    /// Too few clients for an interval that holds.
    case tooFewClients = "too-few-clients"
}
