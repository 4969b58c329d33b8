import ClientRecords
import Foundation
import GRDB
import Testing

@Suite("The database of records")
struct RecordsDatabaseTests {
    private final class Place {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "records-\(UUID().uuidString)")
        init() throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        deinit { try? FileManager.default.removeItem(at: folder) }
        var path: BytePath { BytePath(folder.appendingPathComponent("r.sqlite").path) }
    }

    private static func client(_ name: String, sha256: String, method: String = "m 1") -> RecordedClient {
        var client = RecordedClient(name: name, folder: BytePath(name), inputKey: "key", method: method)
        client.photos = [
            RecordedPhoto(
                file: BytePath(bytes: [0xFF, 0x61]), size: 3, changed: 5, sha256: sha256, error: "corrupt")
        ]
        let cells: [String?] = [
            "a.jpg", nil, "7.94", "settling", "main", nil, "redness", "11.8", "0.6", "EI", nil, nil, nil,
            "above", nil,
            method,
        ]
        client.measurements = [(cells, sha256)]
        client.files = [RecordedFile(name: "series.json", bytes: Array("{}".utf8))]
        client.pictures = [[1, 2], [], [3]]
        client.report = Array("report".utf8)
        guard let date = WrittenDate("2026-03-02") else { return client }
        client.file.sessions = [
            ClientSession(
                date: date)
        ]
        return client
    }

    private static func survey(_ key: String, of sha256: String, bytes: Int = 10) -> RecordedSurvey {
        RecordedSurvey(key: key, sha256: sha256, bytes: [UInt8](repeating: 7, count: bytes), preview: [9])
    }

    @Test("what is kept comes back, and takes the place of what was known")
    func keeping() throws {
        let place = try Place()
        let records = try RecordsDatabase(path: place.path)
        try records.keep(Self.client("anna", sha256: "one"))
        try records.published("anna", pageKey: "page", files: ["series.json": 2])
        var state = try #require(try records.states()["anna"])
        #expect(state.pageKey == "page" && state.published == ["series.json": 2])
        #expect(state.photos.values.map(\.sha256) == ["one"])
        #expect(state.photos[BytePath(bytes: [0xFF, 0x61])]?.error == "corrupt")
        #expect(try records.report(of: "anna")?.pictures == [[1, 2], [], [3]])
        try records.keep(Self.client("anna", sha256: "two"))
        state = try #require(try records.states()["anna"])
        #expect(state.pageKey == nil, "what was kept anew has not been published yet")
        #expect(state.photos.values.map(\.sha256) == ["two"])
        #expect(try records.problems() == [])
    }

    @Test("measurements of an earlier method stay for the history, those of this one are replaced")
    func history() throws {
        let place = try Place()
        do {
            let records = try RecordsDatabase(path: place.path)
            for method in ["m 1", "m 2", "m 2"] {
                try records.keep(Self.client("anna", sha256: "one", method: method))
            }
        }
        let rows = try DatabaseQueue(path: place.path.text).read { database in
            try Row.fetchAll(database, sql: "SELECT method, value, day FROM measurement ORDER BY method")
        }
        #expect(rows.map { $0["method"] as String } == ["m 1", "m 2"])
        #expect(rows.map { $0["value"] as Double } == [11.8, 11.8])
        #expect(rows.map { $0["day"] as Double } == [7.94, 7.94])
    }

    @Test("surveys that were not used for longest give way, those of the run never")
    func bounded() throws {
        let place = try Place()
        let records = try RecordsDatabase(path: place.path)
        #expect(try records.beginRun() == 1)
        for key in ["a", "b", "c"] { try records.keep(Self.survey(key, of: key, bytes: 100), run: 1) }
        #expect(try records.beginRun() == 2)
        try records.keep(Self.survey("d", of: "d", bytes: 100), run: 2)
        try records.used(["b"], run: 2, most: 250)
        for (key, isKept) in [("a", false), ("b", true), ("c", false), ("d", true)] {
            #expect(try (records.survey(key) != nil) == isKept, "\(key)")
        }
        #expect(try records.survey("d") == Self.survey("d", of: "d", bytes: 100))
        #expect(try records.preview("b") == [9])
    }

    @Test("forgetting takes a client's surveys and history along, those of others stay, and no byte is left")
    func forgetting() throws {
        let place = try Place()
        do {
            let records = try RecordsDatabase(path: place.path)
            var anna = Self.client("anna-the-secret", sha256: "one")
            anna.tableRows = "anna-the-secret"
            try records.keep(anna)
            try records.keep(Self.client("bea", sha256: "two"))
            for (key, sha256) in [("1", "one"), ("2", "two"), ("3", "nobody's")] {
                try records.keep(Self.survey(key, of: sha256), run: 1)
            }
            let trial = try #require(try records.forget("anna-the-secret", isTrial: true))
            #expect(try records.states().count == 2)
            let done = try #require(try records.forget("anna-the-secret", isTrial: false))
            #expect(done == trial)
            #expect(done.rows.first { $0.what == "surveys of photos" }?.count == 2)
            #expect(try records.states().keys.sorted() == ["bea"])
            #expect(try records.survey("1") == nil && records.survey("3") == nil)
            #expect(try records.survey("2") != nil)
            #expect(try records.forget("anna-the-secret", isTrial: false) == nil)
            try records.compact()
        }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: place.path.text))
        #expect(bytes.range(of: Data("anna-the-secret".utf8)) == nil)
    }

    @Test("one process at a time, and a newer program's records are refused")
    func refused() throws {
        let place = try Place()
        do {
            let records = try RecordsDatabase(path: place.path)
            _ = try records.beginRun()
            #expect(throws: RecordsError.inUse) { try RecordsDatabase(path: place.path) }
        }
        try DatabaseQueue(path: place.path.text).write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 from the future')")
        }
        #expect(throws: RecordsError.newer(version: "9 from the future")) {
            try RecordsDatabase(path: place.path)
        }
    }

    @Test("clients whose folders have gone leave the lists and stay in the records")
    func present() throws {
        let place = try Place()
        let records = try RecordsDatabase(path: place.path)
        for name in ["bea", "anna"] { try records.keep(Self.client(name, sha256: name)) }
        #expect(try records.lines().map(\.name) == ["anna", "bea"])
        #expect(try records.present(["bea"]) == ["anna"])
        #expect(try records.lines().map(\.name) == ["bea"])
        #expect(try records.present(["anna", "bea"]) == [])
        #expect(try records.lines().count == 2)
    }
}
