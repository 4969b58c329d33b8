/// A picture to print.
struct PaperPicture: Sendable, Equatable {
    /// Tells it from the others of the document, so that it is kept once however often it is printed.
    var key: String
    /// JPEG or PNG.
    var bytes: [UInt8]
    /// Pixels in a row.
    var width: Int
    /// Rows.
    var height: Int
    /// Whether the bytes are PNG, else JPEG.
    var isPNG = false

    /// Height over width.
    var ratio: Double { Double(height) / Double(width) }

    /// Takes a JPEG; nil where the bytes are none.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - key: Its name in the document.
    init?(jpeg bytes: [UInt8], key: String) {
        guard let size = Self.size(ofJPEG: bytes) else { return nil }
        self.key = key
        self.bytes = bytes
        (width, height) = size
    }

    /// Takes a studio's logo.
    init(_ logo: Studio.Logo) {
        key = "logo"
        bytes = logo.bytes
        width = max(logo.width, 1)
        height = max(logo.height, 1)
        isPNG = logo.isPNG
    }

    /// The sides that a JPEG's frame header names (ITU-T T.81, B.2.2).
    private static func size(ofJPEG bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var place = 2
        while place + 9 < bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            // Start of frame, all kinds but the tables that share their range.
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                let height = Int(bytes[place + 5]) << 8 | Int(bytes[place + 6])
                let width = Int(bytes[place + 7]) << 8 | Int(bytes[place + 8])
                return width > 0 && height > 0 ? (width, height) : nil
            }
            place += 2 + (Int(bytes[place + 2]) << 8 | Int(bytes[place + 3]))
        }
        return nil
    }
}
