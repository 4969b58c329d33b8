import ClientRecords
import PhotoDecoding
import PhotoSeries
import ProgressReport
import ScalpMeasurement

/// A photo that was looked at to recognise whose it is: its marks are kept and nothing else of its pixels.
package struct MarkedPhoto: Sendable {
    /// Content hash of the file.
    package var sha256: String
    /// Pixels in a row, upright.
    package var width: Int
    /// Rows, upright.
    package var height: Int
    /// When the camera says it was taken.
    package var camera: WallClock?
    /// When the file was last changed.
    package var fileTime: WallClock
    /// What it can be recognised by.
    package var marks: ScalpMarks
    /// Whether it shows dots of pigment.
    package var showsDots: Bool
    /// Gates that it fails.
    package var problems: [Reason]

    /// Pixels.
    package var pixels: Int { width * height }

    /// The marks of a surveyed photo.
    init(of photo: SurveyedPhoto) {
        sha256 = photo.sha256
        width = photo.width
        height = photo.height
        camera = photo.camera
        fileTime = photo.fileTime
        marks = ScalpMarks(of: photo.survey)
        showsDots = photo.survey.regions.treated != nil
        problems = photo.survey.quality.problems
    }
}

/// Where the marks of photos come from.
///
/// Records that keep what was seen of a photo can stand in for looking at it again.
package protocol PhotoMarksSource: Sendable {
    /// The marks of a photo; called on any thread.
    ///
    /// - Parameters:
    ///   - path: The photo.
    ///   - threads: Threads that may work on it.
    /// - Returns: The marks, or what is wrong with the photo.
    func marks(of path: BytePath, threads: Int) -> Result<MarkedPhoto, PhotoFailure>
}

/// Looks at every photo anew.
package struct SurveyedMarks: PhotoMarksSource {
    private let limits: DecodingLimits

    /// Makes a source.
    ///
    /// - Parameter limits: Bounds that photos must keep.
    package init(limits: DecodingLimits) {
        self.limits = limits
    }

    /// The marks of a photo.
    package func marks(of path: BytePath, threads: Int) -> Result<MarkedPhoto, PhotoFailure> {
        SurveyedPhoto.read(path, options: SurveyOptions(threads: threads), limits: limits)
            .map(MarkedPhoto.init(of:))
    }
}
