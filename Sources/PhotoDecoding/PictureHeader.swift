/// What the codec tells about a picture before a row of it is read.
package struct PictureHeader: Sendable, Equatable {
    /// Pixels in a stored row.
    package var width = 0
    /// Stored rows.
    package var height = 0
    /// 1 grey, 3 red green blue, 4 inks (cyan magenta yellow black, full ink the largest number).
    package var colours = 3
    /// Whether an alpha channel follows the colours.
    package var hasAlpha = false
    /// 8 or 16.
    package var bitsPerSample = 8
    /// What the codec will allocate for itself.
    package var workingBytes = 0
    /// How the file says its numbers are meant, in its own order of precedence.
    package var colour = StatedColour.unstated
    /// Orientation, date and whether the metadata were damaged.
    package var metadata = PictureMetadata()

    /// Numbers a pixel: colours and alpha.
    package var channels: Int { colours + (hasAlpha ? 1 : 0) }
}

/// What a file says about the meaning of its numbers.
package enum StatedColour: Sendable, Equatable {
    /// Nothing.
    case unstated
    /// An ICC profile.
    case profile([UInt8])
    /// A profile that cannot be put together.
    case damagedProfile
    /// sRGB by PNG's own chunk.
    case standard
    /// A power curve (exponent from light to number) and, where given, x and y of white, red, green, blue.
    case gamma(Double, primaries: [Double]?)
    /// ITU-T H.273 code points: primaries, transfer, matrix, full range.
    case codePoints([UInt8])
}

/// What is kept of a file's EXIF data.
package struct PictureMetadata: Sendable, Equatable {
    /// How the stored rows lie in the upright photo.
    package var orientation = PhotoOrientation(1)
    /// When the photo was taken, by the camera's clock.
    package var taken: WallClock?
    /// How the photo was taken.
    package var details = CaptureDetails()
    /// Whether there were metadata that could not be understood.
    package var isDamaged = false

    /// Keeps what EXIF fields say.
    ///
    /// - Parameters:
    ///   - orientation: The field's number, 0 for none.
    ///   - dates: The dates as written, the better one first.
    ///   - details: How the photo was taken.
    ///   - isDamaged: Whether the data contradicted themselves.
    package init(
        orientation: Int = 1, dates: [String] = [], details: CaptureDetails = CaptureDetails(),
        isDamaged: Bool = false
    ) {
        self.orientation = PhotoOrientation(orientation)
        self.details = details
        self.isDamaged = isDamaged
        for text in dates where taken == nil && !Self.isBlank(text) {
            taken = Self.date(text)
            if taken == nil { self.isDamaged = true }
        }
    }

    /// Whether a date field was left unset, as cameras do it: blanks or zeros.
    private static func isBlank(_ text: String) -> Bool {
        text.utf8.allSatisfy { [0x00, 0x20, 0x30, 0x3A].contains($0) }
    }

    /// Reads `2026:03:05 10:30:00`; other separators of one character are taken too.
    private static func date(_ text: String) -> WallClock? {
        let characters = Array(text.utf8)
        guard characters.count >= 19 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for character in characters[range] {
                guard (0x30...0x39).contains(character) else { return nil }
                value = value * 10 + Int(character - 0x30)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
        else { return nil }
        return WallClock(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    }
}
