import ClientRecords
import Foundation
import Testing

@Suite("Walking the input folder")
struct ClientFoldersTests {
    /// A folder that goes away with the test.
    final class Temporary {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "scalpline-\(UUID().uuidString)")
        var path: BytePath { BytePath(url.path) }

        init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(at: url) }

        func write(_ name: String, _ bytes: [UInt8] = []) throws {
            let file = url.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }

        func folder(_ name: String) throws {
            try FileManager.default.createDirectory(
                at: url.appendingPathComponent(name), withIntermediateDirectories: true)
        }

        func link(_ name: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: url.appendingPathComponent(name).path, withDestinationPath: target)
        }
    }

    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]

    @Test("a sub-folder is a client; photos lie at any depth, sorted by bytes; the rest is skipped")
    func clients() throws {
        let place = try Temporary()
        try place.write("Bea/b.JPG")
        try place.write("Bea/Ü b/c.png")
        try place.write("Bea/client.yaml")
        try place.write("Bea/film.mov")
        try place.write("Bea/really a photo.txt", Self.jpeg)
        try place.write("Bea/.hidden.jpg")
        try place.write("Bea/.cache/d.jpg")
        try place.write("Anna/a.tiff")
        try place.write("Anna/raw.dng", [0x49, 0x49, 0x2A, 0x00])
        try place.write("stray.jpeg")
        try place.write("notes.txt")
        try place.folder("Zoe")
        let found = try ClientFolders(of: place.path)
        #expect(found.clients.map(\.id.text) == ["Anna", "Bea", "Zoe"])
        #expect(found.clients[1].photos.map(\.name.text) == ["b.JPG", "really a photo.txt", "Ü b/c.png"])
        #expect(found.clients[1].skipped.map(\.text) == ["client.yaml", "film.mov"])
        #expect(found.clients[0].photos.map(\.name.text) == ["a.tiff", "raw.dng"])
        #expect(found.clients[2].photos.isEmpty)
        #expect(found.strayPhotos.map(\.name.text) == ["stray.jpeg"])
        #expect(found.skipped.map(\.text) == ["notes.txt"])
    }

    @Test("a folder that holds photos and no sub-folder with photos is one client")
    func oneClient() throws {
        let place = try Temporary()
        try place.write("Eve/1.jpg")
        try place.write("Eve/client.yaml")
        try place.write("Eve/notes/visit.txt")
        let found = try ClientFolders(of: place.path.appending("Eve/."))
        #expect(found.clients.map(\.id.text) == ["Eve"])
        #expect(found.clients[0].photos.map(\.name.text) == ["1.jpg"])
        #expect(found.clients[0].skipped.map(\.text) == ["client.yaml", "notes/visit.txt"])
        #expect(found.strayPhotos.isEmpty)
    }

    @Test("links are followed without loops, and a photo keeps its own path")
    func links() throws {
        let place = try Temporary()
        try place.write("elsewhere/x.jpg")
        try place.write("in/Anna/real/a.jpg")
        try place.link("in/Anna/alias", to: "real")
        try place.link("in/Anna/loop", to: "../Anna")
        try place.link("in/Anna/up", to: "..")
        try place.link("in/Anna/broken.jpg", to: "nowhere")
        try place.link("in/Linked", to: "../elsewhere")
        try place.link("in/self", to: ".")
        let found = try ClientFolders(of: place.path.appending("in"))
        #expect(found.clients.map(\.id.text) == ["Anna", "Linked"])
        #expect(found.clients[0].photos.map(\.name.text) == ["broken.jpg", "real/a.jpg"])
        #expect(found.clients[1].photos.map(\.name.text) == ["x.jpg"])
    }

    @Test("the folder that is written to is passed over")
    func output() throws {
        let place = try Temporary()
        try place.write("Anna/a.jpg")
        try place.write("out/Anna/overlays/a.jpg")
        let out = try FileSystem.status(place.path.appending("out")).identity
        let found = try ClientFolders(of: place.path, excluding: [out])
        #expect(found.clients.map(\.id.text) == ["Anna"])
    }

    @Test("a name that is not UTF-8 is found, opened and told in words")
    func notUTF8() throws {
        let place = try Temporary()
        try place.folder("Anna")
        let name = BytePath(bytes: Array("caf".utf8) + [0xE9] + Array(" ü.jpg".utf8))
        try FileSystem.write(Self.jpeg, to: place.path.appending("Anna").appending(name))
        let found = try ClientFolders(of: place.path)
        #expect(found.clients[0].photos.map(\.name) == [name])
        #expect(found.clients[0].photos.map(\.name.text) == ["caf%E9 ü.jpg"])
        #expect(try FileSystem.read(found.clients[0].photos[0].path, atMost: 100) == Self.jpeg)
    }

    @Test("an input that is not there or no folder is an error")
    func missing() throws {
        let place = try Temporary()
        #expect(throws: SystemRefusal.self) { try ClientFolders(of: place.path.appending("no")) }
        try place.write("file.jpg")
        #expect(throws: SystemRefusal.self) { try ClientFolders(of: place.path.appending("file.jpg")) }
    }
}
