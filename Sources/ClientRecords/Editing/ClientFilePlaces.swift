import Yams

/// Where a section of a `client.yaml` stands, and what to put where for a change of it.
///
/// A guess that is held against the strict reader afterwards: nil stands for "not to be told".
struct ClientFilePlaces {
    /// Whether an entry that was there is completed.
    private(set) var isCompletion = false
    private let text: YAMLText
    private let section: String
    private let root: Node.Mapping?

    /// The file's sections in the order in which they are written.
    private static let order = [
        "name", "sessions", "pixelsPerMillimetre", "targetDensity", "symptoms", "notes", "photos",
    ]

    /// A value, and the lines and characters that it may take.
    private struct Slot {
        var node: Node
        /// Its first character; where an empty one would begin.
        var start: Int
        /// Whether it stands inside brackets.
        var isInFlow: Bool
        /// The lines of the entry that it belongs to.
        var lines: Range<Int>
        /// Where the entry's key, or its dash, stands.
        var entry: Int
        /// What it takes inside brackets.
        var flow: Range<Int>?
    }

    /// Looks for a section.
    ///
    /// - Parameters:
    ///   - text: A text that the strict reader takes.
    ///   - section: The section's key.
    /// - Throws: What Yams says of it.
    init(of text: String, section: String) throws {
        self.text = YAMLText(text)
        self.section = section
        root = try Yams.compose(yaml: text)?.mapping
    }

    /// Adds an entry to the section's list, behind all that are no later.
    mutating func add(_ entry: String, at date: WrittenDate) -> [YAMLText.Splice]? {
        guard let slot = sectionSlot() else { return newSection("[" + entry + "]", lines: ["  - " + entry]) }
        if isEmpty(slot.node) { return fill(slot, with: "[" + entry + "]", lines: ["  - " + entry]) }
        guard let list = slot.node.sequence else { return nil }
        let earlier = list.lastIndex { (Self.date(of: $0)?.clock).map { $0 <= date.clock } ?? false }
        if text.scalars[slot.start] == "[" {
            guard let span = FlowSpan(in: text.scalars, at: slot.start), span.members.count == list.count
            else { return nil }
            return [added(entry, to: span, after: earlier)]
        }
        guard let dashes = dashes(of: slot), dashes.count == list.count else { return nil }
        let indentation = String(repeating: " ", count: text.indentation(ofLine: dashes[0].lowerBound))
        let line = earlier.map { text.lastFilled(of: dashes[$0]) ?? dashes[$0].lowerBound }
        return [inserted([indentation + "- " + entry], below: line ?? text.line(of: slot.entry))]
    }

    /// Sets values of the entry of the section's list that is of a date.
    mutating func complete(_ pairs: [(key: String, value: String)], at date: WrittenDate) -> [YAMLText
        .Splice]?
    {
        isCompletion = true
        guard let slot = sectionSlot(), let list = slot.node.sequence,
            let number = list.firstIndex(where: { Self.date(of: $0) == date })
        else { return nil }
        var member = slot
        member.node = list[number]
        if text.scalars[slot.start] == "[" {
            guard let span = FlowSpan(in: text.scalars, at: slot.start), span.members.count == list.count
            else { return nil }
            member.flow = span.members[number].range
            member.isInFlow = true
            member.start = text.significant(from: span.members[number].range.lowerBound)
        } else {
            guard let dashes = dashes(of: slot), dashes.count == list.count else { return nil }
            member.lines = dashes[number]
            let dash =
                text.start(ofLine: dashes[number].lowerBound)
                + text.indentation(ofLine: dashes[number].lowerBound)
            member.entry = dash
            member.start = text.significant(from: dash + 1)
        }
        if list[number].mapping != nil { return set(pairs, in: member) }
        // A plain date becomes a map.
        guard let end = text.end(ofTokenAt: member.start, inFlow: member.isInFlow) else { return nil }
        let shown = String(String.UnicodeScalarView(text.scalars[member.start..<end]))
        return [
            YAMLText.Splice(
                range: member.start..<end, text: YAMLScalar.map([("date", shown)] + pairs))
        ]
    }

    /// Sets values of an entry of the section's map, which is added where it is missing.
    mutating func complete(
        _ pairs: [(key: String, value: String)], ofEntry name: String
    ) -> [YAMLText.Splice]? {
        let entry = "\(YAMLScalar.text(name)): \(YAMLScalar.map(pairs))"
        guard let slot = sectionSlot() else { return newSection("{" + entry + "}", lines: ["  " + entry]) }
        if isEmpty(slot.node) { return fill(slot, with: "{" + entry + "}", lines: ["  " + entry]) }
        guard let map = slot.node.mapping else { return nil }
        if let inner = child(name, of: slot) {
            isCompletion = true
            if isEmpty(inner.node) { return fill(inner, with: YAMLScalar.map(pairs), lines: nil) }
            guard inner.node.mapping != nil else { return nil }
            return set(pairs, in: inner)
        }
        if text.scalars[slot.start] == "{" {
            guard let span = FlowSpan(in: text.scalars, at: slot.start), span.members.count == map.count
            else { return nil }
            return [added(entry, to: span, after: span.members.indices.last)]
        }
        return newEntry(entry, in: slot)
    }

