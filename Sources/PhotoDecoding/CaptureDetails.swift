/// What a camera says about how a photo was taken, beyond its date.
///
/// Only this much of EXIF is kept: places, serial numbers and names never leave the decoder. Every part is nil where
/// the file does not say it, or says something that cannot be.
public struct CaptureDetails: Sendable, Equatable {
    /// What follows the whole second of the date, 0 ..< 1 s (EXIF SubSecTimeOriginal).
    public var subSeconds: Double?
    /// Minutes by which the camera's clock is ahead of UTC, −1,439…1,439 (EXIF OffsetTimeOriginal).
    public var minutesAheadOfUTC: Int?
    /// Who made the camera, at most 63 printable characters of ASCII (EXIF Make).
    public var make: String?
    /// What its maker calls it, likewise (EXIF Model).
    public var model: String?
    /// The lens's focal length in millimetres, above 0 and below 10,000 (EXIF FocalLength).
    public var focalLengthMillimetres: Double?
    /// Whether the flash fired (EXIF Flash, bit 0).
    public var flashFired: Bool?

    /// Makes details.
    ///
    /// - Parameters:
    ///   - subSeconds: 0 ..< 1 s.
    ///   - minutesAheadOfUTC: −1,439…1,439.
    ///   - make: Who made the camera.
    ///   - model: What its maker calls it.
    ///   - focalLengthMillimetres: Above 0.
    ///   - flashFired: Whether the flash fired.
    public init(
        subSeconds: Double? = nil, minutesAheadOfUTC: Int? = nil, make: String? = nil, model: String? = nil,
        focalLengthMillimetres: Double? = nil, flashFired: Bool? = nil
    ) {
        self.subSeconds = subSeconds
        self.minutesAheadOfUTC = minutesAheadOfUTC
        self.make = make
        self.model = model
        self.focalLengthMillimetres = focalLengthMillimetres
        self.flashFired = flashFired
    }

    /// Makes details from EXIF's fields as they are written, and leaves out what cannot be.
    ///
    /// - Parameters:
    ///   - subSecondDigits: Digits after the second's decimal point.
    ///   - offset: `+01:00` or `-09:30`.
    ///   - make: Empty for none.
    ///   - model: Empty for none.
    ///   - focalLength: In millimetres, 0 for none.
    ///   - flash: EXIF's number, negative for none.
    package init(
        subSecondDigits: String, offset: String, make: String, model: String, focalLength: Double, flash: Int
    ) {
        subSeconds = Self.fraction(subSecondDigits)
        minutesAheadOfUTC = Self.minutes(offset)
        self.make = make.isEmpty ? nil : make
        self.model = model.isEmpty ? nil : model
        focalLengthMillimetres = focalLength > 0 && focalLength < 10_000 ? focalLength : nil
        flashFired = flash < 0 ? nil : flash & 1 == 1
    }

    private static func fraction(_ digits: String) -> Double? {
        let digits = digits.utf8.prefix { $0 != 0x20 }
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        var value = 0.0
        var scale = 1.0
        for digit in digits {
            value = value * 10 + Double(digit - 0x30)
            scale *= 10
        }
        return value / scale
    }

    private static func minutes(_ text: String) -> Int? {
        let characters = Array(text.utf8)
        guard characters.count == 6, characters[3] == 0x3A, [0x2B, 0x2D].contains(characters[0]) else {
            return nil
        }
        let digits = [1, 2, 4, 5].map { Int(characters[$0]) - 0x30 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        let (hours, minutes) = (10 * digits[0] + digits[1], 10 * digits[2] + digits[3])
        guard hours < 24, minutes < 60 else { return nil }
        return (characters[0] == 0x2D ? -1 : 1) * (60 * hours + minutes)
    }
}
