import ScalplineApp

/// A JSON object a line on standard error, for a program that shows how far a run is.
final class JSONProgress: RunProgress {
    private var pace = Pace(photos: 0)

    func begin(photos: Int, unchangedClients: Int) {
        pace = Pace(photos: photos)
        tell([
            ("event", .text("begin")), ("photos", .whole(photos)),
            ("unchangedClients", .whole(unchangedClients)),
        ])
    }

    func photoDone(_ photo: PhotoProgress) {
        pace.add(photo)
        let state = photo.failure != nil ? "failed" : photo.isKnown ? "known" : "measured"
        tell([
            ("event", .text("photo")), ("client", photo.client.map(Member.text) ?? .none),
            ("photo", .text(photo.file)), ("state", .text(state)),
            ("message", photo.failure.map(Member.text) ?? .none), ("done", .whole(pace.done)),
            ("of", .whole(pace.photos)), ("photosPerSecond", .tenths(pace.perSecond)),
            ("secondsLeft", .tenths(pace.secondsLeft)),
        ])
    }

    func clientDone(_ id: String, photos: Int) {
        tell([("event", .text("client")), ("client", .text(id)), ("photos", .whole(photos))])
    }

    func note(_ text: String) { tell([("event", .text("note")), ("message", .text(text))]) }

    func end() {
        tell([("event", .text("end")), ("done", .whole(pace.done)), ("measured", .whole(pace.measured))])
    }

    private enum Member {
        case none
        case text(String)
        case whole(Int)
        case tenths(Double?)
    }

    private func tell(_ members: [(String, Member)]) {
        let texts = members.map { name, member in
            let value =
                switch member {
                case .none: "null"
                case .text(let text): ConsoleJSON.quoted(text)
                case .whole(let number): String(number)
                case .tenths(let number): number.map { ConsoleJSON.tenths($0) } ?? "null"
                }
            return ConsoleJSON.quoted(name) + ":" + value
        }
        Console.write("{" + texts.joined(separator: ",") + "}\n", to: 2)
    }
}

/// The little JSON that progress needs.
enum ConsoleJSON {
    /// A text in quotes, by RFC 8259.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// A number with one decimal.
    static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
