/// Takes everything out of a photo's file that is not the picture, without touching the picture's own bytes.
///
/// Kept are the coded picture, what its colours mean (ICC profile and the like) and how it is to be turned. All else goes:
/// EXIF with places, dates, serial numbers and names, XMP, IPTC, remarks, thumbnails, makers' data, further pictures and
/// films, and what stands behind the picture's end.
package struct PhotoCleaner: Sendable {
    /// A photo without what does not belong to its picture.
    package struct Cleaned: Sendable, Equatable {
        /// The file's bytes.
        package var bytes: [UInt8]
        /// Its format.
        package var format: PhotoFormat
        /// The colour profile that was kept, or none.
        package var profile: [UInt8]
    }

    private let decoder: PhotoDecoder

    /// Makes a cleaner.
    ///
    /// - Parameter limits: Bounds that photos must keep.
    package init(limits: DecodingLimits) {
        decoder = PhotoDecoder(limits: limits)
    }

    /// Cleans a photo, and makes sure that its picture is the same number for number.
    ///
    /// - Parameter bytes: All of the file's bytes.
    /// - Returns: The clean file; nil where the picture can't be taken out of its file unchanged, as from HEIC.
    /// - Throws: ``PhotoDecodingError`` for a photo that cannot be read.
    package func cleaned(_ bytes: [UInt8]) throws(PhotoDecodingError) -> Cleaned? {
        let before = try decoder.storedPicture(from: bytes)
        let format = try decoder.measurableFormat(of: bytes)
        let orientation = before.header.metadata.orientation.number
        let clean: [UInt8]? =
            switch format {
            case .jpeg: JPEGCleaning.cleaned(bytes, orientation: orientation)
            case .png: PNGCleaning.cleaned(bytes, orientation: orientation)
            case .webp: WebPCleaning.cleaned(bytes, orientation: orientation)
            default: nil
            }
        guard let clean, let after = try? decoder.storedPicture(from: clean), after.samples == before.samples,
            Self.picture(after.header) == Self.picture(before.header)
        else { return nil }
        var profile: [UInt8] = []
        if case .profile(let kept) = after.header.colour { profile = kept }
        return Cleaned(bytes: clean, format: format, profile: profile)
    }

    /// What of a header belongs to the picture.
    private static func picture(_ header: PictureHeader) -> PictureHeader {
        var picture = header
        picture.workingBytes = 0
        picture.metadata = PictureMetadata(orientation: header.metadata.orientation.number)
        return picture
    }

    /// The one thing of EXIF that is kept: a TIFF header and a directory with the tag Orientation (274) alone.
    ///
    /// - Parameter orientation: 1…8.
    /// - Returns: 26 bytes.
    static func exif(orientation: Int) -> [UInt8] {
        [
            0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, UInt8(orientation), 0, 0, 0,
            0,
            0, 0, 0,
        ]
    }
}
