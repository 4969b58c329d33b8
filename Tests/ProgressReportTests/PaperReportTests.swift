import Foundation
import HealingCurve
import PhotoDecoding
import ProgressReport
import Testing

@Suite("Printed reports", .enabled(if: PaperTools.areThere, "Cairo, Pango or poppler-utils are missing"))
struct PaperReportTests {
    /// Bytes that a report may have: what a mail takes without a thought.
    private static let mostBytes = 2_000_000
    private static let samples = PaperSamples.all.map(\.name)

    private func sample(_ name: String) throws -> PaperSamples.Sample {
        try #require(PaperSamples.all.first { $0.name == name })
    }

    @Test(
        "Every case becomes a small file with its fonts inside and all words on the sheet", arguments: samples
    )
    func whole(name: String) throws {
        let sample = try sample(name)
        let bytes = PaperTools.pdfs[name] ?? []
        #expect(bytes.count < Self.mostBytes)
        let fonts = try PaperTools.say("pdffonts", of: bytes).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        for font in fonts { #expect(font.contains(" yes yes yes "), "\(font)") }
        let size = sample.studio.paper == .letter ? (612.0, 792.0) : (595.276, 841.89)
        for word in try PaperTools.boxes(of: bytes) {
            #expect(
                word.box.minX > 40 && word.box.maxX < size.0 - 40 && word.box.minY > 28
                    && word.box.maxY < size.1 - 22, "page \(word.page): \(word.text) at \(word.box)")
        }
    }

    @Test("No word lies on another", arguments: samples)
    func noOverlap(name: String) throws {
        let words = try PaperTools.boxes(of: PaperTools.pdfs[name] ?? [])
        for (page, words) in Dictionary(grouping: words, by: \.page) {
            // A line's box holds the room above its letters; only its inner part counts.
            let boxes = words.map { ($0, $0.box.insetBy(dx: 0.5, dy: $0.box.height * 0.3)) }
            for (index, (word, box)) in boxes.enumerated() {
                for (other, second) in boxes[(index + 1)...] where box.intersects(second) {
                    Issue.record("page \(page): “\(word.text)” lies on “\(other.text)”")
                }
            }
        }
    }

