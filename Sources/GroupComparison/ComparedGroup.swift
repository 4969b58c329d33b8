/// One of the groups, with its course over time.
package struct ComparedGroup: Sendable, Equatable {
    /// The factor's value that its clients share.
    package var name: String
    /// Its clients, in the order of their ids.
    package var clients: [ComparedClient]
    /// The course: a figure a quantity, days first.
    package var figures: [GroupFigure]
    /// The mean and the number of clients of what may differ beside the factor.
    package var traits: [ComparedTrait: TraitSummary]

    /// Photos after the last session that tell the measure.
    package var photos: Int { clients.reduce(0) { $0 + $1.visits.count } }
}

/// The mean of a trait over the clients of a group.
package struct TraitSummary: Sendable, Equatable {
    /// Clients of whom it is known.
    package var clients: Int
    /// Their mean.
    package var mean: Double
    /// Their standard deviation; 0 for a single one.
    package var deviation: Double
}
