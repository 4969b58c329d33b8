import GroupComparison
import SteadyMath
import Testing

@Suite("Groups beside one another")
struct ComparedGroupsTests {
    /// Clients with a value on day 30 and day 90, drawn about a middle.
    private func clients(
        _ group: String, _ count: Int, about middle: Double, spread: Double = 0.05, seed: UInt64,
        photos: Int = 1,
        traits: [ComparedTrait: Double] = [:], factors: [String: String] = [:]
    ) -> [ComparedClient] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { index in
            let value = middle + spread * random.normal()
            let visits = (0..<photos).flatMap { photo in
                [30.0, 90].map {
                    ComparedVisit(day: $0 + Double(photo) / 100, value: value, standardError: 0.01)
                }
            }
            return ComparedClient(
                id: "\(group)\(index)", group: group, visits: visits.sorted { $0.day < $1.day },
                traits: traits.mapValues { $0 + random.normal() }, otherFactors: factors)
        }
    }

    @Test("More photos of the same clients make no interval narrower: the client is the unit")
    func unit() {
        let few = ComparedGroups(clients("a", 10, about: 0.6, seed: 1), measure: .darkness)
        let many = ComparedGroups(clients("a", 10, about: 0.6, seed: 1, photos: 20), measure: .darkness)
        #expect(many.groups[0].photos == 20 * few.groups[0].photos)
        #expect(many.groups[0].figures[0].interval == few.groups[0].figures[0].interval)
        #expect(few.groups[0].figures[0].interval != nil)
    }

    @Test("95 % intervals hold the mean in 95 of 100 practices, of ten clients a group too")
    func holds() {
        var own = 0
        var differences = 0
        let practices = 1_000
        for seed in 0..<UInt64(practices) {
            let groups = ComparedGroups(
                clients("a", 10, about: 0.6, seed: 2 * seed)
                    + clients(
                        "b", 10, about: 0.5, spread: 0.12, seed: 2 * seed + 1), measure: .darkness)
            if groups.groups[0].figures[0].interval?.contains(0.6) == true { own += 1 }
            if groups.differences[0].interval?.contains(0.1) == true { differences += 1 }
        }
        #expect((930...970).contains(own))
        #expect((930...970).contains(differences))
    }

    @Test("Groups differ only where the interval for all comparisons together says so")
    func readings() throws {
        let far = ComparedGroups(
            clients("a", 20, about: 0.7, seed: 1) + clients("b", 20, about: 0.5, seed: 2), measure: .darkness)
        #expect(far.comparisons == 2)
        #expect(far.differences.map(\.reading) == [.differ, .differ])
        let first = far.differences[0]
        #expect(first.first == "a" && first.second == "b" && first.firstClients == 20)
        let own = try #require(first.interval)
        let together = try #require(first.intervalTogether)
        #expect(together.lowerBound < own.lowerBound && own.upperBound < together.upperBound)
        #expect(own.contains(try #require(first.value)))

        let alike = ComparedGroups(
            clients("a", 20, about: 0.6, seed: 1) + clients("b", 20, about: 0.6, seed: 2), measure: .darkness)
        #expect(alike.differences.allSatisfy { $0.reading == .notToldApart })

        // A difference that its own interval tells and that for all twelve of four groups does not.
        let names = ["a", "b", "c", "d"]
        let many = ComparedGroups(
            names.enumerated().flatMap { index, name in
                clients(name, 20, about: name == "d" ? 0.636 : 0.6, seed: UInt64(index + 1))
            }, measure: .darkness)
        #expect(many.comparisons == 12)
        let unsure = many.differences.filter { $0.reading == .unsure }
        #expect(!unsure.isEmpty)
        for difference in unsure {
            #expect(
                difference.interval?.contains(0) == false && difference.intervalTogether?.contains(0) == true)
        }
    }

    @Test("Fewer clients than an interval needs have a mean, no interval, and the reason")
    func few() {
        let groups = ComparedGroups(
            clients("a", 4, about: 0.6, seed: 1) + clients("b", 20, about: 0.5, seed: 2), measure: .darkness)
        let figure = groups.groups[0].figures[0]
        #expect(figure.clients == 4 && figure.value != nil && figure.interval == nil)
        #expect(figure.reason == .tooFewClients)
        #expect(groups.differences[0].value != nil && groups.differences[0].reading == nil)
        #expect(groups.differences[0].reason == .tooFewClients)
        #expect(groups.comparisons == 0)
    }

    @Test("Days that no client's photos tell are not listed; a group without clients for a day says so")
    func days() {
        let all = clients("a", 6, about: 0.6, seed: 1)
        let early = clients("b", 6, about: 0.6, seed: 2).map { client in
            var client = client
            client.visits = client.visits.filter { $0.day < 60 }
            return client
        }
        let groups = ComparedGroups(all + early, measure: .darkness)
        #expect(groups.quantities == [.value(day: 30), .value(day: 90)])
        #expect(groups.groups[1].figures[1].reason == .noClients)
        #expect(groups.groups[1].figures[1].value == nil)
        #expect(groups.differences[1].reason == .noClients)
        #expect(ComparedGroups([], measure: .darkness).groups.isEmpty)
    }

    @Test("Coverage has geometric means and ratios")
    func ratios() throws {
        let groups = ComparedGroups(
            clients("a", 8, about: 0.04, spread: 0, seed: 1)
                + clients("b", 8, about: 0.02, spread: 0, seed: 2),
            measure: .coverage)
        #expect(abs(try #require(groups.groups[0].figures[0].value) - 0.04) < 1e-12)
        #expect(abs(try #require(groups.differences[0].value) - 2) < 1e-12)
        let range = try #require(
            ComparedGroups(
                clients("a", 8, about: 0.04, spread: 0.01, seed: 1)
                    + clients(
                        "b", 8, about: 0.02, spread: 0.004, seed: 2), measure: .coverage
            ).differences[0].interval)
        #expect(range.lowerBound > 1 && range.contains(2))
    }

    @Test("What differs beside the factor is told where it is much, and only then")
    func warnings() {
        func warnings(_ own: Double, _ other: Double, _ first: String, _ second: String)
            -> [ComparisonWarning]
        {
            ComparedGroups(
                clients(
                    "a", 20, about: 0.6, seed: 1, traits: [.skin: own, .lastDay: 300],
                    factors: ["practitioner": first])
                    + clients(
                        "b", 20, about: 0.6, seed: 2, traits: [.skin: other, .lastDay: 300],
                        factors: ["practitioner": second]), measure: .darkness
            ).warnings
        }
        #expect(warnings(40, 40, "Kim", "Kim").isEmpty)
        // Many deviations, yet no more than skin differs from photo to photo.
        #expect(warnings(40, 43, "Kim", "Kim").isEmpty)
        let told = warnings(40, 20, "Kim", "Lee")
        #expect(told.count == 2)
        guard case .trait(.skin, "a", "b", let deviations) = told[0] else {
            Issue.record("no warning about skin")
            return
        }
        #expect(deviations > 5)
        #expect(
            told[1]
                == .factor(
                    "practitioner", value: "Kim", first: "a", second: "b", firstShare: 1, secondShare: 0))
    }

    @Test("The order of the clients changes nothing")
    func order() {
        let all = clients("a", 9, about: 0.6, seed: 1) + clients("b", 9, about: 0.5, seed: 2)
        let groups = ComparedGroups(all, measure: .darkness)
        #expect(groups.groups.map(\.name) == ["a", "b"])
        #expect(ComparedGroups(all, measure: .darkness) == groups)
        let turned = ComparedGroups(all.reversed(), measure: .darkness)
        #expect(
            turned.groups.map(\.name) == ["a", "b"] && turned.groups[0].clients == groups.groups[0].clients)
        #expect(turned.differences.map(\.reading) == groups.differences.map(\.reading))
    }
}
