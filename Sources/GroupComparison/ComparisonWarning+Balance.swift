extension ComparisonWarning {
    /// Groups whose means lie this many standard deviations apart are told: beyond a quarter, adjusting for the trait in a
    /// regression is not trusted any more (Stuart 2010, doi 10.1214/09-STS313); groups of ten lie half a deviation apart
    /// by chance one time in four, so that a smaller limit would always speak.
    package static let deviations = 0.5
    /// Shares of clients with one value of another factor that differ this much are told.
    package static let share = 0.5

    /// What the groups differ in beside the factor.
    ///
    /// - Parameter groups: The groups.
    /// - Returns: At most one warning a trait and a factor, of the pair of groups that differ most.
    static func all(in groups: [ComparedGroup]) -> [ComparisonWarning] {
        let traits = ComparedTrait.allCases.compactMap { trait(of: $0, groups) }
        let factors = Set(groups.flatMap(\.clients).flatMap(\.otherFactors.keys)).sorted()
        return traits + factors.compactMap { factor(of: $0, groups) }
    }

    private static func pairs(_ groups: [ComparedGroup]) -> [(ComparedGroup, ComparedGroup)] {
        groups.indices.flatMap { first in groups[(first + 1)...].map { (groups[first], $0) } }
    }

    private static func trait(of trait: ComparedTrait, _ groups: [ComparedGroup]) -> ComparisonWarning? {
        var worst: (first: String, second: String, deviations: Double)?
        for (first, second) in pairs(groups) {
            guard let own = first.traits[trait], let other = second.traits[trait], own.clients > 1,
                other.clients > 1
            else { continue }
            let variance = (own.deviation * own.deviation + other.deviation * other.deviation) / 2
            let difference = abs(own.mean - other.mean)
            guard difference >= trait.leastDifference else { continue }
            // Where all clients of both groups are alike, any difference is larger than every spread.
            let size = variance > 0 ? difference / variance.squareRoot() : .infinity
            if size > max(worst?.deviations ?? 0, deviations) { worst = (first.name, second.name, size) }
        }
        return worst.map {
            .trait(trait, first: $0.first, second: $0.second, deviations: $0.deviations)
        }
    }

    private static func factor(of factor: String, _ groups: [ComparedGroup]) -> ComparisonWarning? {
        var worst: ComparisonWarning?
        var most = share
        let values = Set(groups.flatMap(\.clients).map { $0.otherFactors[factor] })
            .sorted { ($0 ?? "") < ($1 ?? "") }
        for (first, second) in pairs(groups) {
            for value in values {
                func part(_ group: ComparedGroup) -> Double {
                    Double(group.clients.count { $0.otherFactors[factor] == value })
                        / Double(group.clients.count)
                }
                let own = part(first)
                let other = part(second)
                if abs(own - other) > most || (worst == nil && abs(own - other) == most) {
                    most = abs(own - other)
                    worst = .factor(
                        factor, value: value, first: first.name, second: second.name, firstShare: own,
                        secondShare: other)
                }
            }
        }
        return worst
    }
}
