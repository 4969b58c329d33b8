import Raster
import ScalpMeasurement

/// What a photo can be recognised by, small enough to keep for thousands of photos.
package struct ScalpMarks: Sendable {
    /// What is looked at.
    package enum Kind: String, Sendable, CaseIterable {
        /// Dots of pigment.
        case dots
        /// Hairs, pores and freckles.
        case landmarks
    }

    /// Dots of pigment.
    package let dots: DotField
    /// Hairs, pores and freckles.
    package let landmarks: DotField

    /// Makes marks.
    ///
    /// - Parameters:
    ///   - dots: Dots of pigment.
    ///   - landmarks: Hairs, pores and freckles.
    package init(dots: DotField, landmarks: DotField) {
        self.dots = dots
        self.landmarks = landmarks
    }

    /// The marks of a surveyed photo.
    ///
    /// - Parameter survey: The photo.
    package init(of survey: PhotoSurvey) {
        let (width, height) = (Double(survey.grid.photoWidth), Double(survey.grid.photoHeight))
        dots = DotField(points: survey.dots.map(\.position), width: width, height: height)
        landmarks = DotField(points: survey.landmarks, width: width, height: height)
    }

    /// The marks of a kind.
    ///
    /// - Parameter kind: The kind.
    /// - Returns: Those marks.
    package func field(_ kind: Kind) -> DotField { kind == .dots ? dots : landmarks }

    /// Whether there are marks enough of any kind to recognise a scalp by.
    package var areEnough: Bool {
        Kind.allCases.contains { field($0).points.count >= FieldMatcher.fewestDots }
    }
}
