import Foundation
import Testing

/// Foundation's `Process` takes texts alone; a shell's `$'…'` makes arguments of any bytes.
@Suite("Paths of any bytes on the command line")
struct PathBytesTests {
    /// A name with a space, a newline, a byte that is no UTF-8, and a character of the range that stands for such bytes.
    private static let name = #"a b\nc\xff\xf4\x8f\xbf\xa9"#
    /// The same as records show it.
    private static let shown = "a b\\nc%FF\u{10FFE9}"

    private func shell(_ script: String) throws -> Tool.Outcome {
        let scratch = try Scratch()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", script]
        for name in ["out", "err"] { try scratch.write(name, "") }
        process.standardOutput = try FileHandle(
            forWritingTo: scratch.url.appendingPathComponent("out"))
        process.standardError = try FileHandle(forWritingTo: scratch.url.appendingPathComponent("err"))
        try process.run()
        process.waitUntilExit()
        return Tool.Outcome(
            status: process.terminationStatus,
            output: String(decoding: try scratch.read("out"), as: UTF8.self),
            errors: String(decoding: try scratch.read("err"), as: UTF8.self))
    }

    @Test("measure opens the very file that was named")
    func measure() throws {
        let scratch = try Scratch()
        let photo = try #require(SmallPhotos.good.get().first)
        try scratch.write("photo.jpg", photo)
        let outcome = try shell(
            "cd '\(scratch.url.path)' && cp photo.jpg $'\(Self.name).jpg' && '\(Tool.path)' measure --quiet $'\(Self.name).jpg'"
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("\"file\":\"\(Self.shown).jpg\""), "\(outcome.output.prefix(200))")
        #expect(!outcome.output.contains("\"error\""))
        let missing = try shell("'\(Tool.path)' measure --quiet $'no\\xe9.jpg'")
        #expect(missing.status == 3 && missing.output.contains("\"file\":\"no%E9.jpg\""))
    }

    @Test("analyze reads from and writes to the very folders that were named")
    func analyze() throws {
        let scratch = try Scratch()
        let photo = try #require(SmallPhotos.good.get().first)
        try scratch.write("photo.jpg", photo)
        let outcome = try shell(
            """
            cd '\(scratch.url.path)' && mkdir -p $'in\(Self.name)/Anna' && cp photo.jpg $'in\(Self.name)/Anna/\(Self.name).jpg' \
            && '\(Tool.path)' analyze --quiet $'in\(Self.name)' --output $'out\(Self.name)' \
            && ls $'out\(Self.name)/index.html' $'out\(Self.name)/Anna/report.html' > /dev/null && ls -1b
            """)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let listed = outcome.lines.suffix(3)
        #expect(listed.contains { $0.hasPrefix(#"out"#) && $0.contains(#"\377"#) }, "\(outcome.output)")
        #expect(outcome.lines.count { $0.hasPrefix("out") } == 1)
    }

    @Test("an option's own text is as it was written")
    func words() throws {
        let outcome = try shell("'\(Tool.path)' measure $'--sc\\xffale' 2 x.jpg")
        #expect(outcome.status == 64)
        let curve = try shell("'\(Tool.path)' curve show --curve $'no\\xff.yaml'")
        #expect(curve.status == 1 && curve.errors.contains("no%FF.yaml"), "\(curve.errors)")
    }
}
