import ProgressReport

/// Why a client belongs to no group.
struct GroupingFailure: Error, Equatable, Sendable {
    /// Why.
    var reason: ComparisonReport.Exclusion
}
