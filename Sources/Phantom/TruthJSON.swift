/// A piece of JSON that is written with sorted keys and numbers of few digits.
public enum TruthJSON: Sendable, Equatable {
    /// A number rounded to so many decimals.
    case number(Double, decimals: Int)
    /// A whole number.
    case integer(Int)
    /// A text; it must need no escape but for quotes and backslashes.
    case text(String)
    /// Nothing.
    case null
    /// A list on one line.
    case list([TruthJSON])
    /// A list with one item a line.
    case lines([TruthJSON])
    /// Named values.
    case object([String: TruthJSON])

    /// The JSON as text.
    ///
    /// - Returns: Text that ends without a newline.
    public func text() -> String {
        var out = ""
        write(into: &out)
        return out
    }

    private func write(into out: inout String) {
        switch self {
        case .number(let value, let decimals): out += Self.digits(value, decimals)
        case .integer(let value): out += String(value)
        case .text(let text): out += Self.quoted(text)
        case .null: out += "null"
        case .list(let items): Self.write(items, between: ",", into: &out)
        case .lines(let items): Self.write(items, between: ",\n", into: &out)
        case .object(let members):
            out += "{"
            for (index, key) in members.keys.sorted().enumerated() {
                if index > 0 { out += ",\n" }
                out += Self.quoted(key) + ":"
                (members[key] ?? .null).write(into: &out)
            }
            out += "}"
        }
    }

    private static func write(_ items: [TruthJSON], between: String, into out: inout String) {
        out += "["
        for (index, item) in items.enumerated() {
            if index > 0 { out += between }
            item.write(into: &out)
        }
        out += "]"
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for character in text {
            if character == "\"" || character == "\\" { out.append("\\") }
            out.append(character)
        }
        return out + "\""
    }

    private static func digits(_ value: Double, _ decimals: Int) -> String {
        if !value.isFinite { return "null" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let whole = Int((abs(value) * scale).rounded())
        let sign = value < 0 && whole > 0 ? "-" : ""
        var text = String(whole)
        if decimals == 0 { return sign + text }
        text = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
        var fraction = String(text.suffix(decimals))
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let head = String(text.dropLast(decimals))
        return sign + head + (fraction.isEmpty ? "" : "." + fraction)
    }
}
