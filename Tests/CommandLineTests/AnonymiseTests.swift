import Foundation
import Testing

@Suite("anonymise, as a person runs it")
struct AnonymiseTests {
    @Test("nothing personal stays anywhere in the copy, and every photo measures the same")
    func nothingStays() throws {
        let clients = try ScalpPhotos.clients.get()
        let scratch = try Scratch()
        try scratch.write(
            "all/Zelda Q/client.yaml",
            """
            name: Zelda Quill # born 1980
            sessions:
              - {date: 2026-03-02, technique: pointillism, needle: 3RL, pigment: Quill black, practitioner: Kim Osgood}
            pixelsPerMillimetre: 20
            symptoms: [{date: 2026-03-04, itching: 2, note: Osgood was told}]
            notes: [{date: 2026-03-04, text: calls herself Zelda}]
            photos:
              "Zelda 20260305_120000.jpg": {view: crown, before: false}
              gone.jpg: {view: Zelda's scar}
              left.jpg: {exclude: true}

            """)
        try scratch.write("all/Zelda Q/Zelda 20260305_120000.jpg", Self.dressed(clients[0].photos[1]))
        try scratch.write("all/Zelda Q/trip to Oslo/2026-03-16.jpg", Self.dressed(clients[0].photos[2]))
        try scratch.write("all/Zelda Q/undated.jpg", try AddTests.withoutEXIF(clients[0].photos[3]))
        try scratch.write("all/Zelda Q/left.jpg", clients[0].photos[0])
        try scratch.write(
            "all/Bert/client.yaml", "name: Bert Quill\nsessions: [2026-03-02]\npixelsPerMillimetre: 20\n")
        try scratch.write("all/Bert/2026-03-05 zelda.png", try Self.dressedPNG())
        let outcome = try Tool.run(
            "anonymise", scratch.path("all"), "--output", scratch.path("copy"), "--key",
            scratch.path("key.csv"),
            "--quiet")
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output.contains("2 clients, 4 photos; 4 pictures are the same number for number"))
        let files = try scratch.files("copy")
        #expect(files.count == 6)
        #expect(files.allSatisfy { $0.hasPrefix("client-001/") || $0.hasPrefix("client-002/") })
        let personal = [
            "zelda", "quill", "bert", "osgood", "oslo", "kim", "2026", "59.9139", "serial-4711", "iphone",
            "scar", "told",
            "exif\0\0MM", "photoshop",
        ]
        for file in files {
            let text = String(decoding: try scratch.read("copy/\(file)"), as: Unicode.ASCII.self).lowercased()
            for word in personal {
                #expect(!text.contains(word.lowercased()), "\(word) in \(file)")
                #expect(!file.lowercased().contains(word), "\(word) in the name of \(file)")
            }
            let time = try FileManager.default.attributesOfItem(atPath: scratch.path("copy/\(file)"))[
                .modificationDate]
            if file.contains("_120000") {
                #expect((time as? Date).map { $0.timeIntervalSinceNow < -100 * 86_400 } == true)
            }
        }
        let yaml = try ["client-001", "client-002"].map { try scratch.text("copy/\($0)/client.yaml") }
        #expect(
            yaml.contains {
                $0.contains("technique: pointillism, needle: 3RL, practitioner: practitioner-001}")
            })
        #expect(yaml.contains { $0.contains("view: crown, before: false") })
        try checkKey(scratch)
        try checkMeasures(scratch)
    }

    /// The key says who is who to its owner alone, and how far dates moved: the same for photos and sessions.
    private func checkKey(_ scratch: Scratch) throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("key.csv"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let rows = try scratch.text("key.csv").split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.count == 4)
        let format = DateFormatter()
        format.dateFormat = "yyyy-MM-dd"
        format.timeZone = TimeZone(identifier: "UTC")
        format.locale = Locale(identifier: "en_US_POSIX")
        for row in rows where !row[3].hasPrefix("photo") {
            let day = try #require(format.date(from: row[4].contains("16") ? "2026-03-16" : "2026-03-05"))
            let moved = day.addingTimeInterval(-(try #require(Double(row[2]))) * 86_400)
            #expect(row[3].hasPrefix(format.string(from: moved)), "\(row)")
            let session = try #require(format.date(from: "2026-03-02")).addingTimeInterval(
                -(try #require(Double(row[2]))) * 86_400)
            #expect(try scratch.text("copy/\(row[0])/client.yaml").contains(format.string(from: session)))
        }
    }

    /// Every photo measures the same, but for its name and date.
    private func checkMeasures(_ scratch: Scratch) throws {
        let rows = try scratch.text("key.csv").split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        for row in rows {
            let records = try ["all/\(row[1])/\(row[4])", "copy/\(row[0])/\(row[3])"].map { file in
                let outcome = try Tool.run(
                    "measure", scratch.path(file), "--scale", "20", "--dots", "--quiet")
                var record = try #require(
                    JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
                #expect(record["error"] == nil)
                for key in ["file", "sha256", "taken", "dateSource", "warnings"] { record[key] = nil }
                return record as NSDictionary
            }
            #expect(records[0] == records[1], "\(row)")
        }
    }

    @Test("the order of codes tells nothing, and two copies share neither codes' order nor dates")
    func secret() throws {
        let scratch = try Scratch()
        for number in 1...8 {
            try scratch.write(
                "all/c\(number)/client.yaml", "sessions: [2026-03-02]\ntargetDensity: \(number)\n")
        }
        var copies: [[String]] = []
        for copy in ["one", "two"] {
            #expect(
                try Tool.run("anonymise", scratch.path("all"), "-o", scratch.path(copy), "--quiet").status
                    == 0)
            copies.append(try (1...8).map { try scratch.text("\(copy)/client-00\($0)/client.yaml") })
        }
        #expect(Set(copies[0] + copies[1]).count > 8)
        let density = copies.map { $0.map { $0.suffix(2) } }
        #expect(density[0] != density[1] || density[0] != density[0].sorted())
    }

    @Test("nothing is written over, into what is read, or with the key inside the copy")
    func refused() throws {
        let scratch = try Scratch()
        try scratch.write("all/Anna/client.yaml", "name: A\n")
        try scratch.write("full/x", "")
        let runs: [([String], String)] = [
            (["-o", scratch.path("full")], "nothing is overwritten"),
            (["-o", scratch.path("all/copy")], "lies inside"),
            (["-o", scratch.path("copy"), "--key", scratch.path("copy/key.csv")], "lies inside"),
            (["-o", scratch.path("copy"), "--key", scratch.path("all/key.csv")], "lies inside"),
            (["-o", scratch.path("copy"), "--key", scratch.path("full/x")], "nothing is overwritten"),
        ]
        for (arguments, words) in runs {
            let outcome = try Tool.run(["anonymise", scratch.path("all")] + arguments)
            #expect(outcome.status == 1 && outcome.errors.contains(words), "\(outcome)")
        }
        #expect(try scratch.files("all") == ["Anna/client.yaml"])
        #expect(!FileManager.default.fileExists(atPath: scratch.path("copy")))
    }

    @Test("a client with a wrong file and a photo that cannot be read are left out, and the run ends with 3")
    func leftOut() throws {
        let clients = try ScalpPhotos.clients.get()
        let scratch = try Scratch()
        try scratch.write("all/Anna/client.yaml", "nmae: A\n")
        try scratch.write("all/Bea/1.jpg", clients[0].photos[1].prefix(9_000))
        try scratch.write("all/Bea/2.jpg", clients[0].photos[1])
        let outcome = try Tool.run("anonymise", scratch.path("all"), "-o", scratch.path("copy"), "--quiet")
        #expect(outcome.status == 3)
        #expect(
            outcome.output.contains("Left out: Anna: ") && outcome.output.contains("Left out: Bea/1.jpg: "))
        #expect(try scratch.files("copy").count == 1)
    }

    /// A JPEG with what phones and editors put beside the picture.
    private static func dressed(_ photo: Data) -> Data {
        func segment(_ marker: UInt8, _ text: String) -> Data {
            let payload = Data(text.utf8)
            let length = payload.count + 2
            return Data([0xFF, marker, UInt8(length >> 8), UInt8(length & 255)]) + payload
        }
        var bytes = photo
        let dress =
            segment(
                0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>59.9139 Zelda SERIAL-4711 iPhone</x:xmpmeta>")
            + segment(0xED, "Photoshop 3.0\u{0}8BIM Oslo") + segment(0xFE, "Zelda, 2026:03:05")
            + segment(0xE2, "MPF\0 iPhone")
        bytes.insert(contentsOf: dress, at: 2)
        return bytes + Data("Zelda in Oslo 2026, a film behind the picture".utf8)
    }

    /// A PNG with texts.
    private static func dressedPNG() throws -> Data {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent("Fixtures/Photos/grid.png")))
        for text in ["Author\0Zelda SERIAL-4711", "GPS\u{0}59.9139 Oslo 2026:03:05"] {
            let body = Array("tEXt".utf8) + Array(text.utf8)
            var checksum: UInt32 = 0xFFFF_FFFF
            for byte in body {
                checksum ^= UInt32(byte)
                for _ in 0..<8 { checksum = checksum & 1 == 1 ? 0xEDB8_8320 ^ checksum >> 1 : checksum >> 1 }
            }
            func big(_ number: UInt32) -> [UInt8] {
                [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
            }
            bytes.insert(contentsOf: big(UInt32(body.count - 4)) + body + big(~checksum), at: 33)
        }
        return Data(bytes)
    }
}
