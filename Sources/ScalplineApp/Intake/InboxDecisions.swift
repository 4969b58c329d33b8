import ClientRecords
import PhotoSeries
import ScalpMeasurement

/// Whose photos are, by what they have in common with clients' photos and with one another.
struct InboxDecisions {
    /// One a photo.
    private(set) var decisions: [InboxPlan.Decision] = []

    /// Decides.
    ///
    /// A link to one client decides. Links to two do not: they are one person, or photos lie in the wrong folder. Photos
    /// without a link that show the same scalp as one that has one are that client's; those that show the same scalp as
    /// one another may be a new client's.
    ///
    /// - Parameters:
    ///   - photos: The photos.
    ///   - links: For each what it has in common with clients.
    ///   - pairs: What photos have in common with one another, of those without a link to a client at least.
    ///   - clients: The clients.
    ///   - name: What a photo is called.
    init(
        photos: [MarkedPhoto], links: [[ClientMatching.Found]],
        pairs: [(photo: Int, other: Int, link: ScalpLink)], clients: [MarkedClient], name: (Int) -> String
    ) {
        var neighbours: [Int: [(other: Int, link: ScalpLink)]] = [:]
        for pair in pairs {
            neighbours[pair.photo, default: []].append((pair.other, pair.link))
            neighbours[pair.other, default: []].append((pair.photo, pair.link))
        }
        // Photos that show one scalp, step by step.
        var component = [Int?](repeating: nil, count: photos.count)
        var members: [[Int]] = []
        for start in photos.indices where component[start] == nil {
            var reached = [start]
            component[start] = members.count
            var next = 0
            while next < reached.count {
                for (other, _) in neighbours[reached[next]] ?? [] where component[other] == nil {
                    component[other] = members.count
                    reached.append(other)
                }
                next += 1
            }
            members.append(reached.sorted())
        }
        var groups = 0
        var groupOf: [Int: Int] = [:]
        for photo in photos.indices {
            let all = members[component[photo] ?? 0]
            let clientsOfAll = Set(all.flatMap { links[$0].map(\.client) }).sorted()
            let own = links[photo]
            if clientsOfAll.count > 1 {
                let ids = clientsOfAll.map { clients[$0].id.text }.joined(separator: " and ")
                decisions.append(
                    .decide(reason: "shows the same scalp as photos of \(ids): are they one person?"))
            } else if let found = own.first {
                let client = clients[found.client]
                decisions.append(
                    .client(
                        id: client.id.text, photo: client.photos[found.photo].found.name.text,
                        marks: found.link.pairs))
            } else if let client = clientsOfAll.first {
                let through = (neighbours[photo] ?? []).max { $0.link.evidence < $1.link.evidence }
                decisions.append(
                    .clientThrough(
                        id: clients[client].id.text, file: through.map { name($0.other) } ?? "",
                        marks: through?.link.pairs ?? 0))
            } else if all.count > 1 {
                let group = groupOf[component[photo] ?? 0] ?? groups + 1
                groups = max(groups, group)
                groupOf[component[photo] ?? 0] = group
                decisions.append(.newClient(group: group))
            } else {
                decisions.append(.decide(reason: Self.reason(photos[photo])))
            }
        }
    }

    /// Why nothing can be told of a photo.
    private static func reason(_ photo: MarkedPhoto) -> String {
        if photo.problems.contains(.noSkin) { return "shows little or no scalp" }
        if photo.problems.contains(.blurred) { return "too blurred to recognise anybody" }
        if !photo.marks.areEnough { return "too few dots, hairs and pores to recognise anybody" }
        if !photo.showsDots { return "shows no dots, and no hairs or pores that a client's photo shows" }
        return "shows dots that no client's newest photos show"
    }
}
