import PhotoDecoding
import ProgressReport

/// A client's report for print.
package enum PaperFile {
    /// Its name in the client's folder.
    static let name = "report.pdf"
    /// JPEG quality of pictures that are made smaller.
    private static let quality = 80

    /// The file.
    ///
    /// - Parameters:
    ///   - report: All that is told of the client.
    ///   - language: The language of all words.
    ///   - studio: Who hands it out.
    /// - Returns: Its bytes; nil where the machine lacks what it takes, which the run tells once.
    static func bytes(for report: ClientReport, language: Language, studio: Studio) -> [UInt8]? {
        try? PaperReport.pdf(for: report, language: language, studio: studio, shrinking: smaller)
    }

    /// A JPEG with shorter sides.
    ///
    /// - Parameters:
    ///   - jpeg: Its bytes.
    ///   - longSide: Pixels of the longer side at most.
    /// - Returns: A JPEG; nil where it cannot be read.
    package static func smaller(_ jpeg: [UInt8], longSide: Int) -> [UInt8]? {
        guard let photo = try? PhotoDecoder().photo(from: jpeg) else { return nil }
        let picture = BytePicture(coding: photo.image.shrunk(toLongSide: longSide))
        return PictureEncoder.jpeg(
            rgb: picture.bytes, width: picture.width, height: picture.height, quality: quality)
    }
}
