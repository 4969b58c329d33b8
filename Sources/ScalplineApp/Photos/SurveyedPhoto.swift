import ClientRecords
import PhotoDecoding
import ProgressReport
import Raster
import ScalpMeasurement

/// A photo that was read, decoded and surveyed; its pixels are gone.
struct SurveyedPhoto: Sendable {
    /// Content hash of the file.
    var sha256: String
    /// Pixels in a row, upright.
    var width: Int
    /// Rows, upright.
    var height: Int
    /// Pixels of the longer side that can be read; fewer than the photo has where memory allows a reduced size only.
    var longSideRead: Int
    /// When the camera says it was taken.
    var camera: WallClock?
    /// When the file was last changed.
    var fileTime: WallClock
    /// What was odd about the file.
    var warnings: [PhotoWarning]
    /// What it shows.
    var survey: PhotoSurvey

    /// Reads, decodes and surveys a photo.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - options: What is known beforehand.
    ///   - limits: Bounds that it must keep.
    ///   - pictureLongSide: Pixels of the longer side that `whileDecoded` needs; it gets less of a smaller photo alone.
    ///   - known: Takes the file's content hash and time; what it returns stands for the survey.
    ///   - whileDecoded: Called with the decoded photo before its pixels are let go.
    /// - Returns: The surveyed photo, or what went wrong.
    static func read(
        _ path: BytePath, options: SurveyOptions, limits: DecodingLimits, pictureLongSide: Int = 0,
        known: (_ sha256: String, _ changed: WallClock) -> SurveyedPhoto? = { _, _ in nil },
        whileDecoded: (Photo) -> Void = { _ in }
    ) -> Result<SurveyedPhoto, PhotoFailure> {
        do {
            let read = try PhotoFile.read(path, limits: limits)
            let (sha256, changed) = (read.sha256, read.changed)
            if let known = known(sha256, changed) { return .success(known) }
            var held: PhotoFile? = consume read
            var facts: Photo.Facts?
            let survey = try PhotoSurvey(options: options) { (wish) throws(PhotoFailure) in
                guard let file = held else { preconditionFailure("a photo of known scale is read once") }
                // The file's bytes are gone while the photo is worked on.
                if options.pixelsPerMillimetre != nil { held = nil }
                let photo = try file.decoded(limits: limits, reducedBy: wish)
                if facts == nil {
                    let (has, full) = (photo.facts.longSide, max(photo.width, photo.height))
                    let isEnough =
                        has >= min(pictureLongSide, full) || photo.reduction == photo.leastReduction
                    whileDecoded(isEnough ? photo : try file.decoded(limits: limits))
                }
                facts = photo.facts
                return photo
            }
            guard let facts else { preconditionFailure("a survey reads its photo") }
            return .success(
                SurveyedPhoto(
                    sha256: sha256, width: facts.width, height: facts.height,
                    longSideRead: facts.longSideWithinMemory, camera: facts.taken, fileTime: changed,
                    warnings: facts.warnings, survey: survey))
        } catch {
            return .failure(error)
        }
    }
}

/// A photo's file, read whole.
struct PhotoFile {
    /// The file's bytes.
    let bytes: [UInt8]
    /// When it was last changed.
    let changed: WallClock
    /// Content hash of the bytes.
    let sha256: String

    /// Reads a file whose size is within the decoder's limits.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limits: Bounds that it must keep.
    /// - Returns: The file.
    /// - Throws: `PhotoFailure` with `not-found`, `unreadable`, `too-large` or `empty`.
    static func read(_ path: BytePath, limits: DecodingLimits) throws(PhotoFailure) -> PhotoFile {
        do {
            let status = try FileSystem.status(path)
            guard status.kind == .file else {
                throw PhotoFailure(
                    code: "unreadable", message: "Not a file: name the photo itself, not a folder or a pipe.")
            }
            let limit = limits.fileBytes
            guard status.size <= limit else {
                let error = PhotoDecodingError.fileTooLarge(bytes: status.size, limit: limit)
                throw PhotoFailure(code: error.code, message: error.message)
            }
            let bytes = try FileSystem.read(path, atMost: limit)
            return PhotoFile(bytes: bytes, changed: status.changed, sha256: ContentHash.sha256(bytes))
        } catch let failure as PhotoFailure {
            throw failure
        } catch let refusal as SystemRefusal where refusal.isMissing {
            throw PhotoFailure(
                code: "not-found", message: "There is no such file: check the path (a link may lead nowhere)."
            )
        } catch let refusal as SystemRefusal {
            throw PhotoFailure(
                code: "unreadable",
                message: "The file cannot be read (\(refusal.words)): check that you may read it.")
        } catch {
            throw PhotoFailure(code: "unreadable", message: "The file cannot be read.")
        }
    }

    /// The photo that the bytes hold, at the size that is wished and the limits allow.
    ///
    /// - Parameters:
    ///   - limits: Bounds that it must keep.
    ///   - wish: By how much its sides may be shortened.
    /// - Returns: The upright photo in linear light.
    /// - Throws: `PhotoFailure` with the decoder's code.
    func decoded(
        limits: DecodingLimits, reducedBy wish: ReductionWish = { _ in 1 }
    ) throws(PhotoFailure) -> Photo {
        do {
            return try PhotoDecoder(limits: limits).photo(from: bytes, reducedBy: wish)
        } catch {
            throw PhotoFailure(code: error.code, message: error.message)
        }
    }
}
