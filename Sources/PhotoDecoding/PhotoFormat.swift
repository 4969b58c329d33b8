/// A kind of still picture, told by a file's first bytes and not by its name.
public enum PhotoFormat: String, Sendable, Equatable, CaseIterable {
    /// JPEG, ISO/IEC 10918-1.
    case jpeg = "JPEG"
    /// PNG, ISO/IEC 15948.
    case png = "PNG"
    /// HEIC, the HEVC pictures of ISO/IEC 23008-12.
    case heic = "HEIC"
    /// WebP, RFC 9649.
    case webp = "WebP"
    /// TIFF 6.0, and the raw files of cameras built on it.
    case tiff = "TIFF"
    /// Adobe's raw format.
    case dng = "DNG"
    /// AV1 pictures.
    case avif = "AVIF"
    /// GIF, 87a and 89a.
    case gif = "GIF"
    /// Windows bitmap.
    case bmp = "BMP"

    /// The format that a file's bytes show, or nil where they show no still picture.
    ///
    /// A file cut off within its first bytes counts as what these begin.
    ///
    /// - Parameter bytes: The file's bytes; its first 4,096 decide.
    /// - Complexity: O(1).
    public init?(bytes: [UInt8]) {
        let head = bytes.prefix(4_096)
        if Self.starts(head, with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if Self.starts(head, with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if Self.ascii(head, at: 0, is: "RIFF"), Self.ascii(head, at: 8, is: "WEBP") {
            self = .webp
        } else if Self.ascii(head, at: 0, is: "GIF87a") || Self.ascii(head, at: 0, is: "GIF89a") {
            self = .gif
        } else if Self.isTIFF(head) {
            self = Self.hasDNGVersion(head) ? .dng : .tiff
        } else if Self.isBitmap(head) {
            self = .bmp
        } else if let format = Self.isoFormat(head) {
            self = format
        } else {
            return nil
        }
    }

    /// Whether a file's extension says that it is a still picture.
    ///
    /// - Parameter fileExtension: With or without its dot, in any case.
    /// - Returns: Whether it is one of those that JPEG, PNG, HEIC, WebP, TIFF, DNG, AVIF, GIF and BMP files bear.
    public static func isPicture(fileExtension: String) -> Bool {
        let plain = fileExtension.hasPrefix(".") ? fileExtension.dropFirst() : fileExtension[...]
        return pictureExtensions.contains(plain.lowercased())
    }

    private static let pictureExtensions: Set<String> = [
        "jpg", "jpeg", "jpe", "jfif", "png", "heic", "heif", "hif", "webp", "tif", "tiff", "dng", "avif",
        "gif",
        "bmp",
    ]

    private static func starts(_ head: ArraySlice<UInt8>, with signature: [UInt8]) -> Bool {
        if head.count >= signature.count { return head.starts(with: signature) }
        return head.count >= 2 && signature.starts(with: head)
    }

    private static func ascii(_ head: ArraySlice<UInt8>, at offset: Int, is text: String) -> Bool {
        head.count >= offset + text.utf8.count && head.dropFirst(offset).starts(with: text.utf8)
    }

    private static func isTIFF(_ head: ArraySlice<UInt8>) -> Bool {
        // 42 is TIFF, 43 BigTIFF.
        [[0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42], [0x49, 0x49, 43, 0], [0x4D, 0x4D, 0, 43]]
            .contains { (signature: [UInt8]) in head.starts(with: signature) }
    }

    /// Whether a TIFF's first directory has the tag DNGVersion (50706).
    private static func hasDNGVersion(_ head: ArraySlice<UInt8>) -> Bool {
        let little = head.first == 0x49
        func number(_ at: Int, _ width: Int) -> Int {
            guard at >= 0, at + width <= head.count else { return 0 }
            let part = head.dropFirst(at).prefix(width)
            return (little ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
        }
        let directory = number(4, 4)
        return (0..<min(number(directory, 2), 400)).contains { number(directory + 2 + 12 * $0, 2) == 50_706 }
    }

    private static func isBitmap(_ head: ArraySlice<UInt8>) -> Bool {
        // "BM" alone also begins ordinary text: the reserved bytes and a known header size must follow.
        guard ascii(head, at: 0, is: "BM"), head.count >= 18 else { return false }
        return head.dropFirst(6).prefix(4).allSatisfy { $0 == 0 }
            && [12, 40, 52, 56, 64, 108, 124].contains(head[head.startIndex + 14])
            && head.dropFirst(15).prefix(3).allSatisfy { $0 == 0 }
    }

    /// First brands of QuickTime, MP4, 3GPP and their kin (prefixes; the register at mp4ra.org).
    private static let filmBrands = [
        "qt  ", "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "mp71", "avc1", "M4V", "M4A", "M4P",
        "3gp", "3g2", "dash", "msdh", "f4v ", "MSNV", "XAVC", "hvc1", "hev1",
    ]

    private static func isoFormat(_ head: ArraySlice<UInt8>) -> PhotoFormat? {
        guard ascii(head, at: 4, is: "ftyp"), head.count >= 12 else { return nil }
        let size = head.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let end = min(max(size, 12), head.count)
        let brandStarts = [8] + stride(from: 16, to: end - 3, by: 4)
        func has(_ brands: [String]) -> Bool {
            brandStarts.contains { start in brands.contains { ascii(head, at: start, is: $0) } }
        }
        // A film may name pictures among its brands; what it is, its first brand says.
        if filmBrands.contains(where: { ascii(head, at: 8, is: $0) }) { return nil }
        if has(["avif", "avis"]) { return .avif }
        if has(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]) { return .heic }
        return nil
    }
}
