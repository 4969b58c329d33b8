import ClientRecords
import Foundation

/// Measures a built-in photo and compares its record with the one that is kept: the same bytes on every processor.
struct PhotoSelfTest: Sendable {
    /// Its folder in the program's resources.
    private static let folder = "SelfTest"
    /// Rendered (seed 33 of the set "field"); its EXIF tells its date, so that the file's time plays no part.
    private static let photo = "photo.jpg"
    private static let kept = "record.json"
    /// Scale that it was rendered at.
    private static let pixelsPerMillimetre = 20.0
    /// Method and path stand before this; all measures behind it.
    private static let mark = "\"sha256\""

    /// Whether the record is the one that is kept.
    let passes: Bool
    /// The record as it was measured here, from the photo's checksum on.
    let record: String

    /// Measures the photo.
    ///
    /// - Complexity: Some tenths of a second.
    init() {
        let files = Bundle.module.resourceURL?.appendingPathComponent(Self.folder)
        let kept = files.flatMap {
            try? String(contentsOf: $0.appendingPathComponent(Self.kept), encoding: .utf8)
        }
        var measuring = MeasurePhotos()
        measuring.pixelsPerMillimetre = Self.pixelsPerMillimetre
        var line = ""
        let path = BytePath(files?.appendingPathComponent(Self.photo).path ?? Self.photo)
        _ = measuring.run([path], progress: NoProgress()) { line = $0 }
        record = line.range(of: Self.mark).map { String(line[$0.lowerBound...]) } ?? line
        passes = record + "\n" == kept
    }
}
