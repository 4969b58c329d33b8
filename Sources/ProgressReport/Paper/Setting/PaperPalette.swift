/// The colours of a printed report: those of the page on paper, with the studio's own accent.
struct PaperPalette: Sendable {
    /// Letters: 15 to 1 on white.
    static let text = Studio.Colour(red: 0x22, green: 0x27, blue: 0x2B)
    /// Remarks: 6 to 1 on white.
    static let muted = Studio.Colour(red: 0x56, green: 0x5F, blue: 0x66)
    /// Thin lines.
    static let rule = Studio.Colour(red: 0xDE, green: 0xDB, blue: 0xD4)
    /// Marks and bars of errors in charts.
    static let bar = Studio.Colour(red: 0x22, green: 0x22, blue: 0x22)
    /// What lies outside: 8 to 1 on white.
    static let signal = Studio.Colour(red: 0x6E, green: 0x37, blue: 0x05)
    /// The ground under what lies outside.
    static let signalSoft = Studio.Colour(red: 0xFB, green: 0xF3, blue: 0xEA)
    static let white = Studio.Colour(red: 255, green: 255, blue: 255)
    /// The built-in accent.
    private static let ownAccent = Studio.Colour(red: 0x14, green: 0x66, blue: 0x5E)
    /// Grounds of the first three stages in charts.
    static let stages = [0xEE, 0xF5, 0xFA].map {
        Studio.Colour(red: UInt8($0), green: UInt8($0), blue: UInt8($0))
    }

    /// Headings, marks, lines.
    let accent: Studio.Colour
    /// The accent for letters: dark enough to be read on white.
    let accentText: Studio.Colour
    /// A ground in the accent's hue.
    let accentSoft: Studio.Colour
    /// The expected range in charts.
    let band: Studio.Colour

    /// Makes a palette.
    ///
    /// - Parameter accent: The studio's colour, or nil for the built-in one.
    init(accent: Studio.Colour?) {
        let accent = accent ?? Self.ownAccent
        self.accent = accent
        accentText = Self.readable(accent)
        accentSoft = Self.mixed(accent, Self.white, share: 0.1)
        band = Self.mixed(accent, Self.white, share: 0.2)
    }

    /// A colour over another.
    ///
    /// - Parameters:
    ///   - colour: The upper one.
    ///   - ground: The lower one.
    ///   - share: How much of the upper one is seen, 0…1.
    /// - Returns: What is seen.
    static func mixed(_ colour: Studio.Colour, _ ground: Studio.Colour, share: Double) -> Studio.Colour {
        func mix(_ upper: UInt8, _ lower: UInt8) -> UInt8 {
            UInt8((Double(lower) + share * (Double(upper) - Double(lower))).rounded())
        }
        return Studio.Colour(
            red: mix(colour.red, ground.red), green: mix(colour.green, ground.green),
            blue: mix(colour.blue, ground.blue))
    }

    /// The colour, darkened in steps until letters in it can be read on white.
    private static func readable(_ colour: Studio.Colour) -> Studio.Colour {
        var result = colour
        while brightness(result) > mostBrightness {
            result = mixed(result, Studio.Colour(red: 0, green: 0, blue: 0), share: 0.9)
        }
        return result
    }

    /// Brightness in gamma-coded shares, by the eye's weights (ITU-R BT.601).
    private static func brightness(_ colour: Studio.Colour) -> Double {
        (0.299 * Double(colour.red) + 0.587 * Double(colour.green) + 0.114 * Double(colour.blue)) / 255
    }

    /// A grey of this brightness has a contrast of 4.9 to 1 on white.
    private static let mostBrightness = 0.44
}
