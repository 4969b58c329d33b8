/// A client as groups are compared: the unit of all statistics here.
package struct ComparedClient: Sendable, Equatable {
    /// The client's id.
    package var id: String
    /// The group that the client belongs to.
    package var group: String
    /// What the photos after the last session say, in order of days.
    package var visits: [ComparedVisit]
    /// What is known of the client beside the measure.
    package var traits: [ComparedTrait: Double]
    /// The client's value of each of the other factors, where one is noted.
    package var otherFactors: [String: String]

    /// Makes a client.
    package init(
        id: String, group: String, visits: [ComparedVisit], traits: [ComparedTrait: Double] = [:],
        otherFactors: [String: String] = [:]
    ) {
        self.id = id
        self.group = group
        self.visits = visits
        self.traits = traits
        self.otherFactors = otherFactors
    }
}
