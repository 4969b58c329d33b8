import Raster

/// How much of a lost patch lay under scabs before its dots went.
///
/// Scabs that are picked or torn off take pigment along: whether one lay there is the first thing to ask.
public struct ScabsBefore: Sendable, Equatable {
    /// Share of the patch's area that lay under a crust in any of the photos, 0…1.
    public var share: Double
    /// The photo that shows most of it under crusts, the earliest of several.
    public var photo: Int

    /// Days after a session on which its scabs may lie on the skin.
    static let days = 1.0...14.0
    /// Share of the patch that the photos must show together.
    static let leastShown = 0.5
    /// Steps across the patch's radius in which places are taken.
    private static let stepsOfRadius = 12
}

extension ScabsBefore {
    /// Looks at a disc in the photos from the days of scabs; nil where they show less than half of it.
    ///
    /// - Parameters:
    ///   - centre: Middle of the disc in the anchor's pixels.
    ///   - radius: Its radius.
    ///   - photos: All photos.
    ///   - maps: For each photo its map to the anchor, or nil.
    ///   - candidates: The photos that may tell, in order of time.
    init?(
        centre: PixelPoint, radius: Double, photos: [PhotoEvidence], maps: [WarpedMap?], candidates: [Int]
    ) {
        let steps = Self.stepsOfRadius
        var places: [PixelPoint] = []
        for row in -steps...steps {
            for column in -steps...steps where row * row + column * column <= steps * steps {
                let step = radius / Double(steps)
                places.append(
                    PixelPoint(x: centre.x + step * Double(column), y: centre.y + step * Double(row)))
            }
        }
        var isShown = [Bool](repeating: false, count: places.count)
        var isCovered = isShown
        var most: (photo: Int, places: Int)?
        for photo in candidates {
            guard let map = maps[photo] else { continue }
            let here = places.map { map.point(at: $0) }
            let answers = photos[photo].crusts(here.compactMap { $0 })
            var covered = 0
            var next = answers.startIndex
            for index in places.indices where here[index] != nil {
                defer { next += 1 }
                guard let answer = answers[next] else { continue }
                isShown[index] = true
                guard answer else { continue }
                isCovered[index] = true
                covered += 1
            }
            if covered > (most?.places ?? -1) { most = (photo, covered) }
        }
        let shown = isShown.count { $0 }
        guard let most, Double(shown) >= Self.leastShown * Double(places.count) else { return nil }
        share = Double(isCovered.count { $0 }) / Double(shown)
        photo = most.photo
    }

    /// The photos that may show the scabs of a session before a photo.
    ///
    /// - Parameters:
    ///   - session: Day of the session on the photos' clock.
    ///   - end: The photo before which they were taken.
    ///   - photos: All photos.
    /// - Returns: Their indices, in order of time.
    static func candidates(session: Double, before end: Int, photos: [PhotoEvidence]) -> [Int] {
        photos.indices.filter { photo in
            guard photo < end, let day = photos[photo].day else { return false }
            return days.contains(day.rounded(.down) - session.rounded(.down))
        }
    }
}
