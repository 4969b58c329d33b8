import PhotoDecoding
import Raster

/// A spot of a photo with what the rule would weigh, for the program that learns the rule.
package struct SpotCandidate: Sendable {
    /// Its middle in pixels of the photo.
    package let position: PixelPoint
    /// What it is like beside the population.
    package let features: DotFeatures

    /// All spots of a photo that makes a population; none of one that makes none.
    ///
    /// - Parameters:
    ///   - photo: The upright photo in linear light.
    ///   - pixelsPerMillimetre: Its scale, or nil.
    /// - Returns: The spots.
    /// - Complexity: O(pixels + spots).
    package static func all(of photo: Photo, pixelsPerMillimetre: Double?) -> [SpotCandidate] {
        let work = SurveyWork.resolved(pixelsPerMillimetre: pixelsPerMillimetre, crew: .alone) { _ in photo }
        return work.candidates
    }
}
