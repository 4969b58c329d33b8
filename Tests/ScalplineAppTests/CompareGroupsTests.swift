import ClientRecords
import Foundation
import GroupComparison
import ProgressReport
import ScalplineApp
import Testing

@Suite("Groups read from what analyze has written")
struct CompareGroupsTests {
    private func compared(
        _ clients: [MadeUpSeries], by factor: SessionFactor = .technique,
        _ measure: ComparedMeasure = .darkness
    ) throws -> ComparisonReport {
        let records = try clients.map { try #require(SeriesRecord(reading: try $0.bytes())) }
        return CompareGroups(by: factor, measure: measure).compare(records)
    }

    private func reason(_ client: MadeUpSeries, _ measure: ComparedMeasure = .darkness) throws
        -> ComparisonReport.Exclusion?
    {
        try compared([client], measure).leftOut.first?.reason
    }

    private func compared(_ clients: [MadeUpSeries], _ measure: ComparedMeasure) throws -> ComparisonReport {
        try compared(clients, by: .technique, measure)
    }

    @Test("Clients of one value are one group, however it is spelled; the usual spelling names it")
    func groups() throws {
        let spellings = ["Hairline", " hairline ", "Hairline", "HAIRLINE", "pointillism"]
        let report = try compared(
            spellings.enumerated().map { MadeUpSeries(id: "c\($0)", sessions: [["technique": $1]]) })
        #expect(report.groups.groups.map(\.name) == ["Hairline", "pointillism"])
        #expect(report.groups.groups.map(\.clients.count) == [4, 1])
        #expect(report.leftOut.isEmpty && report.isComplete && report.methods == ["scalpline 1"])
    }

    @Test("Clients who belong to no group are named with the reason")
    func leftOut() throws {
        let technique = ["technique": "hairline"]
        var client = MadeUpSeries(id: "a")
        #expect(try reason(client) == nil)
        client.sessions = [technique, ["technique": "pointillism"]]
        #expect(try reason(client) == .mixed)
        client.sessions = [technique, [:]]
        #expect(try reason(client) == .notNoted)
        client.sessions = []
        #expect(try reason(client) == .noSession)
        client = MadeUpSeries(id: "a", assumed: true)
        #expect(try reason(client) == .noSession)
        client = MadeUpSeries(id: "a", error: "bad-client-file")
        #expect(try reason(client) == .notMeasured)
        #expect(try !compared([client]).isComplete)
    }

    @Test("Only usable, dated photos after the last session count")
    func photos() throws {
        var client = MadeUpSeries(id: "a")
        client.sessions = [["technique": "hairline"], ["technique": "hairline"]]
        #expect(try reason(client) == .noPhotos)
        for index in client.photos.indices { client.photos[index].session = 1 }
        #expect(try reason(client) == nil)
        client.photos[1].usable = false
        client.photos[2].dateSource = "filetime"
        let report = try compared([client])
        #expect(report.groups.groups[0].photos == 1)
        #expect(report.groups.groups[0].clients[0].traits[.unusable] == 0.5)
        client = MadeUpSeries(id: "a")
        client.photos = client.photos.map { .init(day: $0.day, darkness: nil) }
        #expect(try reason(client) == .noPhotos)
        #expect(try reason(client, .coverage) == nil)
        for index in client.photos.indices { client.photos[index].unit = "dots/Mpx" }
        #expect(try reason(client, .density) == .noPhotos)
    }

    @Test("Darkness is a share of fresh: without a photo of the first days a client tells none")
    func fresh() throws {
        var client = MadeUpSeries(id: "a")
        client.photos = [4.0, 30, 90].map { .init(day: $0, darkness: 0.6) }
        #expect(try reason(client) == .freshNotSeen)
        #expect(try reason(client, .coverage) == nil)
        client.photos[0].day = 3
        #expect(try reason(client) == nil)
    }

    @Test("Of several places of a head the one with most photos stands for the client")
    func views() throws {
        var client = MadeUpSeries(id: "a")
        client.photos += [30.0, 91].map { .init(day: $0, darkness: 0.2, view: "crown") }
        let visits = try compared([client]).groups.groups[0].clients[0].visits
        #expect(visits.map(\.value) == [1, 0.9, 0.7])
    }

    @Test("What is noted of the other factors goes along, mixed values as none")
    func otherFactors() throws {
        let noted = [["technique": "hairline", "needle": "3RL", "practitioner": "Kim"]]
        let report = try compared([
            MadeUpSeries(id: "a", sessions: noted),
            MadeUpSeries(
                id: "b", sessions: [["technique": "hairline", "needle": "3rl", "practitioner": "Kim"]]),
        ])
        #expect(
            report.groups.groups[0].clients.map(\.otherFactors)
                == [["needle": "3RL", "practitioner": "Kim"], ["needle": "3RL", "practitioner": "Kim"]])
    }

    @Test("A record that is none is not read, and dots are passed over whatever stands beside them")
    func reading() throws {
        let bytes = try MadeUpSeries(id: "a").bytes()
        #expect(SeriesRecord(reading: bytes)?.photos.count == 4)
        #expect(SeriesRecord(reading: Array(bytes.dropLast(3))) == nil)
        #expect(SeriesRecord(reading: []) == nil)
        #expect(SeriesRecord(reading: Array("{\"dots\":[[[[".utf8)) == nil)
        let other = String(decoding: bytes, as: UTF8.self).replacing("scalpline.series", with: "other.series")
            .replacing("scalpline.series\\/1", with: "x")
        #expect(SeriesRecord(reading: Array(other.utf8)) == nil)
    }

    @Test(
        "A folder of results is read and compared into files, the same bytes each time; other folders are refused"
    )
    func folder() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "scalpline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        func write(_ name: String, _ bytes: [UInt8]) throws {
            let url = root.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        for number in 0..<6 {
            for (letter, technique, darker) in [("a", "hairline", 0.0), ("b", "pointillism", 0.2)] {
                var client = MadeUpSeries(id: "\(letter)\(number)", sessions: [["technique": technique]])
                for index in client.photos.indices {
                    client.photos[index].darkness? += darker + Double(number) / 100
                }
                try write("in/\(client.id)/series.json", try client.bytes())
            }
        }
        try write("in/bad/series.json", Array("{".utf8))
        try write("in/index.html", [])
        try write("none/readme.txt", [])
        func path(_ name: String) -> BytePath { BytePath(root.appendingPathComponent(name).path) }
        let report = try CompareGroups(by: .technique).run(input: path("in"), output: path("out/deep"))
        #expect(report.leftOut == [.init(client: "bad", reason: .unreadable)] && !report.isComplete)
        #expect(report.groups.differences.first?.reading == .differ)
        let text = report.text
        #expect(
            text.hasPrefix("Darkness by technique\n")
                && text.contains("pointillism has 20.0 points more darkness"))
        #expect(text.contains("1 with a series.json that cannot be read: run analyze again: bad"))
        let names = ["compare.csv", "compare.csv-metadata.json", "compare.html", "compare.json"]
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: path("out/deep").text).sorted() == names)
        _ = try CompareGroups(by: .technique).run(input: path("in"), output: path("again"))
        for name in names {
            #expect(
                try Data(contentsOf: root.appendingPathComponent("out/deep/\(name)"))
                    == Data(contentsOf: root.appendingPathComponent("again/\(name)")))
        }
        #expect(throws: RunError.noSeries(path: path("none").text)) {
            try CompareGroups(by: .needle).run(input: path("none"))
        }
        #expect(throws: RunError.self) { try CompareGroups(by: .needle).run(input: path("nowhere")) }
    }
}
