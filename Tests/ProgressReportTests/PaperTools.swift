import Foundation
import ProgressReport
import ScalplineApp

/// What the tests look at printed reports with: poppler's tools.
enum PaperTools {
    /// Whether they are installed, and what makes the reports.
    static let areThere =
        PaperReport.hindrance == nil
        && ["pdftotext", "pdfinfo", "pdffonts"].allSatisfy {
            FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
        }

    /// A sample as PDF.
    static func pdf(_ sample: PaperSamples.Sample) throws -> [UInt8] {
        try PaperReport.pdf(
            for: sample.report, language: sample.language, studio: sample.studio,
            shrinking: PaperFile.smaller)
    }

    /// All samples as PDF, made once, by name.
    static let pdfs: [String: [UInt8]] = Dictionary(
        uniqueKeysWithValues: PaperSamples.all.map { ($0.name, (try? pdf($0)) ?? []) })

    /// What a tool says of a file.
    ///
    /// - Parameters:
    ///   - tool: Its name.
    ///   - options: Before the file's name.
    ///   - bytes: The file.
    ///   - last: Behind the file's name.
    /// - Returns: Its standard output.
    /// - Throws: What Foundation throws where the tool cannot be started.
    static func say(_ tool: String, _ options: [String] = [], of bytes: [UInt8], _ last: [String] = []) throws
        -> String
    {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
        process.arguments = options + [file.path] + last
        process.environment = ["LC_ALL": "C.UTF-8", "TZ": "UTC"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// The words of some pages, one space between each.
    static func words(of bytes: [UInt8], pages: ClosedRange<Int>? = nil) throws -> String {
        let range = pages.map { ["-f", "\($0.lowerBound)", "-l", "\($0.upperBound)"] } ?? []
        return plain(try say("pdftotext", range, of: bytes, ["-"]))
    }

    /// Words without marks of direction, one space between each; a page's own kinds of spaces are plain ones.
    static func plain(_ text: String) -> String {
        let marks: Set<Unicode.Scalar> = [
            "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{200E}",
            "\u{200F}",
        ]
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.filter { !marks.contains($0) }))
        return kept.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The number behind a name that `pdfinfo` gives.
    static func pages(of bytes: [UInt8]) throws -> Int {
        let line = try say("pdfinfo", of: bytes).split(separator: "\n").first { $0.hasPrefix("Pages:") }
        return line.flatMap { Int($0.dropFirst(6).trimmingCharacters(in: .whitespaces)) } ?? 0
    }

    /// A word's place on its page, in points from the upper left corner.
    struct Word {
        var page: Int
        var box: CGRect
        var text: Substring
    }

    /// All words with their places.
    static func boxes(of bytes: [UInt8]) throws -> [Word] {
        var page = 0
        var words: [Word] = []
        for line in try say("pdftotext", ["-bbox"], of: bytes, ["-"]).split(separator: "\n") {
            if line.contains("<page ") { page += 1 }
            guard
                let match = line.firstMatch(
                    of: /<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*)<\/word>/),
                let x1 = Double(match.1), let y1 = Double(match.2), let x2 = Double(match.3),
                let y2 = Double(match.4)
            else { continue }
            words.append(
                Word(
                    page: page, box: CGRect(x: x1, y: y1, width: x2 - x1, height: y2 - y1), text: match.5))
        }
        return words
    }
}