    // MARK: Places

    private func sectionSlot() -> Slot? {
        guard let whole = rootSlot() else { return nil }
        return child(section, of: whole)
    }

    private func rootSlot() -> Slot? {
        guard let root, let place = text.place(of: root.mark) else { return nil }
        let first = text.line(of: place)
        let end = (first + 1..<max(first + 1, text.lines)).first(where: text.isDocumentMark) ?? text.lines
        return Slot(
            node: .mapping(root), start: text.significant(from: place), isInFlow: false, lines: first..<end,
            entry: place)
    }

    /// The value of a key of a map.
    private func child(_ name: String, of slot: Slot) -> Slot? {
        guard let map = slot.node.mapping,
            let number = map.firstIndex(where: { $0.key.scalar?.string == name }),
            slot.start < text.scalars.count
        else { return nil }
        let pair = map[number]
        if text.scalars[slot.start] == "{" {
            guard let span = FlowSpan(in: text.scalars, at: slot.start), span.members.count == map.count,
                let value = span.members[number].value
            else { return nil }
            return Slot(
                node: pair.value, start: text.significant(from: value.lowerBound), isInFlow: true,
                lines: slot.lines, entry: span.members[number].range.lowerBound, flow: value)
        }
        guard let key = text.place(of: pair.key.mark) else { return nil }
        let next = map.compactMap { text.place(of: $0.key.mark) }.filter { $0 > key }.min()
        let line = text.line(of: key)
        let lines =
            line..<(next.map { max(line + 1, text.line(of: $0)) } ?? max(line + 1, slot.lines.upperBound))
        guard let colon = colon(behind: key) else { return nil }
        return Slot(
            node: pair.value, start: text.significant(from: colon + 1), isInFlow: false, lines: lines,
            entry: key)
    }

    /// The colon behind a key in a block.
    private func colon(behind key: Int) -> Int? {
        let start = text.significant(from: key)
        guard let end = text.end(ofTokenAt: start, inFlow: false) else { return nil }
        let colon = text.significant(from: end, onOneLine: true)
        return colon < text.scalars.count && text.scalars[colon] == ":" ? colon : nil
    }

    /// The lines of each member of a block list.
    private func dashes(of slot: Slot) -> [Range<Int>]? {
        guard slot.start < text.scalars.count, text.scalars[slot.start] == "-" else { return nil }
        let first = text.line(of: slot.start)
        let column = slot.start - text.start(ofLine: first)
        guard text.indentation(ofLine: first) == column else { return nil }
        let lines = (first..<max(first + 1, slot.lines.upperBound)).filter { line in
            guard text.indentation(ofLine: line) == column else { return false }
            let dash = text.start(ofLine: line) + column
            guard dash < text.scalars.count, text.scalars[dash] == "-" else { return false }
            return dash + 1 == text.scalars.count || YAMLText.isSpace(text.scalars[dash + 1])
        }
        return lines.enumerated().map { number, line in
            line..<(number + 1 < lines.count ? lines[number + 1] : max(line + 1, slot.lines.upperBound))
        }
    }

    private func isEmpty(_ node: Node) -> Bool {
        if let scalar = node.scalar {
            return scalar.style != .singleQuoted && scalar.style != .doubleQuoted
                && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
        }
        return false
    }

    private static func date(of member: Node) -> WrittenDate? {
        let node = member.mapping.map { $0.first { $0.key.scalar?.string == "date" }?.value } ?? member
        return node?.scalar.flatMap { WrittenDate($0.string) }
    }

    // MARK: Changes

    /// Puts lines below one.
    private func inserted(_ lines: [String], below line: Int) -> YAMLText.Splice {
        let end = text.end(ofLine: line)
        return YAMLText.Splice(range: end..<end, text: lines.map { text.lineEnd + $0 }.joined())
    }

    /// Puts a member into brackets, behind another one or first.
    private func added(_ entry: String, to span: FlowSpan, after number: Int?) -> YAMLText.Splice {
        if let number {
            let end = span.members[number].range.upperBound
            // A comma right behind a colon would be taken for a part of the key.
            let isOpen = text.scalars[end - 1] == ":"
            return YAMLText.Splice(range: end..<end, text: (isOpen ? " , " : ", ") + entry)
        }
        let place = span.open + 1
        return YAMLText.Splice(range: place..<place, text: entry + (span.members.isEmpty ? "" : ", "))
    }

