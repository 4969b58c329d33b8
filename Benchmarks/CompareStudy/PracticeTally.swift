/// What the intervals of many practices held, by what they are about, by method and by clients a group.
struct PracticeTally: Sendable {
    /// Tells a row of the page and its column.
    struct Key: Hashable, Sendable {
        /// The quantity.
        var name: String
        /// How the interval was made.
        var method: Method
        /// Whether it is of a difference.
        var isDifference: Bool
        /// Clients a group.
        var clients: Int
    }

    /// How an interval is made.
    enum Method: String, CaseIterable, Sendable {
        case student = "t, by client"
        case percentile = "percentile bootstrap, by client"
        case studentised = "studentised bootstrap, by client"
        case photos = "percentile bootstrap, by photo"
    }

    /// Counts by key.
    var counts: [Key: HeldCounts] = [:]

    /// Counts an interval.
    mutating func add(
        _ name: String, _ method: Method, isDifference: Bool, clients: Int, _ interval: ClosedRange<Double>?,
        truth: Double
    ) {
        let key = Key(name: name, method: method, isDifference: isDifference, clients: clients)
        counts[key, default: HeldCounts()].add(interval, truth: truth)
    }

    /// Adds the counts of others.
    mutating func add(_ other: PracticeTally) {
        for (key, value) in other.counts { counts[key, default: HeldCounts()].add(value) }
    }
}
