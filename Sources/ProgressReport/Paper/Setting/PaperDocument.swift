import CTypesetting

/// A PDF in the making: the one place that calls the C library, whose pointers never leave it.
///
/// What fails (memory alone can) is told by ``finish()``, so that laying out a page need not ask at every word.
@safe
final class PaperDocument {
    private let document: OpaquePointer
    private var texts: [OpaquePointer] = unsafe []
    private var pictures: [String: OpaquePointer?] = unsafe [:]
    private var isKnown: [Character: Bool] = [:]
    private var hasFailed = false
    /// What each figure shows, in the order in which they were drawn.
    private(set) var alternatives: [String] = []

    /// Begins a document.
    ///
    /// - Parameters:
    ///   - width: Of the pages, in points.
    ///   - height: Of the pages.
    ///   - language: Of the words, as `en`.
    /// - Throws: ``PaperError``.
    init(width: Double, height: Double, language: String) throws(PaperError) {
        var document: OpaquePointer?
        let status = unsafe slt_document_open(width, height, language, &document)
        guard let opened = unsafe document, status == SLT_OK.rawValue else {
            throw Self.error(status) ?? .notMade
        }
        unsafe self.document = opened
    }

    /// Why no document can be made on this machine, or nil.
    static var hindrance: PaperError? { error(slt_ready()) }

    /// Whether the libraries are there.
    static var isLibraryThere: Bool { error(slt_load()) == nil }

    private static func error(_ status: Int32) -> PaperError? {
        switch UInt32(status) {
        case SLT_OK.rawValue: nil
        case SLT_NO_LIBRARY.rawValue: .noLibrary
        case SLT_NO_FONTS.rawValue: .noFonts
        default: .notMade
        }
    }

    deinit {
        while let text = unsafe texts.popLast() { unsafe slt_text_close(text) }
        while let picture = unsafe pictures.popFirst() { unsafe slt_picture_close(picture.value) }
        unsafe slt_document_close(document)
    }

    /// Says what the file is.
    ///
    /// - Parameters:
    ///   - title: Its title.
    ///   - author: Whose it is, or nil.
    ///   - subject: What it is for.
    ///   - created: As `2026-03-10T12:00:00Z`, or nil.
    func describe(title: String, author: String?, subject: String, created: String?) {
        unsafe slt_document_describe(document, title, author, subject, created)
    }

    /// Ends the page.
    func nextPage() { unsafe slt_document_next_page(document) }

    /// Ends the document.
    ///
    /// - Returns: The file's bytes.
    /// - Throws: ``PaperError/notMade``.
    func finish() throws(PaperError) -> [UInt8] {
        var bytes: UnsafePointer<UInt8>?
        var count = 0
        let status = unsafe slt_document_finish(document, &bytes, &count)
        guard !hasFailed, status == SLT_OK.rawValue, let first = unsafe bytes else { throw .notMade }
        // The library keeps `count` bytes from `first` on until the document is closed.
        return unsafe Array(UnsafeBufferPointer(start: first, count: count))
    }

    // MARK: Text

    /// Breaks a paragraph into lines; characters that no font has are left out.
    ///
    /// - Parameters:
    ///   - text: The paragraph.
    ///   - width: Of the lines; nil for a single line as long as it gets.
    /// - Returns: The paragraph with its measures.
    func shaped(_ text: PaperText, width: Double? = nil) -> ShapedText {
        if text.isEmpty { return .empty }
        guard let made = unsafe make(text, width: width) else { return .empty }
        guard unsafe slt_text_unknown(made) > 0 else { return unsafe keep(made, text.style.colour) }
        unsafe slt_text_close(made)
        let printable = text.filtered { $0.isASCII || isPrintable($0, text.style) }
        if printable.isEmpty { return .empty }
        guard let second = unsafe make(printable, width: width) else { return .empty }
        return unsafe keep(second, text.style.colour)
    }

    private func isPrintable(_ character: Character, _ style: PaperStyle) -> Bool {
        if let known = isKnown[character] { return known }
        var isPrintable = true
        if let alone = unsafe make(PaperText(String(character), style), width: nil) {
            isPrintable = unsafe slt_text_unknown(alone) == 0
            unsafe slt_text_close(alone)
        }
        isKnown[character] = isPrintable
        return isPrintable
    }

