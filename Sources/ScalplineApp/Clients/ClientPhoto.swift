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
    /// Whether an earlier run had surveyed it.
    var isKnown = false
    /// What its survey is kept under; nil where none is kept.
    var surveyKey: String?
    /// Why the survey or the small copy could not be kept, which ends the run.
    var problem: RunError?

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
    ///   - shelf: Where surveys are kept, or nil where none is.
    ///   - previewPath: Where the small copy goes, where there is a shelf.
    ///   - limits: Bounds that it must keep.
    ///   - threads: Threads that may work on it.
    /// - Returns: The photo, or what went wrong.
    static func read(
        _ found: FoundPhoto, file: ClientFile?, shelf: SurveyShelf?, previewPath: BytePath,
        limits: DecodingLimits, threads: Int
    ) -> Result<ClientPhoto, PhotoFailure> {
        let name = found.name.text
        let note = file?.photos[name] ?? ClientPhotoNote()
        let scale = file?.pixelsPerMillimetre(of: name)
            .map { PhotoScale(pixelsPerMillimetre: $0, source: .client) }
        let options = SurveyOptions(
            pixelsPerMillimetre: scale?.pixelsPerMillimetre, treated: note.treated, reference: note.reference,
            threads: threads)
        var copy: [UInt8]?
        var isKnown = false
        var problem: RunError?
        let surveyed = SurveyedPhoto.read(
            found.path, options: options, limits: limits,
            pictureLongSide: shelf == nil ? 0 : PhotoPreview.overlayLongSide
        ) { sha256, changed in
            do throws(RunError) {
                guard let kept = try shelf?.photo(sha256, changed: changed, options: options, limits: limits)
                else { return nil }
                copy = kept.preview
                isKnown = true
                return kept.photo
            } catch {
                problem = error
                return nil
            }
        } whileDecoded: { photo in
            if shelf != nil { copy = PhotoPreview.jpeg(of: photo) }
        }
        return surveyed.map { surveyed in
            var photo = ClientPhoto(
                name: found.name, surveyed: surveyed,
                date: PhotoDate(
                    written: note.taken, camera: surveyed.camera, name: found.name,
                    fileTime: surveyed.fileTime),
                note: note, scale: scale, isKnown: isKnown, problem: problem)
            guard let shelf, let copy, problem == nil else { return photo }
            photo.surveyKey = shelf.key(surveyed.sha256, options: options, limits: limits)
            do throws(RunError) {
                if !isKnown {
                    try shelf.keep(surveyed, preview: copy, options: options, limits: limits)
                }
                photo.preview = try PhotoPreview(jpeg: copy, at: previewPath)
            } catch {
                photo.problem = error
            }
            return photo
        }
    }

    /// Orders photos by time, those of one time by the bytes of their names.
    static func isEarlier(_ left: ClientPhoto, _ right: ClientPhoto) -> Bool {
        (left.date.clock, left.name) < (right.date.clock, right.name)
    }
}
