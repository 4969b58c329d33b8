import Glibc
import ScalplineApp

/// Colours for what a person reads on a terminal; what is piped to a file or a program stays plain.
struct Ink {
    /// What is marked, by the codes of ECMA-48.
    private enum Mark: String {
        case attention = "1;33"
        case failure = "1;31"
        case head = "1"
        case quiet = "2"
    }

    /// What lines begin with that are marked.
    private static let beginnings: [(word: String, mark: Mark)] = [
        ("attention:", .attention), ("not measured:", .failure), ("not aligned:", .failure),
        ("note:", .head), ("revised:", .head), ("earlier:", .quiet), ("skipped:", .quiet),
    ]

    /// Whether colours are written.
    let isOn: Bool

    /// Decides by a choice and the environment.
    ///
    /// - Parameters:
    ///   - choice: What was chosen.
    ///   - file: Where is printed to: 1 is standard output.
    init(_ choice: ColorChoice, file: Int32 = 1) {
        switch choice {
        case .always: isOn = true
        case .never: isOn = false
        case .auto: isOn = Self.isTerminal(file) && (Settings.variable("NO_COLOR") ?? []).isEmpty
        }
    }

    /// Whether a file is a terminal that understands control codes.
    static func isTerminal(_ file: Int32) -> Bool {
        isatty(file) == 1 && Settings.variable("TERM") != Array("dumb".utf8)
    }

    /// Lines with their marks.
    ///
    /// - Parameter text: Lines that are safe to print.
    /// - Returns: The same where colours are off.
    func painted(_ text: String) -> String {
        guard isOn else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { paintedLine(String($0)) }
            .joined(separator: "\n")
    }

    private func paintedLine(_ line: String) -> String {
        for (word, mark) in Self.beginnings where line.hasPrefix(word) {
            return set(word, mark) + line.dropFirst(word.count)
        }
        if line.hasPrefix("client ") { return set(line, .head) }
        guard let count = line.firstRange(of: #/\d+ to look at/#) else { return line }
        return line[..<count.lowerBound] + set(String(line[count]), .attention) + line[count.upperBound...]
    }

    private func set(_ text: String, _ mark: Mark) -> String {
        "\u{1B}[\(mark.rawValue)m\(text)\u{1B}[0m"
    }
}
