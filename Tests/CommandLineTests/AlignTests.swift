import Foundation
import Glibc
import Testing

@Suite("align, as a person runs it")
struct AlignTests {
    @Test("what cannot be aligned is told, and the run ends with 3 all the same tidy")
    func incomplete() throws {
        let photo = try #require(SmallPhotos.good.get().first)
        let scratch = try Scratch()
        try scratch.write("Anna/2026-03-03.jpg", photo)
        try scratch.write("Anna/broken.jpg", photo.prefix(9_000))
        try scratch.write("Anna/client.yaml", "name: Zelda Secret\nsessions: [2026-03-02]\n")
        let outcome = try Tool.run("align", scratch.path("Anna"), "-o", scratch.path("Anna/aligned"))
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("not aligned: broken.jpg: "))
        #expect(outcome.output.contains("[truncated]"))
        #expect(!(outcome.output + outcome.errors).contains("Secret"))
        let record = try #require(
            JSONSerialization.jsonObject(with: scratch.read("Anna/aligned/align.json")) as? [String: Any])
        #expect(record["schema"] as? String == "scalpline.align/1")
        #expect((record["photos"] as? [[String: Any]])?.count == 2)
        // The pictures are not taken for photos of the client when it runs again.
        let again = try Tool.run("align", scratch.path("Anna"), "-o", scratch.path("Anna/aligned"))
        #expect(again.output == outcome.output)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("Anna/aligned/.scalpline-partial")))
    }

    @Test("a wrong client.yaml is told with its line and ends with 3")
    func wrongFile() throws {
        let scratch = try Scratch()
        try scratch.write("Anna/2026-03-03.jpg", try #require(SmallPhotos.good.get().first))
        try scratch.write("Anna/client.yaml", "sesions: []\n")
        let outcome = try Tool.run("align", scratch.path("Anna"), "-o", scratch.path("out"), "--quiet")
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("client.yaml, line 1"))
        #expect(outcome.output.contains("[bad-client-file]"))
    }

    @Test("folders that cannot be one client's or cannot be written end with 1")
    func refused() throws {
        let scratch = try Scratch()
        try scratch.write("all/Anna/client.yaml", "name: A\n")
        try scratch.write("all/Bea/client.yaml", "name: B\n")
        try scratch.write("file", "")
        let runs = [
            ([scratch.path("none"), "-o", scratch.path("out")], "one client's folder"),
            ([scratch.path("file"), "-o", scratch.path("out")], "is no folder"),
            ([scratch.path("all"), "-o", scratch.path("out")], "holds the folders of 2 clients"),
            ([scratch.path("all/Anna"), "-o", scratch.path("all/Anna")], "--output"),
            ([scratch.path("all/Anna"), "-o", scratch.path("file/out")], "file/out"),
        ]
        for (arguments, words) in runs {
            let outcome = try Tool.run(["align"] + arguments)
            #expect(outcome.status == 1 && outcome.output.isEmpty, "\(arguments)")
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
        try FileManager.default.createDirectory(
            atPath: scratch.path("busy"), withIntermediateDirectories: true)
        // The path closes with a zero; the folder is closed below.
        let held = unsafe open(scratch.path("busy"), O_RDONLY | O_DIRECTORY)
        try #require(held >= 0)
        try #require(flock(held, LOCK_EX | LOCK_NB) == 0)
        defer { close(held) }
        let busy = try Tool.run("align", scratch.path("all/Anna"), "-o", scratch.path("busy"))
        #expect(busy.status == 1 && busy.errors.contains("another run is writing there"))
    }

    @Test("a client without photos is told and is no failure")
    func empty() throws {
        let scratch = try Scratch()
        try scratch.write("Anna/note.txt", "x")
        let outcome = try Tool.run("align", scratch.path("Anna"), "-o", scratch.path("out"))
        #expect(outcome.status == 0)
        #expect(outcome.output == "No photos.\n")
    }
}
