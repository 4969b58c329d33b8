/// The practice that hands the reports out, as `studio.yaml` tells it.
public struct Studio: Sendable, Equatable, Codable {
    /// A colour in gamma-coded sRGB.
    public struct Colour: Sendable, Equatable, Codable {
        /// Shares of the three colours, 0…255.
        public var red: UInt8, green: UInt8, blue: UInt8

        /// Makes a colour.
        public init(red: UInt8, green: UInt8, blue: UInt8) {
            self.red = red
            self.green = green
            self.blue = blue
        }
    }

    /// The sheets that the reports are printed on.
    public enum Paper: String, Sendable, CaseIterable, Codable {
        /// 210 × 297 mm.
        case a4 = "A4"
        /// 8.5 × 11 inches.
        case letter = "Letter"
    }

    /// A picture of the studio's own, PNG or JPEG.
    public struct Logo: Sendable, Equatable, Codable {
        /// The file's bytes.
        public var bytes: [UInt8]
        /// Pixels in a row.
        public var width: Int
        /// Rows.
        public var height: Int
        /// Whether the bytes are PNG, else JPEG.
        public var isPNG: Bool

        /// Makes a logo.
        public init(bytes: [UInt8], width: Int, height: Int, isPNG: Bool) {
            self.bytes = bytes
            self.width = width
            self.height = height
            self.isPNG = isPNG
        }
    }

    /// The studio's name; nil where none is given.
    public var name: String?
    /// Lines under the name: address, telephone, web page.
    public var contact: [String] = []
    /// The logo, or nil.
    public var logo: Logo?
    /// The colour of headings, marks and lines; nil for the built-in one.
    public var accent: Colour?
    /// The sheets.
    public var paper = Paper.a4

    /// Makes a studio that says nothing of itself.
    public init() {}
}
