/// Values as text of a YAML file.
package enum YAMLScalar {
    /// Words that YAML takes for something else than text.
    private static let reserved: Set<String> = [
        "null", "Null", "NULL", "true", "false", "yes", "no", "on", "off",
    ]

    /// A text as it may stand anywhere, in brackets too: plain where that is safe, else in double quotes.
    ///
    /// - Parameter text: The text, of any characters.
    /// - Returns: One line.
    package static func text(_ text: String) -> String {
        let isPlain =
            !reserved.contains(text) && text.unicodeScalars.allSatisfy(isPlain)
            && (text.unicodeScalars.first.map { $0.properties.isAlphabetic || isDigit($0) } ?? false)
            && text.unicodeScalars.last != " "
        if isPlain { return text }
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default:
                if isPrintable(scalar) {
                    out.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    out += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
                }
            }
        }
        return out + "\""
    }

    /// A date as `client.yaml` has it: `2026-03-04` or `2026-03-04T10:15`, with seconds where there are some.
    ///
    /// - Parameter date: The date.
    /// - Returns: Its text.
    package static func text(_ date: WrittenDate) -> String {
        if date.isWholeDay { return date.clock.dateText }
        let text = date.clock.text
        return text.hasSuffix(":00") ? String(text.dropLast(3)) : text
    }

    /// A number, without a point where it is whole.
    ///
    /// - Parameter number: Finite.
    /// - Returns: Its text.
    package static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
    }

    /// A map in braces.
    ///
    /// - Parameter pairs: Keys that need no quotes, and values as text of a YAML file.
    /// - Returns: One line.
    package static func map(_ pairs: [(key: String, value: String)]) -> String {
        "{" + pairs.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || " -_./()+%".unicodeScalars.contains(scalar)
            || (scalar.properties.isAlphabetic && isPrintable(scalar))
    }

    /// What stands in a text as it is: no controls, no line ends of other scripts, nothing that turns the direction of
    /// reading, nothing beyond what YAML calls printable.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x2030...0x2065, 0x2070...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x1_0000...0x10_FFFF:
            true
        default: false
        }
    }
}
