/// How one field of dots lies over another.
package struct FieldMatch: Sendable, Equatable {
    /// A dot of either field, the same on the scalp.
    package struct Pair: Sendable, Equatable {
        /// Number of the dot in the moving field.
        package let moving: Int
        /// Number of the dot in the fixed field.
        package let fixed: Int
    }

    /// The map from the moving field's pixels to the fixed one's.
    package let homography: Homography
    /// Whether the moving field is a mirror image.
    package let mirrored: Bool
    /// Dots matched one to one, by number in the moving field.
    package let pairs: [Pair]
    /// Dots of the moving field that fall where the fixed one has dots.
    package let comparedDots: Int
    /// RMS of the matched dots, in the fixed field's pixels.
    package let residualPixels: Double
    /// Bound of the natural logarithm of the chance that two unrelated fields match as well at one given map,
    /// turned positive.
    package let evidence: Double
    /// Share of the moving field's dots that fall into the fixed field's picture, 0…1.
    package let sharedPart: Double
}

/// What came of trying to bring one field over another.
package enum FieldMatchResult: Sendable, Equatable {
    /// They match.
    case matched(FieldMatch)
    /// A field has too few dots to tell.
    case tooFewDots
    /// They match, but share too little to bring one over the other.
    case littleOverlap
    /// Nothing matches beyond chance.
    case notRegistered

    /// The match, or nil.
    package var match: FieldMatch? {
        if case .matched(let match) = self { match } else { nil }
    }
}
