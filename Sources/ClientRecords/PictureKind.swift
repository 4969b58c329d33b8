/// A still picture's format, as its bytes or its name tell it.
public enum PictureKind: String, Sendable, Equatable, CaseIterable {
    case jpeg, png, heic, webp
    case tiff, dng, avif, gif, bmp

    /// Whether the contract names the format among those that are measured.
    public var isMeasured: Bool {
        switch self {
        case .jpeg, .png, .heic, .webp: true
        case .tiff, .dng, .avif, .gif, .bmp: false
        }
    }

    private static let heicBrands: Set = ["heic", "heix", "heim", "heis", "hevc", "mif1"]

    /// How many bytes of a file are enough to know its format.
    package static let headLength = 64

    /// The format that the first bytes of a file show, or nil where they show no still picture.
    ///
    /// - Parameter head: The first ``headLength`` bytes, fewer for shorter files.
    public init?(head: [UInt8]) {
        func has(_ signature: [UInt8], at place: Int = 0) -> Bool {
            head.count >= place + signature.count
                && head[place..<place + signature.count].elementsEqual(signature)
        }
        func says(_ word: String, at place: Int) -> Bool { has(Array(word.utf8), at: place) }
        if has([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if says("GIF87a", at: 0) || says("GIF89a", at: 0) {
            self = .gif
        } else if says("RIFF", at: 0) && says("WEBP", at: 8) {
            self = .webp
        } else if has([0x49, 0x49, 0x2A, 0x00]) || has([0x4D, 0x4D, 0x00, 0x2A]) {
            self = .tiff
        } else if says("BM", at: 0) && has([0, 0, 0, 0], at: 6) && has([0, 0, 0], at: 15) {
            // The two reserved words of a bitmap's header are 0, and its second header is short.
            self = .bmp
        } else if says("ftyp", at: 4) {
            // The major brand, then the compatible ones, four letters each (ISO/IEC 14496-12).
            let brands = stride(from: 8, to: max(8, head.count - 3), by: 4).filter { $0 != 12 }
                .map { String(decoding: head[$0..<$0 + 4], as: UTF8.self) }
            if brands.contains(where: { $0 == "avif" || $0 == "avis" }) {
                self = .avif
            } else if brands.contains(where: { Self.heicBrands.contains($0) }) {
                self = .heic
            } else {
                return nil
            }
        } else {
            return nil
        }
    }

    /// The format that a file's name claims, in capitals or not; nil where it names no still picture.
    ///
    /// - Parameter name: The file's name.
    public init?(name: BytePath) {
        guard let dot = name.bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return nil }
        switch String(decoding: name.bytes[(dot + 1)...], as: UTF8.self).lowercased() {
        case "jpg", "jpeg", "jpe", "jfif": self = .jpeg
        case "png": self = .png
        case "heic", "heif": self = .heic
        case "webp": self = .webp
        case "tif", "tiff": self = .tiff
        case "dng": self = .dng
        case "avif": self = .avif
        case "gif": self = .gif
        case "bmp", "dib": self = .bmp
        default: return nil
        }
    }
}
