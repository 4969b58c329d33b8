/// Why a file could not be read as a photo.
public enum PhotoDecodingError: Error, Equatable, Sendable {
    /// The file has no bytes.
    case empty
    /// The bytes are no still picture of any known format.
    case notAnImage
    /// The file ends before its picture does; `readFraction` (0…1) of the picture was there.
    case truncated(readFraction: Double)
    /// The bytes contradict themselves; `detail` is the codec's own short phrase.
    case corrupt(detail: String)
    /// A known format, or a kind of picture within it named in `detail`, that is not read.
    case unsupported(format: PhotoFormat, detail: String?)
    /// More pixels than allowed.
    case tooManyPixels(width: Int, height: Int, limit: Int)
    /// A larger file than allowed.
    case fileTooLarge(bytes: Int, limit: Int)
    /// More memory than allowed.
    case tooMuchMemory(bytes: Int, limit: Int)
    /// A size that the codec itself does not hold; `detail` is its own short phrase.
    case beyondCodec(detail: String)
    /// More scans than allowed in a progressive JPEG.
    case tooManyScans(limit: Int)

    /// The word of the record's `error.code`.
    public var code: String {
        switch self {
        case .empty: "empty"
        case .notAnImage: "not-an-image"
        case .truncated: "truncated"
        case .corrupt: "corrupt"
        case .unsupported: "unsupported"
        case .tooManyPixels, .fileTooLarge, .tooMuchMemory, .tooManyScans, .beyondCodec: "too-large"
        }
    }

    /// What is wrong and how to mend it, in plain words.
    public var message: String {
        switch self {
        case .empty:
            return "The file is empty: send it or copy it again."
        case .notAnImage:
            return "The file is not a picture, whatever its name says: look for the photo itself."
        case .truncated(let fraction):
            let percent = Int(min(max(fraction, 0), 1) * 100)
            return "The file ends after \(percent) % of its picture: send it again or export it anew."
        case .corrupt(let detail):
            return "The file is damaged (\(detail)): send it again or export it anew."
        case .unsupported(let format, nil):
            return "\(format.rawValue) files are not read: export the photo as JPEG or HEIC."
        case .unsupported(let format, let detail?):
            return
                "This kind of \(format.rawValue) file is not read (\(detail)): export the photo as JPEG or HEIC."
        case .tooManyPixels(let width, let height, let limit):
            return
                "The picture says it has \(width) × \(height) pixels, more than \(limit / 1_000_000) megapixels: "
                + "export it smaller."
        case .fileTooLarge(let bytes, let limit):
            return
                "The file has \(bytes / 1_000_000) MB, more than \(limit / 1_000_000) MB: export it smaller."
        case .tooMuchMemory(let bytes, let limit):
            return
                "The picture would take \(bytes / 1_000_000) MB of memory, more than \(limit / 1_000_000) MB: "
                + "export it smaller, as a plain JPEG."
        case .beyondCodec(let detail):
            return "The picture is larger than can be read (\(detail)): export it smaller."
        case .tooManyScans(let limit):
            return "The picture is stored in more than \(limit) layers: export it anew as a plain JPEG."
        }
    }
}
