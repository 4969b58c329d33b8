import Raster

/// One place of a head (the crown, the hairline) and the photos of it.
public struct HeadView: Sendable {
    /// Its name: the client file's, else `main`, `main-2` and so on, the place with the most photos first.
    public var name: String
    /// Indices of its photos, in order of time.
    public var photos: [Int]
    /// The photos over one another, in the order of `photos`.
    public var series: ScalpSeries

    /// The name of a view that nobody named.
    public static let unnamed = "main"

    /// Sorts a client's photos into the places of the head that they show, and follows each.
    ///
    /// Photos that the client file names stay where it puts them. The others join those that they register with; where
    /// they register with several, the place that shows most of them. What registers with nothing stays with the
    /// largest unnamed place, with its reason.
    ///
    /// - Parameters:
    ///   - photos: In order of time.
    ///   - names: For each photo the name that the client file gives its view, or nil.
    ///   - sessionDays: Days since 1970 (local clock) of the sessions, in order.
    /// - Returns: At least one view where there is a photo; each photo in exactly one.
    /// - Complexity: A match for each photo and place, and some more for photos that match none.
    public static func views(
        of photos: [SeriesPhoto], names: [String?], sessionDays: [Double]
    ) -> [HeadView] {
        views(of: photos.map(PhotoEvidence.init(of:)), names: names, sessionDays: sessionDays)
    }

    /// The same of what is known of the photos.
    package static func views(
        of photos: [PhotoEvidence], names: [String?], sessionDays: [Double]
    ) -> [HeadView] {
        var matches = PhotoMatches(of: photos)
        let sorting = ViewSorting(of: photos, names: names, matches: &matches)
        return sorting.groups.map { group in
            let anchor =
                group.anchor ?? SeriesAlignment.candidates(of: photos, among: group.photos).first
            let alignment = SeriesAlignment(
                of: photos, members: group.photos, anchor: anchor, matches: &matches)
            return HeadView(
                name: group.name, photos: group.photos,
                series: ScalpSeries(
                    photos: group.photos.map { photos[$0] }, alignment: alignment, sessionDays: sessionDays))
        }
    }
}
