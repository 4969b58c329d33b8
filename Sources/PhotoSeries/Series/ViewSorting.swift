/// Photos of one head sorted by what registers.
struct ViewSorting {
    /// Photos of one place.
    struct Group {
        /// The place's name.
        var name: String
        /// In order of time.
        var photos: [Int]
        /// The photo that the others were brought over, or nil where none has dots enough.
        var anchor: Int?
    }

    /// The places; each photo is in one.
    private(set) var groups: [Group] = []

    /// Share of a photo's dots that another one shows, for both to be of one place: two places of a head may touch.
    private static let leastShare = 0.3
    /// Photos that others are tried on, and places that a photo left over is tried on, at most: a folder of many heads
    /// ends in time.
    private static let mostAnchors = 16
    private static let mostPlaces = 4

    /// Sorts the photos.
    ///
    /// - Parameters:
    ///   - photos: In order of time.
    ///   - names: For each photo the name of its view, or nil.
    ///   - matches: The matches known so far.
    init(of photos: [PhotoEvidence], names: [String?], matches: inout PhotoMatches) {
        let names = names.map { $0 == HeadView.unnamed ? nil : $0 }
        for photo in photos.indices {
            guard let name = names[photo] else { continue }
            if let known = groups.firstIndex(where: { $0.name == name }) {
                groups[known].photos.append(photo)
            } else {
                groups.append(Group(name: name, photos: [photo]))
            }
        }
        for index in groups.indices {
            groups[index].anchor = SeriesAlignment.anchor(
                of: photos, among: groups[index].photos, matches: &matches)
        }
        let namedGroups = groups.count
        var rest = photos.indices.filter { names[$0] == nil }
        join(&rest, matches: &matches)
        var alone: [Int] = []
        // A photo that shares little with a place may be of another one that touches it.
        var fallbacks: [Int: Int] = [:]
        for _ in 0..<Self.mostAnchors {
            guard let anchor = SeriesAlignment.candidates(of: photos, among: rest).first else { break }
            var group = Group(name: HeadView.unnamed, photos: [anchor], anchor: anchor)
            var touching: [Int] = []
            for photo in rest where photo != anchor {
                guard let match = matches.result(of: photo, over: anchor, .dots).match else { continue }
                if match.sharedPart >= Self.leastShare {
                    group.photos.append(photo)
                } else {
                    touching.append(photo)
                }
            }
            rest.removeAll(where: group.photos.contains)
            if group.photos.count > 1 || !touching.isEmpty {
                for photo in touching where fallbacks[photo] == nil { fallbacks[photo] = groups.count }
                groups.append(group)
            } else {
                alone.append(anchor)
            }
        }
        for photo in alone {
            guard let group = fallbacks[photo] else { continue }
            groups[group].photos.append(photo)
        }
        rest = (rest + alone.filter { fallbacks[$0] == nil }).sorted()
        for marks in [PhotoMatches.Marks.dots, .landmarks] { attach(&rest, by: marks, matches: &matches) }
        sortByPhotos(from: namedGroups)
        if !rest.isEmpty {
            if groups.count > namedGroups {
                groups[namedGroups].photos += rest
            } else {
                groups.append(Group(name: HeadView.unnamed, photos: rest))
            }
        }
        for index in groups.indices { groups[index].photos.sort() }
        name(from: namedGroups)
    }

    /// Adds photos to the places whose anchors they register with, to the one that shows most of each.
    private mutating func join(_ rest: inout [Int], matches: inout PhotoMatches) {
        var left: [Int] = []
        for photo in rest {
            var best: (group: Int, share: Double)?
            for index in groups.indices {
                guard let anchor = groups[index].anchor,
                    let match = matches.result(of: photo, over: anchor, .dots).match,
                    match.sharedPart >= Self.leastShare, match.sharedPart > best?.share ?? 0
                else { continue }
                best = (index, match.sharedPart)
            }
            if let best { groups[best.group].photos.append(photo) } else { left.append(photo) }
        }
        rest = left
    }

    /// Adds photos to the places of which they register with a photo near in time.
    private mutating func attach(
        _ rest: inout [Int], by marks: PhotoMatches.Marks, matches: inout PhotoMatches
    ) {
        var progress = true
        while progress {
            progress = false
            for photo in rest {
                let stones = groups.map { group in
                    group.photos.sorted {
                        abs($0 - photo) != abs($1 - photo) ? abs($0 - photo) < abs($1 - photo) : $0 < $1
                    }
                    .prefix(SeriesAlignment.steppingStones)
                }
                func distance(_ group: Int) -> Int { stones[group].first.map { abs($0 - photo) } ?? .max }
                let nearest = groups.indices.sorted {
                    (distance($0), $0) < (distance($1), $1)
                }
                let home = nearest.prefix(Self.mostPlaces).first { group in
                    stones[group].contains { matches.result(of: photo, over: $0, marks).match != nil }
                }
                guard let home else { continue }
                groups[home].photos.append(photo)
                rest.removeAll { $0 == photo }
                progress = true
            }
        }
    }

    /// Puts the unnamed places in order: the one with the most photos first, then the earlier one.
    private mutating func sortByPhotos(from first: Int) {
        let sorted = groups[first...].sorted {
            $0.photos.count != $1.photos.count
                ? $0.photos.count > $1.photos.count
                : ($0.photos.min() ?? 0) < ($1.photos.min() ?? 0)
        }
        groups.replaceSubrange(first..., with: sorted)
    }

    /// Names the unnamed places.
    private mutating func name(from first: Int) {
        var taken = Set(groups[..<first].map(\.name))
        for index in groups.indices.dropFirst(first) {
            var name = HeadView.unnamed
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(HeadView.unnamed)-\(number)"
                number += 1
            }
            groups[index].name = name
        }
    }
}
