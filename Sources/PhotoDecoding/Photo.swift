import Raster

/// A photo as it stands upright before the person who looks at it, in linear light.
public struct Photo: Sendable {
    /// The pixels, upright by EXIF orientation, in linear sRGB (D65) after the photo's ICC profile.
    public var image: RGBImage
    /// Pixels of the file's picture in a row, upright; more than `image` has where it was reduced.
    public var width: Int
    /// Rows of the file's picture, upright.
    public var height: Int
    /// When the camera says it was taken (EXIF DateTimeOriginal), or nil.
    public var taken: WallClock?
    /// How the camera says it was taken.
    public var details: CaptureDetails
    /// By how much the pixels were reduced while reading.
    public var reduction: PhotoReduction
    /// What was odd about the file and how it was read all the same.
    public var warnings: [PhotoWarning]

    /// Makes a photo.
    ///
    /// - Parameters:
    ///   - image: Upright pixels in linear sRGB.
    ///   - fullSize: Pixels in a row and rows before a reduction; the image's own if not given.
    ///   - taken: The camera's date, where there is one.
    ///   - details: How it was taken.
    ///   - reduction: By how much the pixels were reduced.
    ///   - warnings: What was odd about the file.
    public init(
        image: RGBImage, fullSize: (width: Int, height: Int)? = nil, taken: WallClock? = nil,
        details: CaptureDetails = CaptureDetails(), reduction: PhotoReduction = .full,
        warnings: [PhotoWarning] = []
    ) {
        self.image = image
        width = fullSize?.width ?? image.width
        height = fullSize?.height ?? image.height
        self.taken = taken
        self.details = details
        self.reduction = reduction
        self.warnings = warnings
    }
}

/// What was odd about a file that could be read; the raw value is the word of the `warnings` field.
public enum PhotoWarning: String, Sendable, Equatable, CaseIterable {
    /// No colour profile: the numbers were taken for sRGB.
    case noColourProfile = "no-colour-profile"
    /// A damaged colour profile: the numbers were taken for sRGB.
    case badColourProfile = "bad-colour-profile"
    /// Transparent pixels were laid on white.
    case transparency
    /// Larger than the memory for one photo holds: read at a half, a quarter or an eighth of its sides.
    case reducedSize = "reduced-size"
    /// Damaged metadata was left out.
    case badMetadata = "bad-metadata"
}