    private func make(_ text: PaperText, width: Double?) -> OpaquePointer? {
        var words = ""
        var bold: [Int] = []
        for run in text.runs where !run.words.isEmpty {
            let start = words.utf8.count
            words += run.words
            if run.isBold { bold += [start, words.utf8.count] }
        }
        let style = text.style
        var result: OpaquePointer?
        // The library copies what it is given; all pointers hold for the call alone.
        let status = unsafe PaperStyle.families.withCString { families in
            var look = unsafe slt_text_style(
                families: families, size: style.size, leading: style.leading, is_bold: style.isBold ? 1 : 0,
                alignment: style.alignment.rawValue, most_lines: style.mostLines,
                is_own_direction: style.isOwnDirection ? 1 : 0)
            return unsafe slt_text_make(
                document, words, words.utf8.count, &look, bold, bold.count / 2,
                width.map { max($0, 1) } ?? -1,
                &result)
        }
        if status != SLT_OK.rawValue { hasFailed = true }
        return unsafe result
    }

    private func keep(_ text: OpaquePointer, _ colour: Studio.Colour) -> ShapedText {
        unsafe texts.append(text)
        let lines = unsafe slt_text_lines(text)
        return unsafe ShapedText(
            number: texts.count - 1, tops: (0...lines).map { unsafe slt_text_top(text, $0) },
            width: slt_text_width(text), baseline: slt_text_baseline(text), colour: colour)
    }

    /// Draws some lines of a paragraph.
    func draw(_ text: ShapedText, lines: Range<Int>, x: Double, y: Double) {
        guard let number = text.number else { return }
        setColour(text.colour)
        unsafe slt_text_draw(document, texts[number], Int32(lines.lowerBound), Int32(lines.upperBound), x, y)
    }

    // MARK: Structure

    /// Draws a part of the document's structure.
    func tagged(_ role: PaperRole, _ draw: () -> Void) {
        open(role)
        draw()
        close(role)
    }

    /// Opens a part of the document's structure.
    func open(_ role: PaperRole) {
        if case .figure(let words) = role { alternatives.append(words) }
        unsafe slt_tag_begin(document, role.tag)
    }

    /// Closes the part that was opened last.
    func close(_ role: PaperRole) { unsafe slt_tag_end(document, role.tag) }

    // MARK: Pictures and shapes

    /// Draws a picture into a box; one whose bytes are none leaves the box empty.
    func draw(_ picture: PaperPicture, x: Double, y: Double, width: Double, height: Double) {
        guard let known = unsafe opened(picture) else { return }
        unsafe slt_picture_draw(document, known, x, y, width, height)
    }

    private func opened(_ picture: PaperPicture) -> OpaquePointer? {
        if let known = unsafe pictures[picture.key] { return unsafe known }
        var result: OpaquePointer?
        let (bytes, count) = (picture.bytes, picture.bytes.count)
        // The library keeps a copy of the bytes.
        let status =
            unsafe picture.isPNG
            ? slt_picture_png(bytes, count, &result)
            : slt_picture_jpeg(bytes, count, Int32(picture.width), Int32(picture.height), &result)
        if status == SLT_NO_MEMORY.rawValue { hasFailed = true }
        unsafe pictures[picture.key] = .some(result)
        return unsafe result
    }

    /// Moves and scales what is drawn in between.
    func moved(x: Double, y: Double, scale: Double = 1, _ draw: () -> Void) {
        unsafe slt_save(document, x, y, scale)
        draw()
        unsafe slt_restore(document)
    }

    /// Draws a shape.
    func draw(_ shape: PaperShape) {
        switch shape {
        case .rectangle(let x, let y, let width, let height, let radius, let fill, let pen):
            paint(fill: fill, pen: pen) { unsafe slt_rectangle(document, x, y, width, height, radius) }
        case .circle(let place, let radius, let fill, let pen):
            paint(fill: fill, pen: pen) { unsafe slt_circle(document, place.x, place.y, radius) }
        case .line(let places, let isClosed, let fill, let pen):
            guard let first = places.first else { return }
            paint(fill: fill, pen: pen) {
                unsafe slt_move(document, first.x, first.y)
                for place in places.dropFirst() { unsafe slt_line(document, place.x, place.y) }
                if isClosed { unsafe slt_end_line(document) }
            }
        case .word(let text, let place, let alignment):
            let shift = alignment == .left ? 0 : alignment == .middle ? text.width / 2 : text.width
            draw(text, lines: 0..<text.lines, x: place.x - shift, y: place.y - text.baseline)
        case .clipped(let x, let y, let width, let height, let shapes):
            moved(x: 0, y: 0) {
                unsafe slt_rectangle(document, x, y, width, height, 0)
                unsafe slt_clip(document)
                for shape in shapes { draw(shape) }
            }
        }
    }

    private func paint(fill: Studio.Colour?, pen: PaperShape.Pen?, path: () -> Void) {
        if let fill {
            path()
            setColour(fill)
            unsafe slt_fill(document)
        }
        if let pen {
            path()
            setColour(pen.colour)
            unsafe slt_stroke(document, pen.width, pen.dash, pen.gap)
        }
    }

    private func setColour(_ colour: Studio.Colour) {
        unsafe slt_colour(
            document, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255, 1)
    }
}
