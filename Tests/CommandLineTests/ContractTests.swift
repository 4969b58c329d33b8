import Foundation
import Testing

@Suite("What is written holds against the contract, by Tests/contract_check.py")
struct ContractTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("contract_check.py").path

    /// Names that have tripped programs up, a broken photo, one without a date, and a `client.yaml` that is wrong.
    private static func folder() throws -> Scratch {
        let photos = try SmallPhotos.good.get()
        let scratch = try Scratch()
        try scratch.write("in/-=<b> \"Anna\", 😀/2026-03-03 a,\"b\".jpg", photos[0])
        try scratch.write("in/-=<b> \"Anna\", 😀/line\nbreak.jpg", photos[1])
        try scratch.write("in/-=<b> \"Anna\", 😀/broken.jpg", photos[0].prefix(9_000))
        try scratch.write(
            "in/-=<b> \"Anna\", 😀/client.yaml",
            "name: Zelda Secret\nsessions: [2026-03-02, 2026-03-20]\npixelsPerMillimetre: 20\n")
        try scratch.write("in/index.html/1.jpg", photos[0])
        try scratch.write("in/Bea/1.jpg", photos[0])
        try scratch.write("in/Bea/client.yaml", "sesions: []\n")
        try scratch.write("in/stray.jpg", photos[1])
        return scratch
    }

    @Test("analyze and measure")
    func holds() throws {
        let scratch = try Self.folder()
        let outcome = try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("out"), "--quiet")
        #expect(outcome.status == 3)
        let records = try Tool.run(
            "measure", "--dots", "--quiet", "-",
            input: [
                scratch.path("in/Bea/1.jpg"), "", scratch.path("in/index.html/1.jpg"),
                scratch.path("none.jpg"),
                scratch.path("in"), scratch.path("in/-=<b> \"Anna\", 😀/2026-03-03 a,\"b\".jpg"),
            ].joined(separator: "\n"))
        #expect(records.status == 3)
        #expect(records.lines.count == 5)
        try scratch.write("records", records.output)
        for arguments in [[scratch.path("out")], ["--records", scratch.path("records")]] {
            let checked = try Self.check(arguments)
            #expect(checked == "holds\n")
        }
    }

    @Test("the script tells a breach")
    func breach() throws {
        let scratch = try Scratch()
        try scratch.write("records", "{\"file\":\"a\",\"error\":{\"code\":\"bogus\",\"message\":\"x\"}}\n")
        #expect(try Self.check(["--records", scratch.path("records")]).contains("bogus"))
    }

    @Test("the name to show stays on the pages and in the records")
    func nameStaysOnPages() throws {
        let scratch = try Self.folder()
        let outcome = try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("out"))
        #expect(!(outcome.output + outcome.errors).contains("Secret"))
        let files = try #require(FileManager.default.enumerator(atPath: scratch.path("out")))
        var checked = 0
        while let name = files.nextObject() as? String {
            // The records hold what the pages are made from, the name too.
            guard !name.hasSuffix(".html"), !name.hasPrefix("scalpline.sqlite"),
                let data = try? scratch.read("out/\(name)")
            else { continue }
            #expect(data.range(of: Data("Secret".utf8)) == nil)
            checked += 1
        }
        #expect(checked >= 5)
    }

    private static func check(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}
