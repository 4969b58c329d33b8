import ClientRecords
import PhotoDecoding
import PhotoSeries
import ProgressReport
import ScalpMeasurement

/// A client's photo that has been surveyed and waits for its series.
struct ClientPhoto: Sendable {
    /// Path under the client's folder.
    var name: BytePath
    /// What the photo shows.
    var surveyed: SurveyedPhoto
    /// When it was taken.
    var date: PhotoDate
    /// What `client.yaml` says of it.
    var note: ClientPhotoNote
    /// Its scale, where `client.yaml` tells it.
    var scale: PhotoScale?
    /// The small copy for overlay and report; nil where it could not be written.
    var preview: PhotoPreview?
    /// Why the small copy could not be written, which ends the run.
    var previewProblem: RunError?

    /// What the series asks of it.
    var inSeries: SeriesPhoto {
        SeriesPhoto(
            survey: surveyed.survey, day: date.isTrusted ? date.clock.days : nil, scale: scale,
            isBefore: note.before)
    }
    /// Whether the photo shows pigment of its own.
    var showsDots: Bool { surveyed.survey.regions.treated != nil }

    /// Reads and surveys a photo of a client.
    ///
    /// - Parameters:
    ///   - found: The photo.
    ///   - file: The client's file, or nil.
    ///   - previewPath: Where to keep the small copy, or nil where none is wanted.
    ///   - limits: Bounds that it must keep.
    ///   - threads: Threads that may work on it.
    /// - Returns: The photo, or what went wrong.
    static func read(
        _ found: FoundPhoto, file: ClientFile?, previewPath: BytePath?, limits: DecodingLimits, threads: Int
    ) -> Result<ClientPhoto, PhotoFailure> {
        let name = found.name.text
        let note = file?.photos[name] ?? ClientPhotoNote()
        let scale = file?.pixelsPerMillimetre(of: name)
            .map { PhotoScale(pixelsPerMillimetre: $0, source: .client) }
        let options = SurveyOptions(
            pixelsPerMillimetre: scale?.pixelsPerMillimetre, treated: note.treated, reference: note.reference,
            threads: threads)
        var preview: PhotoPreview?
        var problem: RunError?
        let surveyed = SurveyedPhoto.read(
            found.path, options: options, limits: limits,
            pictureLongSide: previewPath == nil ? 0 : PhotoPreview.overlayLongSide
        ) { photo in
            guard let previewPath else { return }
            do throws(RunError) {
                preview = try PhotoPreview(of: photo, at: previewPath)
            } catch {
                problem = error
            }
        }
        return surveyed.map { surveyed in
            ClientPhoto(
                name: found.name, surveyed: surveyed,
                date: PhotoDate(
                    written: note.taken, camera: surveyed.camera, name: found.name,
                    fileTime: surveyed.fileTime),
                note: note, scale: scale, preview: preview, previewProblem: problem)
        }
    }

    /// Orders photos by time, those of one time by the bytes of their names.
    static func isEarlier(_ left: ClientPhoto, _ right: ClientPhoto) -> Bool {
        (left.date.clock, left.name) < (right.date.clock, right.name)
    }
}
