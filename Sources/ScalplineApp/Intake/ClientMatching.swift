import ClientRecords
import PhotoSeries

/// Finds whose scalp photos show, by the marks that they share with clients' photos.
enum ClientMatching {
    /// A client's photo that shows the same scalp.
    struct Found: Sendable {
        /// The client's number.
        var client: Int
        /// The photo's number among the client's.
        var photo: Int
        /// What both have in common.
        var link: ScalpLink
    }

    /// Holds photos against clients, each against as many of a client's photos as it takes to find one.
    ///
    /// - Parameters:
    ///   - photos: The photos.
    ///   - clients: The clients.
    ///   - jobs: How many clients at once.
    ///   - skipping: Whether a photo is not held against a client, by their numbers.
    ///   - told: Called on the calling thread as each client is done.
    /// - Returns: For each photo what was found, in the clients' order; one link a client at most.
    static func links(
        of photos: [MarkedPhoto], to clients: [MarkedClient], jobs: Int,
        skipping: @escaping @Sendable (Int, Int) -> Bool = { _, _ in false }, told: (Int) -> Void = { _ in }
    ) -> [[Found]] {
        var found = [[Found]](repeating: [], count: photos.count)
        OrderedWork.run(Array(clients.indices), jobs: jobs) { client -> [(photo: Int, found: Found)] in
            var links: [(photo: Int, found: Found)] = []
            var open = photos.indices.filter { photos[$0].marks.areEnough && !skipping($0, client) }
            for (number, fixed) in clients[client].photos.enumerated() where !open.isEmpty {
                let recognition = ScalpRecognition(of: fixed.marked.marks)
                open.removeAll { photo in
                    guard
                        let link = link(
                            of: photos[photo], over: recognition, showsDots: fixed.marked.showsDots)
                    else { return false }
                    links.append((photo, Found(client: client, photo: number, link: link)))
                    return true
                }
            }
            return links
        } deliver: { client, links in
            for link in links { found[link.photo].append(link.found) }
            told(client)
        }
        return found
    }

    /// Photos that show the same scalp as one another.
    ///
    /// - Parameters:
    ///   - open: Numbers of the photos that are held against all.
    ///   - photos: All photos.
    ///   - jobs: How many at once.
    /// - Returns: Pairs of numbers with what they have in common, in order.
    static func links(
        of open: [Int], among photos: [MarkedPhoto], jobs: Int
    ) -> [(photo: Int, other: Int, link: ScalpLink)] {
        var found: [(photo: Int, other: Int, link: ScalpLink)] = []
        let isOpen = Set(open)
        OrderedWork.run(open, jobs: jobs) { fixed -> [(Int, ScalpLink)] in
            guard photos[fixed].marks.areEnough else { return [] }
            let recognition = ScalpRecognition(of: photos[fixed].marks)
            return photos.indices.filter { $0 != fixed && (!isOpen.contains($0) || $0 > fixed) }
                .compactMap { other in
                    link(of: photos[other], over: recognition, showsDots: photos[fixed].showsDots)
                        .map { (other, $0) }
                }
        } deliver: { number, links in
            for (other, link) in links { found.append((open[number], other, link)) }
        }
        return found
    }

    /// The link between two photos, where there is one that decides.
    ///
    /// Pigment is looked at first; hairs and pores where one of them shows none.
    ///
    /// - Parameters:
    ///   - photo: The photo.
    ///   - recognition: The other one.
    ///   - showsDots: Whether that shows dots.
    /// - Returns: The link, or nil.
    static func link(
        of photo: MarkedPhoto, over recognition: ScalpRecognition, showsDots: Bool
    ) -> ScalpLink? {
        let kind: ScalpMarks.Kind = photo.showsDots && showsDots ? .dots : .landmarks
        guard let link = recognition.link(to: photo.marks, by: kind, quickly: true), link.isCertain else {
            return nil
        }
        return link
    }
}
