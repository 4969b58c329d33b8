import SteadyMath

/// Groups of clients beside one another: the course of each and their differences, with intervals.
///
/// The unit is the client: each gives one figure a quantity, from its own photos. Intervals are Student's over clients'
/// figures and Welch's for differences; they are held against simulated practices in `Benchmarks/compare.md`, beside
/// bootstraps.
package struct ComparedGroups: Sendable, Equatable {
    /// The measure.
    package let measure: ComparedMeasure
    /// The groups, in the order of their names.
    package let groups: [ComparedGroup]
    /// What is compared: days that any group has clients for, then the yearly change.
    package let quantities: [ComparedQuantity]
    /// Every pair of groups in every quantity.
    package let differences: [GroupDifference]
    /// How many differences with an interval stand beside one another.
    package let comparisons: Int
    /// What the groups differ in beside the factor.
    package let warnings: [ComparisonWarning]

    /// Share of intervals that hold what they are about.
    package static let level = 0.95
    /// Clients that a group needs for an interval: with fewer, one odd client moves mean and spread so much that the
    /// interval holds less often than it says, or is too wide to be of use.
    package static let fewestClients = 5

    /// Compares groups.
    ///
    /// - Parameters:
    ///   - clients: The clients, each with its group.
    ///   - measure: What their visits tell.
    package init(_ clients: [ComparedClient], measure: ComparedMeasure) {
        self.measure = measure
        let byName = Dictionary(grouping: clients, by: \.group)
        let names = byName.keys.sorted()
        let candidates =
            measure.days.map { ComparedQuantity.value(day: $0) } + (measure.hasFading ? [.fading] : [])
        let samples = names.map { name in
            let own = byName[name] ?? []
            return candidates.map { quantity in
                own.compactMap { ClientFigure.of(quantity, measure: measure, visits: $0.visits) }
            }
        }
        let told = candidates.indices.filter { index in samples.contains { !$0[index].isEmpty } }
        quantities = told.map { candidates[$0] }
        let isRatio = measure.scale == .ratio
        groups = zip(names, samples).map { name, samples in
            let own = (byName[name] ?? []).sorted { $0.id < $1.id }
            return ComparedGroup(
                name: name, clients: own,
                figures: told.map {
                    Self.figure(candidates[$0], samples[$0], isRatio: isRatio && candidates[$0] != .fading)
                },
                traits: Self.traits(of: own))
        }
        let pairs = names.indices.flatMap { first in ((first + 1)..<names.count).map { (first, $0) } }
        let drawn = samples.map { $0.map { ClientSample($0.map(\.value)) } }
        func isTold(_ index: Int, _ pair: (Int, Int)) -> Bool {
            drawn[pair.0][index].values.count >= Self.fewestClients
                && drawn[pair.1][index].values.count >= Self.fewestClients
        }
        let count = told.reduce(0) { sum, index in sum + pairs.count { isTold(index, $0) } }
        comparisons = count
        differences = pairs.flatMap { pair in
            told.map { index in
                Self.difference(
                    candidates[index], (names[pair.0], drawn[pair.0][index]),
                    (names[pair.1], drawn[pair.1][index]),
                    isRatio: isRatio && candidates[index] != .fading, comparisons: count)
            }
        }
        warnings = ComparisonWarning.all(in: groups)
    }

    private static func shown(_ value: Double, _ isRatio: Bool) -> Double {
        isRatio ? Steady.exp(value) : value
    }

    private static func shown(_ range: ClosedRange<Double>?, _ isRatio: Bool) -> ClosedRange<Double>? {
        range.map { shown($0.lowerBound, isRatio)...shown($0.upperBound, isRatio) }
    }

    private static func figure(
        _ quantity: ComparedQuantity, _ figures: [ClientFigure], isRatio: Bool
    ) -> GroupFigure {
        let sample = ClientSample(figures.map(\.value))
        let isTold = figures.count >= fewestClients
        return GroupFigure(
            quantity: quantity, clients: figures.count, photos: figures.reduce(0) { $0 + $1.photos },
            value: figures.isEmpty ? nil : shown(sample.mean, isRatio),
            interval: isTold ? shown(sample.interval(level: level), isRatio) : nil,
            reason: figures.isEmpty ? .noClients : isTold ? nil : .tooFewClients)
    }

    private static func difference(
        _ quantity: ComparedQuantity, _ first: (name: String, sample: ClientSample),
        _ second: (name: String, sample: ClientSample), isRatio: Bool, comparisons: Int
    ) -> GroupDifference {
        let counts = [first.sample.values.count, second.sample.values.count]
        var difference = GroupDifference(
            quantity: quantity, first: first.name, second: second.name, firstClients: counts[0],
            secondClients: counts[1])
        guard !counts.contains(0) else {
            difference.reason = .noClients
            return difference
        }
        difference.value = shown(first.sample.mean - second.sample.mean, isRatio)
        let together = 1 - (1 - level) / Double(max(1, comparisons))
        guard counts.allSatisfy({ $0 >= fewestClients }),
            let own = first.sample.interval(less: second.sample, level: level),
            let all = first.sample.interval(less: second.sample, level: together)
        else {
            difference.reason = .tooFewClients
            return difference
        }
        difference.interval = shown(own, isRatio)
        difference.intervalTogether = shown(all, isRatio)
        difference.reading = !all.contains(0) ? .differ : !own.contains(0) ? .unsure : .notToldApart
        return difference
    }

    private static func traits(of clients: [ComparedClient]) -> [ComparedTrait: TraitSummary] {
        var summaries: [ComparedTrait: TraitSummary] = [:]
        for trait in ComparedTrait.allCases {
            let sample = ClientSample(clients.compactMap { $0.traits[trait] })
            guard !sample.values.isEmpty else { continue }
            summaries[trait] = TraitSummary(
                clients: sample.values.count, mean: sample.mean,
                deviation: sample.values.count > 1 ? sample.variance.squareRoot() : 0)
        }
        return summaries
    }
}
