import PhotoDecoding

/// When a photo was taken, and how that is known.
public struct PhotoDate: Sendable, Equatable {
    /// How a date is known; the raw value is the contract's `dateSource`.
    public enum Source: String, Sendable, Equatable {
        /// From `client.yaml`.
        case client
        /// From the camera.
        case exif
        /// From the file's name.
        case filename
        /// From the file system: the day it was copied, more often than not.
        case filetime
    }

    /// The date; noon where only a day is known.
    public var clock: WallClock
    /// Whether only a day is known.
    public var isWholeDay: Bool
    /// How it is known.
    public var source: Source

    /// Whether verdicts on timing may rest on it.
    public var isTrusted: Bool { source != .filetime }

    /// Chooses the best date that is known.
    ///
    /// - Parameters:
    ///   - written: What `client.yaml` says.
    ///   - camera: What the camera says.
    ///   - name: The file's name or path; only its last part is looked at.
    ///   - fileTime: When the file was last changed.
    public init(written: WrittenDate?, camera: WallClock?, name: BytePath, fileTime: WallClock) {
        if let written {
            (clock, isWholeDay, source) = (written.clock, written.isWholeDay, .client)
        } else if let camera {
            (clock, isWholeDay, source) = (camera, false, .exif)
        } else if let named = Self.date(inName: name.lastName.bytes) {
            (clock, isWholeDay, source) = (named.clock, named.isWholeDay, .filename)
        } else {
            (clock, isWholeDay, source) = (fileTime, false, .filetime)
        }
    }

    /// The date that a file's name holds: the first one that exists, with a time right behind it if there is one.
    ///
    /// Known are `2026-03-04`, `2026_03_04`, `2026.03.04` and `20260304`, not inside a longer number; a time
    /// follows after one of `-_ T` or ` at ` as `10-15-00`, `10.15.00`, `101500` or (in phones' names) `101500123`.
    ///
    /// - Parameter name: The name's bytes.
    /// - Returns: Nil where there is no date between 1990 and 2099.
    package static func date(inName name: [UInt8]) -> WrittenDate? {
        name.indices.lazy.compactMap { date(inName: name, at: $0) }.first
    }

    private static func date(inName name: [UInt8], at start: Int) -> WrittenDate? {
        if start > 0, isDigit(name[start - 1]) { return nil }
        guard let year = number(name, start, 4), (1990...2099).contains(year) else { return nil }
        var place = start + 4
        let separator = place < name.count && "-_.".utf8.contains(name[place]) ? name[place] : nil
        if separator != nil { place += 1 }
        guard let month = number(name, place, 2) else { return nil }
        place += 2
        if let separator {
            guard place < name.count, name[place] == separator else { return nil }
            place += 1
        }
        guard let day = number(name, place, 2) else { return nil }
        place += 2
        if place < name.count, isDigit(name[place]) { return nil }
        guard let wholeDay = WallClock(year: year, month: month, day: day) else { return nil }
        if let time = time(inName: name, at: place),
            let clock = WallClock(
                year: year, month: month, day: day, hour: time.hour, minute: time.minute, second: time.second)
        {
            return WrittenDate(clock: clock, isWholeDay: false)
        }
        return WrittenDate(clock: wholeDay, isWholeDay: true)
    }

    private static func time(
        inName name: [UInt8], at start: Int
    ) -> (hour: Int, minute: Int, second: Int)? {
        var place = start
        if name[min(place, name.count)...].starts(with: " at ".utf8) {
            place += 4
        } else if place < name.count, "-_ Tt".utf8.contains(name[place]) {
            place += 1
        } else {
            return nil
        }
        guard let hour = number(name, place, 2) else { return nil }
        place += 2
        let separator = place < name.count && "-_.:".utf8.contains(name[place]) ? name[place] : nil
        if separator != nil { place += 1 }
        guard let minute = number(name, place, 2) else { return nil }
        place += 2
        if let separator {
            guard place < name.count, name[place] == separator else { return nil }
            place += 1
        }
        guard let second = number(name, place, 2) else { return nil }
        place += 2
        let behind = name[place...].prefix { isDigit($0) }.count
        // Milliseconds may stand right behind; any other digits make this no time but a number.
        guard behind == 0 || (separator == nil && behind == 3) else { return nil }
        return (hour, minute, second)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func number(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Int? {
        guard start + length <= bytes.count, bytes[start..<start + length].allSatisfy(isDigit) else {
            return nil
        }
        return bytes[start..<start + length].reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}
