import Raster

/// What came of bringing photos over one another, each pair tried once.
struct PhotoMatches {
    /// What is looked at to recognise a place.
    enum Marks: Hashable {
        /// Dots of pigment.
        case dots
        /// Hairs, pores and freckles.
        case landmarks
    }

    private struct Pair: Hashable {
        let moving: Int
        let fixed: Int
        let marks: Marks
    }
    private struct Key: Hashable {
        let photo: Int
        let marks: Marks
    }

    private let photos: [PhotoEvidence]
    private var fields: [Key: DotField] = [:]
    private var matchers: [Key: FieldMatcher] = [:]
    private var results: [Pair: FieldMatchResult] = [:]

    /// Begins without a match.
    ///
    /// - Parameter photos: All photos.
    init(of photos: [PhotoEvidence]) {
        self.photos = photos
    }

    /// The marks of a photo.
    mutating func field(of photo: Int, _ marks: Marks) -> DotField {
        let key = Key(photo: photo, marks: marks)
        if let known = fields[key] { return known }
        let field = marks == .dots ? photos[photo].field : photos[photo].landmarkField
        fields[key] = field
        return field
    }

    /// Brings a photo over another one.
    ///
    /// - Parameters:
    ///   - moving: The photo.
    ///   - fixed: What it is brought over.
    ///   - marks: What is looked at.
    /// - Returns: The match, or why there is none.
    mutating func result(of moving: Int, over fixed: Int, _ marks: Marks) -> FieldMatchResult {
        let pair = Pair(moving: moving, fixed: fixed, marks: marks)
        if let known = results[pair] { return known }
        let key = Key(photo: fixed, marks: marks)
        let matcher = matchers[key] ?? FieldMatcher(field: field(of: fixed, marks))
        matchers[key] = matcher
        let result = matcher.match(field(of: moving, marks))
        results[pair] = result
        return result
    }
}
