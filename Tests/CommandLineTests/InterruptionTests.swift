import Foundation
import Glibc
import Testing

@Suite("Runs that were ended midway, that meet, or that cannot write")
struct InterruptionTests {
    private static func folder() throws -> Scratch {
        let photo = try #require(SmallPhotos.good.get().first)
        let scratch = try Scratch()
        try scratch.write("in/Anna/2026-03-03.jpg", photo)
        return scratch
    }

    @Test("copies of photos that a killed run left behind are removed")
    func leftovers() throws {
        let scratch = try Self.folder()
        try scratch.write("out/.scalpline-partial/preview-17", "pixels")
        try scratch.write("out/.scalpline-partial/overlays/a.jpg", "pixels")
        try scratch.write("elsewhere/kept", "")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("out/.scalpline-partial/link"),
            withDestinationPath: scratch.path("elsewhere"))
        let outcome = try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("out"), "--quiet")
        #expect(outcome.status == 0)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out/.scalpline-partial")))
        #expect(FileManager.default.fileExists(atPath: scratch.path("elsewhere/kept")))
    }

    @Test("a client's folder that cannot be written ends the run, and nothing half done is left")
    func notWritable() throws {
        let photo = try #require(SmallPhotos.good.get().first)
        for jobs in ["1", "3"] {
            let scratch = try Self.folder()
            for name in ["Bea", "Cleo", "Dora"] { try scratch.write("in/\(name)/2026-03-03.jpg", photo) }
            try scratch.write("out/Bea", "a file")
            let outcome = try Tool.run(
                "analyze", scratch.path("in"), "-o", scratch.path("out"), "--quiet", "--jobs", jobs)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("out/Bea: cannot be written"))
            #expect(FileManager.default.fileExists(atPath: scratch.path("out/Anna/report.html")))
            #expect(!FileManager.default.fileExists(atPath: scratch.path("out/index.html")))
            #expect(!FileManager.default.fileExists(atPath: scratch.path("out/.scalpline-partial")))
        }
    }

    @Test("a second run into an output in use is refused and touches nothing")
    func inUse() throws {
        let scratch = try Self.folder()
        try scratch.write("out/.scalpline-partial/preview-0", "another run's")
        // The path closes with a zero; the file is closed below.
        let held = unsafe open(scratch.path("out"), O_RDONLY | O_DIRECTORY)
        try #require(held >= 0)
        try #require(flock(held, LOCK_EX | LOCK_NB) == 0)
        defer { close(held) }
        let outcome = try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("out"), "--quiet")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("another run is writing there"))
        #expect(FileManager.default.fileExists(atPath: scratch.path("out/.scalpline-partial/preview-0")))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out/index.html")))
    }

    @Test("a client named as a folder that holds the photos is refused")
    func inputInPlace() throws {
        let scratch = try Self.folder()
        try FileManager.default.moveItem(atPath: scratch.path("in/Anna"), toPath: scratch.path("in/in"))
        let outcome = try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("."), "--quiet")
        #expect(outcome.status == 1)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("in/report.html")))
    }
}
