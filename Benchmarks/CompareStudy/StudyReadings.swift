import GroupComparison
import HealingCurve

/// How often a comparison of darkness says that two groups differ.
struct StudyReadings: Sendable {
    /// Practices.
    var practices = 0
    /// Those with at least one difference that holds for all comparisons together.
    var differ = 0
    /// Those with at least one that its own interval alone tells.
    var alone = 0

    /// Adds the counts of others.
    mutating func add(_ other: StudyReadings) {
        practices += other.practices
        differ += other.differ
        alone += other.alone
    }

    /// Counts the readings of a practice, made as the product makes them.
    ///
    /// - Parameters:
    ///   - groups: Each client's figures, by group.
    ///   - size: Clients a group.
    mutating func add(_ groups: [[StudyClient]], size: Int) {
        let told = StudyQuantity.all.indices.filter { StudyQuantity.all[$0].measure == .darkness }
        let together = 1 - (1 - ComparedGroups.level) / Double(told.count)
        func isTold(_ index: Int, _ level: Double) -> Bool {
            let samples = groups.map { ClientSample($0.prefix(size).compactMap { $0.figures[index] }) }
            return samples[0].interval(less: samples[1], level: level)?.contains(0) == false
        }
        practices += 1
        if told.contains(where: { isTold($0, together) }) { differ += 1 }
        if told.contains(where: { isTold($0, ComparedGroups.level) }) { alone += 1 }
    }

    /// Per cent of the practices.
    func text(_ count: Int) -> String {
        "\((Double(count) * 1_000 / Double(max(1, practices))).rounded() / 10)"
    }
}
