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
    /// The least reduction at which it can be read within the memory that it may take.
    public var leastReduction: PhotoReduction
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
    ///   - leastReduction: The least at which it can be read; the same if not given.
    ///   - warnings: What was odd about the file.
    public init(
        image: RGBImage, fullSize: (width: Int, height: Int)? = nil, taken: WallClock? = nil,
        details: CaptureDetails = CaptureDetails(), reduction: PhotoReduction = .full,
        leastReduction: PhotoReduction? = nil,
        warnings: [PhotoWarning] = []
    ) {
        self.image = image
        width = fullSize?.width ?? image.width
        height = fullSize?.height ?? image.height
        self.taken = taken
        self.details = details
        self.reduction = reduction
        self.leastReduction = leastReduction ?? reduction
        self.warnings = warnings
    }
}

extension Photo {
    /// What is known of a photo besides its pixels.
    package struct Facts: Sendable {
        /// Pixels of the file's picture in a row, upright.
        package var width: Int
        /// Rows of the file's picture, upright.
        package var height: Int
        /// Pixels of the longer side as it was read.
        package var longSide: Int
        /// Pixels of the longer side that can be read within the memory that it may take.
        package var longSideWithinMemory: Int
        /// When the camera says it was taken.
        package var taken: WallClock?
        /// What was odd about the file.
        package var warnings: [PhotoWarning]
    }

    /// What is known of it besides its pixels.
    package var facts: Facts {
        Facts(
            width: width, height: height, longSide: max(image.width, image.height),
            longSideWithinMemory: leastReduction.side(max(width, height)), taken: taken, warnings: warnings)
    }
}

/// What was odd about a file that could be read; the raw value is the word of the `warnings` field.
public enum PhotoWarning: String, Sendable, Equatable, CaseIterable, Codable {
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
