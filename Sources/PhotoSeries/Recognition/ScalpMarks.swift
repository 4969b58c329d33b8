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

    /// Dots of pigment, in units of which the photo's longer side has 2,000.
    package let dots: DotField
    /// Hairs, pores and freckles, likewise.
    package let landmarks: DotField
    /// Units that a pixel of the photo has.
    package let unitsPerPixel: Double

    /// Units of a photo's longer side: a messenger's copy of a third of the size then lies at its original's scale.
    private static let longSide = 2_000.0

    /// Makes marks.
    ///
    /// - Parameters:
    ///   - dots: Dots of pigment, in pixels.
    ///   - landmarks: Hairs, pores and freckles, in pixels.
    ///   - width: Pixels of the photo in a row, above 0.
    ///   - height: Rows of the photo, above 0.
    package init(dots: [PixelPoint], landmarks: [PixelPoint], width: Double, height: Double) {
        let unit = Self.longSide / max(width, height)
        func field(_ points: [PixelPoint]) -> DotField {
            DotField(
                points: points.map { PixelPoint(x: unit * ($0.x + 0.5) - 0.5, y: unit * ($0.y + 0.5) - 0.5) },
                width: unit * width, height: unit * height)
        }
        self.dots = field(dots)
        self.landmarks = field(landmarks)
        unitsPerPixel = unit
    }

    /// The marks of a surveyed photo.
    ///
    /// - Parameter survey: The photo.
    package init(of survey: PhotoSurvey) {
        self.init(
            dots: survey.dots.map(\.position), landmarks: survey.landmarks,
            width: Double(survey.grid.photoWidth), height: Double(survey.grid.photoHeight))
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
