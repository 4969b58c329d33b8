/// A JSON value whose members keep their order, so that the same report gives the same bytes.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// A number as text from ``NumberText``.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])
    /// Text that is JSON already.
    case raw(String)

    /// A whole number.
    package static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

    /// A text, or null.
    package static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

    /// A number with some decimals; null for nil, infinities and NaN.
    package static func decimal(_ value: Double?, _ decimals: Int) -> JSONValue {
        value.flatMap { NumberText.rounded($0, decimals: decimals) }.map(JSONValue.number) ?? .null
    }

    /// A number with some significant digits; null for nil, infinities and NaN.
    package static func significant(_ value: Double?, _ digits: Int) -> JSONValue {
        value.flatMap { NumberText.significant($0, digits: digits) }.map(JSONValue.number) ?? .null
    }

    /// The value as JSON text on one line.
    package var text: String {
        var result = ""
        write(to: &result)
        return result
    }

    /// Appends the value as JSON text on one line.
    package func write(to result: inout String) {
        switch self {
        case .null: result += "null"
        case .bool(let value): result += value ? "true" : "false"
        case .number(let text), .raw(let text): result += text
        case .string(let text): Self.quote(text, to: &result)
        case .array(let values):
            result += "["
            for (index, value) in values.enumerated() {
                if index > 0 { result += "," }
                value.write(to: &result)
            }
            result += "]"
        case .object(let members):
            result += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { result += "," }
                Self.quote(member.0, to: &result)
                result += ":"
                member.1.write(to: &result)
            }
            result += "}"
        }
    }

    /// Quotes a text by RFC 8259; the two line separators that JavaScript once tripped over are escaped too.
    private static func quote(_ text: String, to result: inout String) {
        result += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{2028}": result += "\\u2028"
            case "\u{2029}": result += "\\u2029"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        result += "\""
    }
}