    @Test(
        "The first sheet has all that a client keeps, in both languages",
        arguments: ["long-name", "german", "letter"])
    func firstSheet(name: String) throws {
        let sample = try sample(name)
        let report = sample.report
        let language = sample.language
        let bytes = PaperTools.pdfs[name] ?? []
        let words =
            try PaperTools.words(of: bytes, pages: 1...1) + " "
            + PaperTools.plain(PaperTools.say("pdftotext", ["-raw", "-l", "1"], of: bytes, ["-"]))
        let latest = try #require(report.photos.last?.taken)
        let day = try #require(report.photos.last?.visit?.day)
        let advice = language.stages.advice(day: day)
        let wanted =
            [
                report.displayName ?? "", ReportSummary(report).verdict(in: language), advice.position,
                language.text("guide.heading", ["stage": advice.title]), language.dates.long(latest),
                language.text("forecast.heading"), language.report.intendedUse, "Haarlinie Studio Berlin",
                language.text("paper.page", ["page": "1", "count": "7"]).prefix(7).description,
            ] + advice.expected + advice.care + advice.next + sample.studio.contact
        // A word's own hyphen may end a line, and is then taken for one that only breaks it.
        func letters(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "-" } }
        let all = letters(words)
        for sentence in wanted {
            let isThere = all.contains(letters(PaperTools.plain(sentence)))
            #expect(isThere, "\(sentence)")
        }
    }

    @Test("No page ends with a heading", arguments: ["two-views", "sixty-photos", "german", "letter"])
    func headings(name: String) throws {
        let sample = try sample(name)
        let bytes = PaperTools.pdfs[name] ?? []
        let keys = [
            "answers.heading", "findings.heading", "findings.heading-earlier", "forecast.heading",
            "forecast.history", "visits.heading", "dots.heading", "charts.heading", "photos.heading",
            "table.heading", "about.heading",
        ]
        let headings = Set(keys.map { sample.language.text($0) })
        let foot = String(sample.language.report.intendedUse.prefix(40))
        for page in 1...(try PaperTools.pages(of: bytes)) {
            let range = ["-raw", "-f", "\(page)", "-l", "\(page)"]
            let text = try PaperTools.say("pdftotext", range, of: bytes, ["-"])
            // In the order in which it was drawn the foot comes last.
            let inner = try #require(text.components(separatedBy: foot).first)
            let last = inner.split(separator: "\n").last.map(String.init) ?? ""
            #expect(!headings.contains(last), "page \(page) ends with “\(last)”")
        }
    }

    @Test("The same report gives the same bytes, in another time zone and locale too")
    func sameBytes() throws {
        let sample = try sample("arabic-emoji")
        let first = PaperTools.pdfs["arabic-emoji"]
        let kept = ["TZ", "LANG", "LC_ALL"].map { ($0, ProcessInfo.processInfo.environment[$0]) }
        defer {
            for (name, value) in kept {
                if let value { unsafe setenv(name, value, 1) } else { unsafe unsetenv(name) }
            }
        }
        for (zone, locale) in [("Asia/Tokyo", "de_DE.UTF-8"), ("America/New_York", "C")] {
            unsafe setenv("TZ", zone, 1)
            unsafe setenv("LANG", locale, 1)
            unsafe setenv("LC_ALL", locale, 1)
            #expect(try PaperTools.pdf(sample) == first)
        }
    }

    @Test("The date of making is that of the newest photo; without any there is none")
    func date() throws {
        let bytes = PaperTools.pdfs["hebrew"] ?? []
        #expect(try PaperTools.say("pdfinfo", of: bytes).contains("Mar  2 12:00:00 2027 UTC"))
        let failed = PaperTools.pdfs["failed"] ?? []
        #expect(try !PaperTools.say("pdfinfo", of: failed).contains("CreationDate"))
        #expect(try PaperTools.pages(of: failed) == 1)
        #expect(try PaperTools.words(of: failed).contains("Did you mean “sessions”?"))
    }

    @Test("Names that run right to left can be found and copied in their own order")
    func rightToLeft() throws {
        #expect(try PaperTools.words(of: PaperTools.pdfs["hebrew"] ?? []).contains(PaperSamples.hebrewName))
        let arabic = try PaperTools.words(of: PaperTools.pdfs["arabic-emoji"] ?? [])
        #expect(arabic.contains(PaperSamples.arabicName))
    }

    @Test("Title, author, language, structure and what figures show are in the file")
    func structure() throws {
        let bytes = PaperTools.pdfs["german"] ?? []
        let info = try PaperTools.say("pdfinfo", of: bytes)
        #expect(info.contains("Günther Öztürk – ") && info.contains("Tagged:          yes"))
        #expect(info.contains("Author:          Haarlinie Studio Berlin"))
        let text = String(decoding: bytes.suffix(200_000), as: UTF8.self)
        #expect(text.contains("/Lang <FEFF00640065>"))
        let tree = try PaperTools.say("pdfinfo", ["-struct"], of: bytes)
        for tag in ["H1", "H2", "H3", "LI", "Figure", "Table", "TR", "TH", "TD"] {
            #expect(tree.contains("\n") && tree.contains(tag), "\(tag)")
        }
        let figures = tree.split(separator: "\n").count {
            $0.trimmingCharacters(in: .whitespaces) == "Figure"
        }
        let told = tree.components(separatedBy: "Alternate Text").count - 1
        let words = text.components(separatedBy: "/Alt <FEFF").count - 1
        #expect(figures > 20 && (words == figures || told == figures))
    }

    @Test("A photo's JPEG stands in the file as it is, once however often it is shown")
    func pictures() throws {
        let sample = try sample("letter")
        let bytes = PaperTools.pdfs["letter"] ?? []
        let newest = try #require(sample.report.views.first?.visits.last?.picture)
        #expect(Data(bytes).ranges(of: Data(newest)).count == 1)
    }

    @Test("Many photos are all told, each with its date")
    func many() throws {
        let sample = try sample("sixty-photos")
        let words = try PaperTools.words(of: PaperTools.pdfs["sixty-photos"] ?? [])
        for photo in sample.report.photos {
            let date = try #require(photo.taken)
            #expect(words.contains(english.dates.long(date)))
            #expect(words.contains(photo.file))
        }
    }

    @Test(
        "Page and print say the same",
        arguments: ["two-views", "german", "sixty-photos", "no-scale", "one-photo"])
    func sameWords(name: String) throws {
        let sample = try sample(name)
        let html = ClientPage.html(for: sample.report, language: sample.language)
        // In the order in which it was drawn: a cell's lines stand together.
        let print = PaperTools.plain(
            try PaperTools.say("pdftotext", ["-raw"], of: PaperTools.pdfs[name] ?? [], ["-"]))
        let sentences = Self.sentences(html)
        #expect(sentences.count > 20)
        // A word's own hyphen may end a line, and is then taken for one that only breaks it.
        func letters(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "-" } }
        let all = letters(print)
        for sentence in sentences {
            let isThere = all.contains(letters(PaperTools.plain(sentence)))
            #expect(isThere, "\(sentence)")
        }
    }

    /// The page's paragraphs and list items, without what is for the screen or tells of files beside it.
    private static func sentences(_ html: String) -> [String] {
        let body = html.components(separatedBy: "<main>").last ?? ""
        return body.matches(of: /<(p|li)( [^>]*)?>(.*?)<\/(p|li)>/.dotMatchesNewlines()).compactMap { match in
            let text = String(match.3)
            guard !text.contains("<svg"), !text.contains("screen"), !text.contains("<span"),
                !text.contains("<br>"),
                !(match.2 ?? "").contains("screen")
            else { return nil }
            let plain = text.replacing(/<[^>]*>/, with: "").replacing("&amp;", with: "&")
                .replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
            return plain.isEmpty ? nil : plain
        }
    }
}
