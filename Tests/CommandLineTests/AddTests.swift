import Foundation
import Testing

@Suite("add, as a person runs it")
struct AddTests {
    @Test("photos of a new client are copied, whole and with their times, and what is no photo is refused")
    func new() throws {
        let anna = try #require(ScalpPhotos.clients.get().first)
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            at: scratch.url.appendingPathComponent("all"), withIntermediateDirectories: true)
        try scratch.write("in/IMG_1.jpg", anna.photos[1])
        try scratch.write("in/IMG_2.jpg", anna.photos[2].prefix(9_000))
        try scratch.write("in/notes.jpg", "no photo")
        let time = Date(timeIntervalSince1970: 1_750_000_000)
        try FileManager.default.setAttributes(
            [.modificationDate: time], ofItemAtPath: scratch.path("in/IMG_1.jpg"))
        let arguments = [
            "add", "Anna", scratch.path("in/IMG_1.jpg"), scratch.path("in/IMG_2.jpg"),
            scratch.path("in/notes.jpg"),
            "--clients", scratch.path("all"), "--name", "Zelda: Secret",
        ]
        let dry = try Tool.run(arguments + ["--dry-run"])
        #expect(dry.status == 3 && dry.output.contains("would be copied to Anna/IMG_1.jpg"))
        #expect(try scratch.files("all").isEmpty)
        let outcome = try Tool.run(arguments)
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("Anna: new client"))
        #expect(outcome.output.contains("copied to Anna/IMG_1.jpg, taken 2026-03-05 12:00 (by the camera)"))
        #expect(outcome.output.contains("[truncated]") && outcome.output.contains("[not-an-image]"))
        #expect(!(outcome.output + outcome.errors).contains("Secret"))
        #expect(try scratch.files("all") == ["Anna/IMG_1.jpg", "Anna/client.yaml"])
        #expect(try scratch.read("all/Anna/IMG_1.jpg") == anna.photos[1])
        #expect(try scratch.text("all/Anna/client.yaml").contains("\nname: \"Zelda: Secret\"\n"))
        let copied = try FileManager.default.attributesOfItem(atPath: scratch.path("all/Anna/IMG_1.jpg"))
        #expect(copied[.modificationDate] as? Date == time)
        // A new client's own file is one that the strict reader takes.
        #expect(try Tool.run("session", scratch.path("all/Anna"), "2026-03-02").status == 0)
    }

    @Test(
        "a name that is taken gets another one, the same file is not copied twice, and a date is noted where given"
    )
    func taken() throws {
        let anna = try #require(ScalpPhotos.clients.get().first)
        let scratch = try Scratch()
        try scratch.write("all/Anna/photo.jpg", anna.photos[1])
        // Without EXIF nothing tells when it was taken.
        try scratch.write("in/photo.jpg", try Self.withoutEXIF(anna.photos[2]))
        let arguments = [
            "add", "Anna", scratch.path("in/photo.jpg"), "--clients", scratch.path("all"), "--no-others",
        ]
        let first = try Tool.run(arguments)
        #expect(
            first.status == 0
                && first.output.contains("copied to Anna/photo-2.jpg, when it was taken is not known"))
        #expect(first.output.contains("--taken"))
        #expect(try scratch.read("all/Anna/photo.jpg") == anna.photos[1])
        let second = try Tool.run(arguments + ["--taken", "2026-03-16T10:00"])
        #expect(second.status == 0 && second.output.contains("there already, as Anna/photo-2.jpg"))
        #expect(
            try scratch.text("all/Anna/client.yaml") == "photos:\n  photo-2.jpg: {taken: 2026-03-16T10:00}\n")
        #expect(try scratch.files("all") == ["Anna/client.yaml", "Anna/photo-2.jpg", "Anna/photo.jpg"])
    }

    @Test("another copy of a shot and another client's photo are told and copied only when asked for")
    func twinsAndOthers() throws {
        let clients = try ScalpPhotos.clients.get()
        let scratch = try Scratch()
        for (id, client) in zip(["Anna", "Bea"], clients) {
            for (name, photo) in zip(client.names, client.photos).prefix(3) {
                try scratch.write("all/\(id)/\(name)", photo)
            }
        }
        // As a messenger sends it: without EXIF. Its picture is the same shot.
        try scratch.write("in/WA0001.jpg", try Self.withoutEXIF(clients[0].photos[2]))
        try scratch.write("in/other.jpg", clients[1].photos[3])
        try scratch.write("in/own.jpg", clients[0].photos[3])
        let arguments = ["add", "Anna", scratch.path("in"), "--clients", scratch.path("all")]
        let outcome = try Tool.run(arguments)
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("WA0001.jpg: not copied, the same shot as \(clients[0].names[2])"))
        #expect(outcome.output.contains("other.jpg: not copied, shows the same scalp as Bea/"))
        #expect(outcome.output.contains("own.jpg: copied to Anna/own.jpg"))
        #expect(try scratch.files("all/Anna").count == 4)
        let all = try Tool.run(arguments + ["--keep-twins", "--anyway"])
        #expect(all.status == 0)
        #expect(try scratch.files("all/Anna").count == 6)
    }

    @Test("ids that cannot be, or are nearly another client's, are refused before anything is written")
    func ids() throws {
        let scratch = try Scratch()
        try scratch.write("all/Anna/client.yaml", "")
        try scratch.write("in/x.jpg", "")
        for (id, words) in [("anna", "there is a client Anna"), (".x", "cannot be"), ("a/b", "cannot be")] {
            let outcome = try Tool.run("add", id, scratch.path("in/x.jpg"), "--clients", scratch.path("all"))
            #expect(outcome.status == 1 && outcome.errors.contains(words), "\(outcome.errors)")
        }
        #expect(try scratch.files("all") == ["Anna/client.yaml"])
    }

    /// A JPEG without its first application segments of EXIF.
    static func withoutEXIF(_ photo: Data) throws -> Data {
        var bytes = [UInt8](photo)
        var place = 2
        while place + 3 < bytes.count, bytes[place] == 0xFF, (0xE0...0xEF).contains(bytes[place + 1]) {
            let end = place + 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
            if bytes[place + 1] == 0xE1 { bytes.removeSubrange(place..<end) } else { place = end }
        }
        return Data(bytes)
    }
}
