import ClientRecords
import PhotoDecoding
import Raster

/// A small copy of a photo, kept in a file until the overlay can be drawn.
///
/// The overlay shows the series' region and dots, which are known only when all photos of a client have been
/// surveyed; keeping the small copies on disk bounds the memory whatever the number of photos. Whatever is drawn is drawn
/// from what the copy's JPEG shows, so that it is the same whether the photo was surveyed now or in an earlier run.
struct PhotoPreview: Sendable {
    /// Long side of an overlay at most, in pixels: full screen on a laptop.
    static let overlayLongSide = 1_600
    /// Long side of a report's small picture at most, in pixels: half a page at print resolution.
    static let thumbnailLongSide = 480
    /// JPEG quality of the copy that the records keep: what it loses cannot be seen at the overlay's own quality.
    private static let keptQuality = 93
    private static let overlayQuality = 85
    private static let thumbnailQuality = 80

    private let path: BytePath
    private let width: Int
    private let height: Int
    /// JPEG bytes of the report's small picture, or nil where they could not be made.
    let thumbnail: [UInt8]?

    /// The small copy of a photo as the records keep it.
    ///
    /// - Parameter photo: The decoded photo.
    /// - Returns: JPEG bytes; empty where memory is short.
    static func jpeg(of photo: Photo) -> [UInt8] {
        let copy = BytePicture(coding: photo.image.shrunk(toLongSide: overlayLongSide))
        return PictureEncoder.jpeg(
            rgb: copy.bytes, width: copy.width, height: copy.height, quality: keptQuality,
            chromaHalved: false) ?? []
    }

    /// Keeps a small copy; nil where the JPEG is none.
    ///
    /// - Parameters:
    ///   - jpeg: What ``jpeg(of:)`` gave.
    ///   - path: Where to keep it; its folder is made where missing.
    /// - Throws: ``RunError/notWritable(path:problem:)``.
    init?(jpeg: [UInt8], at path: BytePath) throws(RunError) {
        guard let read = PhotoDecoder().ownPicture(from: jpeg) else { return nil }
        let copy = BytePicture(width: read.width, height: read.height, bytes: read.rgb)
        let tiny = BytePicture(coding: copy.light.shrunk(toLongSide: Self.thumbnailLongSide))
        do {
            try FileSystem.makeFolder(path.folder)
            try FileSystem.write(copy.bytes, to: path)
        } catch {
            throw .refused(error, at: path)
        }
        self.path = path
        width = copy.width
        height = copy.height
        thumbnail = PictureEncoder.jpeg(
            rgb: tiny.bytes, width: tiny.width, height: tiny.height, quality: Self.thumbnailQuality)
    }

    /// The small copy, or nil where it is gone.
    var picture: BytePicture? {
        let length = 3 * width * height
        guard let bytes = try? FileSystem.read(path, atMost: length), bytes.count == length else {
            return nil
        }
        return BytePicture(width: width, height: height, bytes: bytes)
    }

    /// Draws the overlay.
    ///
    /// - Parameters:
    ///   - photoWidth: Pixels in a row of the photo itself.
    ///   - draw: Draws on the small copy.
    /// - Returns: JPEG bytes, or nil where the copy is gone.
    func overlay(photoWidth: Int, draw: (inout OverlayDrawing) -> Void) -> [UInt8]? {
        guard let picture else { return nil }
        var drawing = OverlayDrawing(on: picture, photoWidth: photoWidth)
        draw(&drawing)
        return PictureEncoder.jpeg(
            rgb: drawing.picture.bytes, width: width, height: height, quality: Self.overlayQuality,
            chromaHalved: false)
    }

    /// Removes the kept copy.
    func discard() { FileSystem.removeFile(path) }
}
