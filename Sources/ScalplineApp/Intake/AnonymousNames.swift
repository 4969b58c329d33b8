import ClientRecords
import PhotoDecoding
import SteadyMath

/// The codes that stand for what is personal in a shareable copy.
///
/// Which code stands for whom follows from a secret number alone, so that their order tells nothing.
struct AnonymousNames {
    private let salt: [UInt8]
    private var random: any RandomNumberGenerator
    private var practitioners: [String: String] = [:]

    /// Days by which a client's dates are moved back: at least half a year, ten years at most.
    private static let daysBack = 182...3_650
    /// Dates in names are looked for from this year on.
    private static let earliest = WallClock(year: 1991, month: 1, day: 1)
    private static let secondsOfDay = 86_400
    /// Words for parts of the head, which tell nothing of a person; other names of views become numbers.
    private static let plainViews: Set<String> = [
        "main", "crown", "vertex", "hairline", "front", "frontal", "top", "back", "left", "right", "side",
        "temple",
        "temples", "nape", "donor", "recipient", "parting", "scar", "occipital", "parietal", "1", "2", "3",
        "4", "5",
    ]
    /// Shorter words are no names that could be told from other words.
    private static let shortestWord = 3

    /// Draws the secret.
    ///
    /// - Parameter random: Where numbers come from.
    init(random: any RandomNumberGenerator) {
        var random = random
        salt = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        self.random = random
    }

    /// Codes for things, in an order that tells nothing.
    ///
    /// - Parameters:
    ///   - things: What they stand for, as bytes, each once.
    ///   - word: What the codes begin with.
    /// - Returns: `client-001` and so on, in the order of `things`.
    func codes(for things: [[UInt8]], word: String) -> [String] {
        let order = things.indices.sorted { left, right in
            ContentHash.sha256(salt + things[left]) < ContentHash.sha256(salt + things[right])
        }
        let digits = max(3, String(things.count).count)
        var codes = [String](repeating: "", count: things.count)
        for (number, thing) in order.enumerated() {
            let text = String(number + 1)
            codes[thing] = "\(word)-" + String(repeating: "0", count: digits - text.count) + text
        }
        return codes
    }

    /// Days by which a client's dates are moved.
    ///
    /// - Parameter first: The earliest of them, or nil.
    /// - Returns: A secret number below 0.
    mutating func shift(first: WallClock?) -> Int {
        let room = first.map {
            ($0.secondsSince1970 - (Self.earliest?.secondsSince1970 ?? 0)) / Self.secondsOfDay
        }
        let most = min(Self.daysBack.upperBound, max(1, room ?? Self.daysBack.upperBound))
        return -Int.random(in: min(Self.daysBack.lowerBound, most)...most, using: &random)
    }

    /// A date moved by days.
    static func moved(_ clock: WallClock, by days: Int) -> WallClock {
        WallClock(secondsSince1970: clock.secondsSince1970 + days * secondsOfDay)
    }

    /// A date as written, moved by days.
    static func moved(_ date: WrittenDate, by days: Int) -> WrittenDate {
        WrittenDate(clock: moved(date.clock, by: days), isWholeDay: date.isWholeDay)
    }

    /// Learns who works in the practice.
    ///
    /// - Parameter names: All their names.
    mutating func know(practitioners names: Set<String>) {
        let sorted = names.sorted()
        for (name, code) in zip(sorted, codes(for: sorted.map { Array($0.utf8) }, word: "practitioner")) {
            practitioners[name] = code
        }
    }

    /// A client's file without what is personal.
    ///
    /// - Parameters:
    ///   - file: What the client's own file says.
    ///   - days: Days by which dates are moved.
    ///   - names: New names of the photos by their old ones.
    ///   - words: Words that are personal.
    /// - Returns: Dates moved; technique, needle and pigment as they are; no name, no notes.
    func anonymous(
        _ file: ClientFile, days: Int, names: [String: String], words: PersonalWords
    ) -> ClientFile {
        var out = ClientFile()
        out.pixelsPerMillimetre = file.pixelsPerMillimetre
        out.targetDensity = file.targetDensity
        out.sessions = file.sessions.map { session in
            var moved = ClientSession(date: Self.moved(session.date, by: days))
            moved.technique = words.without(session.technique)
            moved.needle = words.without(session.needle)
            moved.pigment = words.without(session.pigment)
            moved.practitioner = session.practitioner.flatMap { practitioners[$0] }
            return moved
        }
        out.symptoms = file.symptoms.map { symptom in
            var moved = ClientSymptom(date: Self.moved(symptom.date, by: days))
            moved.itching = symptom.itching
            moved.tenderness = symptom.tenderness
            return moved
        }
        var views: [String: String] = [:]
        for (old, new) in names.sorted(by: { $0.value < $1.value }) {
            guard var note = file.photos[old] else { continue }
            note.taken = nil
            if let view = note.view, !Self.isPlain(view) {
                let code = views[view] ?? "view-\(views.count + 1)"
                views[view] = code
                note.view = code
            }
            out.photos[new] = note
        }
        return out
    }

    private static func isPlain(_ view: String) -> Bool {
        view.lowercased().split { !$0.isLetter && !$0.isNumber }.allSatisfy {
            plainViews.contains(String($0))
        }
    }

    /// Words of a client that must not stand in a shareable copy.
    struct PersonalWords: Sendable {
        private let words: [String]

        /// Takes texts apart.
        ///
        /// - Parameter texts: Names and ids.
        init(_ texts: [String]) {
            words = texts.flatMap { text in
                text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
                    .filter { $0.count >= shortestWord && !$0.allSatisfy(\.isNumber) }
            }
        }

        /// A text, or nil where it holds one of the words.
        func without(_ text: String?) -> String? {
            guard let text else { return nil }
            let lower = text.lowercased()
            return words.contains { lower.contains($0) } ? nil : text
        }

        /// Whether bytes hold one of the words.
        func areIn(_ bytes: [UInt8]) -> Bool {
            without(String(decoding: bytes, as: UTF8.self)) == nil
        }
    }
}
