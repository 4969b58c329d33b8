import ClientRecords
import PhotoDecoding
import Raster
import ScalpMeasurement

/// Where a run keeps the surveys of photos, so that none is looked at twice.
struct SurveyShelf: Sendable {
    /// The records that hold them.
    let records: RecordsDatabase
    /// The records' file, for messages.
    let path: BytePath
    /// Number of the run.
    let run: Int

    /// What a photo's survey rests on: its content, the method, and what was known beforehand.
    ///
    /// - Parameters:
    ///   - sha256: Content hash of the photo.
    ///   - options: What was known beforehand; threads change nothing.
    ///   - limits: Bounds; they decide the size at which a photo is read.
    /// - Returns: 64 hexadecimal digits.
    func key(_ sha256: String, options: SurveyOptions, limits: DecodingLimits) -> String {
        var store = StoredBytes()
        for text in [Scalpline.method, sha256] { store.put(text) }
        store.put(options.pixelsPerMillimetre)
        for corners in [options.treated, options.reference] {
            store.put(corners == nil ? 0 : 1)
            store.put((corners ?? []).flatMap { [$0.x, $0.y] })
        }
        for bound in [limits.pixels, limits.workingBytes, PhotoPreview.overlayLongSide] { store.put(bound) }
        return ContentHash.sha256(store.bytes)
    }

    /// A photo that an earlier run has surveyed.
    ///
    /// - Parameters:
    ///   - sha256: Content hash of the photo.
    ///   - changed: When its file was last changed.
    ///   - options: What is known beforehand.
    ///   - limits: Bounds.
    /// - Returns: The photo and its small copy as JPEG; nil where none is kept.
    /// - Throws: ``RunError/records(message:)``.
    func photo(
        _ sha256: String, changed: WallClock, options: SurveyOptions, limits: DecodingLimits
    ) throws(RunError) -> (photo: SurveyedPhoto, preview: [UInt8])? {
        let key = key(sha256, options: options, limits: limits)
        let found: RecordedSurvey?
        do { found = try records.survey(key) } catch {
            throw .records(message: error.message(path: path.text))
        }
        guard let found, let photo = SurveyedPhoto(stored: found.bytes, sha256: sha256, fileTime: changed)
        else { return nil }
        return (photo, found.preview)
    }

    /// Keeps a photo's survey.
    ///
    /// - Parameters:
    ///   - photo: The surveyed photo.
    ///   - preview: Its small copy as JPEG.
    ///   - options: What was known beforehand.
    ///   - limits: Bounds.
    /// - Throws: ``RunError/records(message:)``.
    func keep(
        _ photo: SurveyedPhoto, preview: [UInt8], options: SurveyOptions, limits: DecodingLimits
    ) throws(RunError) {
        let entry = RecordedSurvey(
            key: key(photo.sha256, options: options, limits: limits), sha256: photo.sha256,
            bytes: photo.stored, preview: preview)
        do {
            try records.keep(entry, run: run)
        } catch {
            throw .records(message: error.message(path: path.text))
        }
    }
}

extension SurveyedPhoto {
    /// The photo as bytes; the content hash and the file's time are not among them.
    fileprivate var stored: [UInt8] {
        var store = StoredBytes()
        for size in [width, height, longSideRead] { store.put(size) }
        store.put(camera?.secondsSince1970)
        store.put(warnings) { $0.put($1.rawValue) }
        store.put(survey.stored)
        return store.bytes
    }

    /// Makes a photo of what ``stored`` gave; nil where the bytes are none or not whole.
    fileprivate init?(stored: [UInt8], sha256: String, fileTime: WallClock) {
        var reader = StoredBytesReader(stored)
        let (width, height, longSide) = (reader.int(), reader.int(), reader.int())
        let camera = reader.maybeInt().map { WallClock(secondsSince1970: $0) }
        let warnings = reader.list(least: 8) { $0.text() }.compactMap(PhotoWarning.init(rawValue:))
        guard let survey = PhotoSurvey(stored: reader.data()), reader.isWhole else { return nil }
        self.init(
            sha256: sha256, width: width, height: height, longSideRead: longSide, camera: camera,
            fileTime: fileTime, warnings: warnings, survey: survey)
    }
}
