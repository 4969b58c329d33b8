import ClientRecords

/// Words that the commands have in common that take photos in.
enum IntakeText {
    /// When a photo was taken, and how that is known.
    ///
    /// - Parameter date: The date.
    /// - Returns: As `taken 2026-03-04 10:15 (by its name)`.
    static func date(_ date: PhotoDate) -> String {
        let day = date.clock.dateText
        let time = date.isWholeDay ? "" : " " + date.clock.text.dropFirst(11).prefix(5)
        return switch date.source {
        case .client: "taken \(day)\(time)"
        case .exif: "taken \(day)\(time) (by the camera)"
        case .filename: "taken \(day)\(time) (by its name)"
        case .filetime: "when it was taken is not known"
        }
    }

    /// A word as a shell takes it.
    ///
    /// - Parameter text: A file's name or a client's id.
    /// - Returns: The text, in quotes where it needs some.
    static func word(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && !text.hasPrefix("-")
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || "-_./,+=@%".unicodeScalars.contains($0)
            }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
