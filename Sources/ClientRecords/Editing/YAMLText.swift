import Yams

/// The text of a YAML file, by places: what an edit needs to know of it and nothing more.
///
/// Yams tells where each value begins, in lines and columns. Where it ends is read off the text here.
struct YAMLText {
    /// A part of the text that is replaced.
    struct Splice {
        /// What is replaced; empty where something is put in between.
        var range: Range<Int>
        /// What stands there instead.
        var text: String
    }

    /// The text.
    let scalars: [Unicode.Scalar]
    /// What ends the text's lines: the first line end that it has.
    let lineEnd: String
    private let lineStarts: [Int]

    /// Takes a text.
    ///
    /// - Parameter text: Without a byte order mark.
    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var starts = [0]
        var ending: String?
        var place = 0
        while place < scalars.count {
            guard Self.isBreak(scalars[place]) else {
                place += 1
                continue
            }
            let isPair = scalars[place] == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n"
            if ending == nil { ending = isPair ? "\r\n" : scalars[place] == "\r" ? "\r" : "\n" }
            place += isPair ? 2 : 1
            starts.append(place)
        }
        self.scalars = scalars
        lineStarts = starts
        lineEnd = ending ?? "\n"
    }

    /// The text with parts replaced.
    ///
    /// - Parameter splices: The parts, none inside another.
    /// - Returns: The new text; all else stands as it stood.
    func replacing(_ splices: [Splice]) -> String {
        var out = String.UnicodeScalarView()
        var place = 0
        // Of two at one place the first given comes first.
        let order = splices.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for (_, splice) in order {
            out.append(contentsOf: scalars[place..<max(place, splice.range.lowerBound)])
            out.append(contentsOf: splice.text.unicodeScalars)
            place = max(place, splice.range.upperBound)
        }
        out.append(contentsOf: scalars[place...])
        return String(out)
    }

    /// How many lines there are; the last may be empty.
    var lines: Int { lineStarts.count }

    /// The place that a mark of Yams names; nil outside the text.
    func place(of mark: Mark?) -> Int? {
        guard let mark, mark.line >= 1, mark.line <= lineStarts.count else { return nil }
        let place = lineStarts[mark.line - 1] + mark.column - 1
        return place <= scalars.count ? place : nil
    }

    /// The line, 0 first, of a place.
    func line(of place: Int) -> Int {
        var (low, high) = (0, lineStarts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= place { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// Where a line begins.
    func start(ofLine line: Int) -> Int { lineStarts[line] }

    /// Where a line ends, before what ends it.
    func end(ofLine line: Int) -> Int {
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : scalars.count
        while end > lineStarts[line], Self.isBreak(scalars[end - 1]) { end -= 1 }
        return end
    }

    /// Blanks that a line begins with.
    func indentation(ofLine line: Int) -> Int {
        scalars[lineStarts[line]..<end(ofLine: line)].prefix { $0 == " " }.count
    }

    /// Whether a line has nothing in it, or a remark alone.
    func isBare(_ line: Int) -> Bool {
        let rest = scalars[lineStarts[line]..<end(ofLine: line)].drop { $0 == " " || $0 == "\t" }
        return rest.isEmpty || rest.first == "#"
    }

    /// Whether a line is a remark alone.
    func isRemark(_ line: Int) -> Bool { isBare(line) && !isEmpty(line) }

    /// Whether a line has nothing in it but blanks.
    func isEmpty(_ line: Int) -> Bool {
        scalars[lineStarts[line]..<end(ofLine: line)].allSatisfy { $0 == " " || $0 == "\t" }
    }

    /// The last line of some that has more in it than a remark.
    func lastFilled(of lines: Range<Int>) -> Int? { lines.last { !isBare($0) } }

    /// Whether a document ends or begins at a line.
    func isDocumentMark(_ line: Int) -> Bool {
        let head = scalars[lineStarts[line]..<end(ofLine: line)].prefix(3)
        return head.elementsEqual("...".unicodeScalars) || head.elementsEqual("---".unicodeScalars)
    }

    /// The first place at or after another that is no blank, line end, remark, anchor or tag.
    ///
    /// - Parameters:
    ///   - place: Where to begin, at the start of a token.
    ///   - isOnOneLine: Whether to stop at the line's end.
    /// - Returns: That place; the end of the text where there is none.
    func significant(from place: Int, onOneLine isOnOneLine: Bool = false) -> Int {
        var place = place
        while place < scalars.count {
            let scalar = scalars[place]
            if Self.isBreak(scalar) {
                if isOnOneLine { return place }
                place += 1
            } else if scalar == " " || scalar == "\t" {
                place += 1
            } else if scalar == "#", isSpace(before: place) {
                place = end(ofLine: line(of: place))
            } else if scalar == "&" || scalar == "!" {
                while place < scalars.count, !Self.isSpace(scalars[place]) { place += 1 }
            } else {
                return place
            }
        }
        return place
    }

    /// Where a scalar, flow list or flow map ends that begins at a place.
    ///
    /// - Parameters:
    ///   - start: Its first character.
    ///   - isInFlow: Whether it stands inside brackets.
    /// - Returns: The place behind its last character; nil where it is of another kind or has no end.
    func end(ofTokenAt start: Int, inFlow isInFlow: Bool) -> Int? {
        guard start < scalars.count else { return nil }
        switch scalars[start] {
        case "[", "{": return FlowSpan(in: scalars, at: start).map { $0.close + 1 }
        case "\"", "'": return FlowSpan.end(ofQuoted: scalars, at: start)
        case "|", ">": return nil
        default:
            var end = start
            var place = start
            while place < scalars.count, !Self.isBreak(scalars[place]) {
                let scalar = scalars[place]
                let next = place + 1 < scalars.count ? scalars[place + 1] : "\n"
                if scalar == "#", isSpace(before: place) { break }
                if scalar == ":", Self.isSpace(next) || (isInFlow && ",[]{}".unicodeScalars.contains(next)) {
                    break
                }
                if isInFlow, ",[]{}".unicodeScalars.contains(scalar) { break }
                place += 1
                if !Self.isSpace(scalar) { end = place }
            }
            return end > start ? end : nil
        }
    }

    private func isSpace(before place: Int) -> Bool { place == 0 || Self.isSpace(scalars[place - 1]) }

    /// Whether a character ends a line.
    static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Whether a character is a blank or ends a line.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || isBreak(scalar)
    }
}
