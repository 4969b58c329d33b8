/// HTML or SVG text into which anything else is escaped as it comes.
///
/// A literal is markup as it stands; a `String` put into it with `\( )` is text from outside and is escaped for
/// elements and for quoted attributes alike; another `Markup` is put in as it is.
package struct Markup: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// The markup.
    package var text: String

    /// Makes empty markup.
    package init() { text = "" }

    /// Takes a literal as markup.
    package init(stringLiteral value: String) { text = value }

    /// Takes what an interpolated literal gathered.
    package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    /// Takes text of our own as markup, without escaping.
    package init(raw: String) { text = raw }

    /// Gathers an interpolated literal.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        /// Starts gathering.
        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity * 2)
        }

        /// Adds markup.
        package mutating func appendLiteral(_ literal: String) { text += literal }

        /// Adds text, escaped.
        package mutating func appendInterpolation(_ value: String) { Markup.escape(value, to: &text) }

        /// Adds a whole number.
        package mutating func appendInterpolation(_ value: Int) { text += String(value) }

        /// Adds markup.
        package mutating func appendInterpolation(_ value: Markup) { text += value.text }

        /// Adds several pieces of markup, one after the other.
        package mutating func appendInterpolation(_ values: [Markup]) {
            for value in values { text += value.text }
        }
    }

    /// Joins two pieces.
    package static func + (left: Markup, right: Markup) -> Markup { Markup(raw: left.text + right.text) }

    /// Adds a piece.
    package static func += (left: inout Markup, right: Markup) { left.text += right.text }

    /// A relative address, each part between slashes percent-encoded, so that no name becomes a scheme, a query
    /// or a way up.
    ///
    /// - Parameter path: A path below the page.
    /// - Returns: The address as markup.
    package static func address(_ path: String) -> Markup {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter {
            $0 != "." && $0 != ".."
        }
        return Markup(raw: parts.map { percentEncoded(String($0)) }.joined(separator: "/"))
    }

    private static func percentEncoded(_ part: String) -> String {
        var result = ""
        for byte in part.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += byte < 16 ? "%0" + digits : "%" + digits
            }
        }
        return result
    }

    private static func escape(_ value: String, to result: inout String) {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result += " "
            // Characters that no HTML or SVG document may hold.
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
