/// Recognises the scalp of one photo in others, by its dots or else by its hairs and pores.
package struct ScalpRecognition: Sendable {
    /// The photo that others are held against.
    package let marks: ScalpMarks
    private let matchers: [ScalpMarks.Kind: FieldMatcher]

    /// Makes it ready.
    ///
    /// - Parameters:
    ///   - marks: The photo that others are held against.
    ///   - kinds: What is looked at, the better one first.
    /// - Complexity: O(marks).
    package init(of marks: ScalpMarks, by kinds: [ScalpMarks.Kind] = ScalpMarks.Kind.allCases) {
        self.marks = marks
        var matchers: [ScalpMarks.Kind: FieldMatcher] = [:]
        for kind in kinds where marks.field(kind).points.count >= FieldMatcher.fewestDots {
            matchers[kind] = FieldMatcher(field: marks.field(kind))
        }
        self.matchers = matchers
    }

    /// How another photo lies over this one.
    ///
    /// - Parameters:
    ///   - other: The other photo.
    ///   - kind: What is looked at.
    ///   - isQuick: Whether to give up early.
    /// - Returns: The link, or nil where nothing matches beyond all chance.
    package func link(
        to other: ScalpMarks, by kind: ScalpMarks.Kind, quickly isQuick: Bool
    ) -> ScalpLink? {
        guard let matcher = matchers[kind],
            let match = matcher.match(other.field(kind), quickly: isQuick).match
        else { return nil }
        return ScalpLink(kind: kind, match: match, moving: other, fixed: marks)
    }
}