    /// Gives a value to a key that has none.
    private func fill(_ slot: Slot, with value: String, lines: [String]?) -> [YAMLText.Splice]? {
        guard let scalar = slot.node.scalar else { return nil }
        if !scalar.string.isEmpty {
            guard let end = text.end(ofTokenAt: slot.start, inFlow: slot.isInFlow) else { return nil }
            return [YAMLText.Splice(range: slot.start..<end, text: value)]
        }
        if let flow = slot.flow {
            return [YAMLText.Splice(range: flow.lowerBound..<flow.lowerBound, text: " " + value)]
        }
        if let lines { return [inserted(lines, below: text.line(of: slot.entry))] }
        guard let colon = colon(behind: slot.entry) else { return nil }
        return [YAMLText.Splice(range: colon + 1..<colon + 1, text: " " + value)]
    }

    /// Adds an entry to a block map.
    private func newEntry(_ entry: String, in slot: Slot) -> [YAMLText.Splice]? {
        guard let place = slot.node.mapping?.first.flatMap({ text.place(of: $0.key.mark) }) else {
            return nil
        }
        let column = place - text.start(ofLine: text.line(of: place))
        guard let last = text.lastFilled(of: slot.lines) else { return nil }
        return [inserted([String(repeating: " ", count: column) + entry], below: last)]
    }

    /// Sets values of a map.
    private func set(_ pairs: [(key: String, value: String)], in slot: Slot) -> [YAMLText.Splice]? {
        guard let map = slot.node.mapping, slot.start < text.scalars.count else { return nil }
        var splices: [YAMLText.Splice] = []
        let span = text.scalars[slot.start] == "{" ? FlowSpan(in: text.scalars, at: slot.start) : nil
        if text.scalars[slot.start] == "{", span?.members.count != map.count { return nil }
        for pair in pairs {
            guard let inner = child(pair.key, of: slot) else {
                let entry = "\(pair.key): \(pair.value)"
                if let span {
                    // Two that are added to nothing need a comma between them.
                    let isFirst = span.members.isEmpty && !splices.isEmpty
                    let splice = added(entry, to: span, after: span.members.indices.last)
                    splices.append(isFirst ? .init(range: splice.range, text: ", " + splice.text) : splice)
                } else {
                    guard let more = newEntry(entry, in: slot) else { return nil }
                    splices += more
                }
                continue
            }
            if isEmpty(inner.node) {
                guard let more = fill(inner, with: pair.value, lines: nil) else { return nil }
                splices += more
            } else if let flow = inner.flow {
                splices.append(.init(range: flow, text: pair.value))
            } else {
                guard inner.node.scalar != nil, let end = end(ofScalarIn: inner) else { return nil }
                splices.append(.init(range: inner.start..<end, text: pair.value))
            }
        }
        return splices
    }

    /// Where the scalar of a block map's entry ends, one of several lines too.
    private func end(ofScalarIn slot: Slot) -> Int? {
        guard "|>".unicodeScalars.contains(text.scalars[slot.start]) else {
            return text.end(ofTokenAt: slot.start, inFlow: slot.isInFlow)
        }
        let first = text.line(of: slot.entry)
        let column = slot.entry - text.start(ofLine: first)
        let body = (first + 1..<max(first + 1, slot.lines.upperBound)).prefix {
            text.isEmpty($0) || text.indentation(ofLine: $0) > column
        }
        return text.end(ofLine: body.last { !text.isEmpty($0) } ?? first)
    }

    /// Adds the section to a file that has none of it.
    private func newSection(_ value: String, lines: [String]) -> [YAMLText.Splice]? {
        let block = [section + ":"] + lines
        guard let root, let slot = rootSlot() else {
            // A file without any entry: behind the example of the section, else at the end.
            if let example = exampleEnd() { return [inserted(block, below: example)] }
            let last = text.lines - 1
            if text.isEmpty(last), text.end(ofLine: last) == text.start(ofLine: last) {
                let end = text.scalars.count
                return [.init(range: end..<end, text: block.map { $0 + text.lineEnd }.joined())]
            }
            return [inserted(block, below: last)]
        }
        if text.scalars[slot.start] == "{" {
            guard let span = FlowSpan(in: text.scalars, at: slot.start), span.members.count == root.count
            else { return nil }
            return [added("\(section): \(value)", to: span, after: span.members.indices.last)]
        }
        let column = slot.start - text.start(ofLine: text.line(of: slot.start))
        let indented = block.map { String(repeating: " ", count: column) + $0 }
        if let example = exampleEnd() { return [inserted(indented, below: example)] }
        let before = Self.order.prefix { $0 != section }.last { name in
            root.contains { $0.key.scalar?.string == name }
        }
        let lines = before.flatMap { child($0, of: slot)?.lines } ?? slot.lines
        guard let last = text.lastFilled(of: lines) else { return nil }
        return [inserted(indented, below: last)]
    }

    /// The last line of the remarks that show the section as an example, where there are such.
    private func exampleEnd() -> Int? {
        let example = (0..<text.lines).first { line in
            guard text.isRemark(line) else { return false }
            let content = text.scalars[text.start(ofLine: line)..<text.end(ofLine: line)]
                .drop { $0 == "#" || $0 == " " }
            return String(String.UnicodeScalarView(content)).hasPrefix(section + ":")
        }
        guard let example else { return nil }
        return (example..<text.lines).prefix { text.isRemark($0) }.last
    }
}
