import Foundation
import Glibc
import Testing

@Suite("Runs that go on from the records")
struct ResumingTests {
    /// Three clients with two photos each.
    private static func folder() throws -> Scratch {
        let photos = try SmallPhotos.good.get()
        let scratch = try Scratch()
        for client in ["Anna", "Bea", "Cleo"] {
            try scratch.write("in/\(client)/client.yaml", "name: \(client) Secret\nsessions: [2026-03-02]\n")
            for (day, photo) in zip([3, 9], photos) {
                // What stands behind a picture is no part of it, and makes each file another one.
                try scratch.write("in/\(client)/2026-03-0\(day).jpg", photo + Data(client.utf8))
            }
        }
        return scratch
    }

    /// Every file that a person or a program reads, by its path.
    private static func files(_ scratch: Scratch, _ folder: String = "out") throws -> [String: Data] {
        let names = try #require(FileManager.default.enumerator(atPath: scratch.path(folder)))
        var files: [String: Data] = [:]
        while let name = names.nextObject() as? String {
            guard !name.hasPrefix("scalpline.sqlite"), let data = try? scratch.read("\(folder)/\(name)")
            else {
                continue
            }
            files[name] = data
        }
        return files
    }

    private static func analyze(_ scratch: Scratch, _ more: String...) throws -> Tool.Outcome {
        try Tool.run(
            ["analyze", scratch.path("in"), "-o", scratch.path("out"), "--json-progress"] + more)
    }

    /// The states of photos as a run told them, by `client/photo`.
    private static func photos(_ outcome: Tool.Outcome) throws -> [String: String] {
        var states: [String: String] = [:]
        for event in try events(outcome) where event["event"] as? String == "photo" {
            let name = "\(event["client"] as? String ?? "")/\(event["photo"] as? String ?? "")"
            states[name] = event["state"] as? String
        }
        return states
    }

    private static func events(_ outcome: Tool.Outcome) throws -> [[String: Any]] {
        try outcome.errors.split(separator: "\n").compactMap { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        }
    }

    @Test("an unchanged folder is not measured again, and nothing that is read changes")
    func unchanged() throws {
        let scratch = try Self.folder()
        let first = try Self.analyze(scratch)
        #expect(first.status == 0)
        #expect(try Self.photos(first).values.allSatisfy { $0 == "measured" })
        #expect(try Self.photos(first).count == 6)
        let before = try Self.files(scratch)
        #expect(before.count > 12)
        let again = try Self.analyze(scratch)
        #expect(again.status == 0)
        #expect(try Self.photos(again).isEmpty)
        #expect(try Self.events(again).first?["unchangedClients"] as? Int == 3)
        #expect(again.output == first.output)
        #expect(try Self.files(scratch) == before)
        let quiet = try Self.analyze(scratch, "--only-changed")
        #expect(!quiet.output.contains("Anna"))
    }

    @Test(
        "a photo whose file alone has another time is the same photo; one that holds something else is measured"
    )
    func touched() throws {
        let scratch = try Self.folder()
        _ = try Self.analyze(scratch)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
            ofItemAtPath: scratch.path("in/Anna/2026-03-03.jpg"))
        #expect(try Self.photos(Self.analyze(scratch)).isEmpty)
        try scratch.write("in/Anna/2026-03-03.jpg", try scratch.read("in/Anna/2026-03-09.jpg"))
        let changed = try Self.photos(Self.analyze(scratch))
        // The other photo's survey is kept, and so is the one of the same content.
        #expect(changed == ["Anna/2026-03-03.jpg": "known", "Anna/2026-03-09.jpg": "known"])
        #expect(try Self.photos(Self.analyze(scratch)).isEmpty)
    }

    @Test("one new photo costs its client's series and no other client anything")
    func oneMore() throws {
        let scratch = try Self.folder()
        _ = try Self.analyze(scratch)
        let others = try Self.files(scratch).filter { $0.key.hasPrefix("Anna") || $0.key.hasPrefix("Cleo") }
        let photo = try Tool.run(
            "phantom", "photos", "--count", "1", "--seed", "77", "--width", "480", "--height", "360",
            "--output", scratch.path("more"))
        #expect(photo.status == 0)
        let name = try #require(
            FileManager.default.contentsOfDirectory(atPath: scratch.path("more")).first {
                $0.hasSuffix("jpg")
            })
        try scratch.write("in/Bea/2026-03-20.jpg", try scratch.read("more/\(name)"))
        let states = try Self.photos(Self.analyze(scratch))
        #expect(
            states == [
                "Bea/2026-03-03.jpg": "known", "Bea/2026-03-09.jpg": "known",
                "Bea/2026-03-20.jpg": "measured",
            ])
        for (name, data) in others { #expect(try scratch.read("out/\(name)") == data) }
        // The same as if all had been measured at once.
        let resumed = try Self.files(scratch)
        _ = try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("fresh"), "--quiet")
        let fresh = try Self.files(scratch, "fresh")
        #expect(resumed.keys.sorted() == fresh.keys.sorted())
        for (name, data) in fresh { #expect(resumed[name] == data, "\(name)") }
    }

    @Test("an edited client.yaml is followed without looking at a photo")
    func edited() throws {
        let scratch = try Self.folder()
        _ = try Self.analyze(scratch)
        try scratch.write("in/Cleo/client.yaml", "sessions: [2026-03-01]\n")
        let states = try Self.photos(Self.analyze(scratch))
        #expect(states == ["Cleo/2026-03-03.jpg": "known", "Cleo/2026-03-09.jpg": "known"])
        let series = String(decoding: try scratch.read("out/Cleo/series.json"), as: UTF8.self)
        #expect(series.contains("2026-03-01"))
    }

    @Test("files that were lost come back from the records, by analyze and by report, byte for byte")
    func lost() throws {
        let scratch = try Self.folder()
        _ = try Self.analyze(scratch)
        let before = try Self.files(scratch)
        try FileManager.default.removeItem(atPath: scratch.path("out/Bea/overlays"))
        try scratch.write("out/Cleo/series.json", "half")
        #expect(try Self.photos(Self.analyze(scratch)).isEmpty)
        #expect(try Self.files(scratch) == before)
        for name in ["Anna", "Bea", "Cleo", "index.html", "measurements.csv"] {
            try FileManager.default.removeItem(atPath: scratch.path("out/\(name)"))
        }
        let report = try Tool.run("report", scratch.path("out"))
        #expect(report.status == 0)
        let after = try Self.files(scratch)
        #expect(after.keys.sorted() == before.keys.sorted())
        for (name, data) in before { #expect(after[name] == data, "\(name)") }
    }

    @Test(
        "a run that is killed goes on: each photo is measured once but those in hand, all bytes are the same")
    func killed() throws {
        let scratch = try Self.folder()
        _ = try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("whole"), "--quiet")
        let whole = try Self.files(scratch, "whole")
        var measured: [String: Int] = [:]
        var kills = 0
        for _ in 0..<40 {
            let (outcome, wasKilled) = try Self.killedAfterTwoPhotos(scratch)
            for (photo, state) in try Self.photos(outcome) where state == "measured" {
                measured[photo, default: 0] += 1
            }
            if !wasKilled { break }
            kills += 1
        }
        let last = try Self.analyze(scratch)
        #expect(last.status == 0)
        for (photo, state) in try Self.photos(last) where state == "measured" {
            measured[photo, default: 0] += 1
        }
        #expect(kills >= 1)
        // What a kill meets may have been kept without having been told, never told twice.
        #expect(measured.values.allSatisfy { $0 == 1 })
        let resumed = try Self.files(scratch)
        #expect(resumed.keys.sorted() == whole.keys.sorted())
        for (name, data) in whole { #expect(resumed[name] == data, "\(name)") }
    }

    /// Runs until two photos are told, then kills; tells what was told and whether the kill came in time.
    private static func killedAfterTwoPhotos(_ scratch: Scratch) throws -> (Tool.Outcome, Bool) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Tool.path)
        process.arguments = [
            "analyze", scratch.path("in"), "-o", scratch.path("out"), "--json-progress", "--jobs", "1",
        ]
        let errors = scratch.path("errors-\(UUID().uuidString)")
        try Data().write(to: URL(fileURLWithPath: errors))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        func told() -> String {
            String(decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self)
        }
        while process.isRunning, told().components(separatedBy: "\"event\":\"photo\"").count < 3 {
            usleep(2_000)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let whole = told().split(separator: "\n").filter { $0.hasSuffix("}") }.joined(separator: "\n")
        return (
            Tool.Outcome(status: process.terminationStatus, output: "", errors: whole),
            process.terminationReason == .uncaughtSignal
        )
    }

    @Test("Ctrl-C ends with 130 after the photos in hand, says how to go on, and the next run goes on")
    func interrupted() throws {
        let scratch = try Self.folder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Tool.path)
        process.arguments = ["analyze", scratch.path("in"), "-o", scratch.path("out"), "--jobs", "1"]
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        var told = Data()
        while !String(decoding: told, as: UTF8.self).contains("1 of 6") {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { break }
            told += more
        }
        kill(process.processIdentifier, SIGINT)
        told += pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let errors = String(decoding: told, as: UTF8.self)
        #expect(process.terminationStatus == 130, "\(errors)")
        #expect(errors.contains("Nothing measured is lost: the same command goes on from here."))
        let next = try Self.analyze(scratch)
        #expect(next.status == 0)
        #expect(try Self.photos(next).values.contains("known") || Self.photos(next).count < 6)
    }

    @Test("chosen clients alone are worked on, the lists still show all; an unknown one is told")
    func chosen() throws {
        let scratch = try Self.folder()
        #expect(try Self.photos(Self.analyze(scratch, "--client", "Bea")).count == 2)
        #expect(try Self.photos(Self.analyze(scratch)).count == 4)
        let more = try Self.analyze(scratch, "--client", "Anna")
        #expect(more.output.contains("Anna") && !more.output.contains("Bea"))
        let page = String(decoding: try scratch.read("out/index.html"), as: UTF8.self)
        for name in ["Anna", "Bea", "Cleo"] { #expect(page.contains("\(name) Secret")) }
        let unknown = try Self.analyze(scratch, "--client", "Dora")
        #expect(unknown.status == 1 && unknown.errors.contains("holds no client \"Dora\""))
        #expect(try Self.analyze(scratch, "--since", "2001-01-01").output.contains("Cleo"))
        #expect(try !Self.analyze(scratch, "--since", "2999-01-01").output.contains("Cleo"))
    }

    @Test(
        "a client whose folder has gone stays in the records and leaves the lists; forget removes all of it")
    func forgotten() throws {
        let scratch = try Self.folder()
        _ = try Self.analyze(scratch)
        try FileManager.default.moveItem(atPath: scratch.path("in/Bea"), toPath: scratch.path("Bea"))
        let gone = try Self.analyze(scratch)
        #expect(gone.output.contains("Bea") && gone.output.contains("no folder any more"))
        #expect(try !String(decoding: scratch.read("out/index.html"), as: UTF8.self).contains("Bea"))
        let trial = try Tool.run("forget", "Bea", "-o", scratch.path("out"), "--dry-run")
        #expect(trial.status == 0 && trial.output.contains("out/Bea/report.html"))
        #expect(FileManager.default.fileExists(atPath: scratch.path("out/Bea/report.html")))
        try scratch.write("out/Bea/mine.txt", "kept")
        let forget = try Tool.run("forget", "Bea", "-o", scratch.path("out"))
        #expect(forget.status == 0)
        for word in ["sessions", "photos", "measurements", "surveys of photos", "out/Bea/series.json"] {
            #expect(word == "surveys of photos" || forget.output.contains(word), "\(word)")
        }
        #expect(forget.output.contains("left as it is: ") && forget.output.contains("mine.txt"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.path("out/Bea")) == ["mine.txt"])
        for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")) {
            guard let data = try? scratch.read("out/\(name)") else { continue }
            #expect(data.range(of: Data("Bea".utf8)) == nil, "\(name)")
        }
        let again = try Tool.run("forget", "Bea", "-o", scratch.path("out"))
        #expect(again.status == 1 && again.errors.contains("holds no client \"Bea\""))
    }

    @Test("records that are damaged or those of a newer program are told and left as they are")
    func damaged() throws {
        let scratch = try Self.folder()
        try scratch.write("out/scalpline.sqlite", String(repeating: "no database ", count: 1_000))
        let damaged = try Self.analyze(scratch)
        #expect(damaged.status == 1 && damaged.errors.contains("the records are damaged"))
        #expect(try scratch.read("out/scalpline.sqlite").count == 12_000)
        let elsewhere = try Self.analyze(scratch, "--records", scratch.path("kept.sqlite"))
        #expect(elsewhere.status == 0)
        #expect(try scratch.read("kept.sqlite").count > 10_000)
        let none = try Tool.run("report", scratch.path("in"))
        #expect(none.status == 1 && none.errors.contains("there is no such file"))
    }

    @Test("a second run is told who holds the output")
    func holder() throws {
        let scratch = try Self.folder()
        try FileManager.default.createDirectory(
            atPath: scratch.path("out"), withIntermediateDirectories: true)
        try scratch.write("out/.scalpline-run", "process 4711 on studio since 2026-03-04T10:15:00")
        // The path closes with a zero; the file is closed below.
        let held = unsafe open(scratch.path("out"), O_RDONLY | O_DIRECTORY)
        try #require(held >= 0 && flock(held, LOCK_EX | LOCK_NB) == 0)
        defer { close(held) }
        let outcome = try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("out"), "--quiet")
        #expect(outcome.status == 1 && outcome.errors.contains("process 4711 on studio since 2026-03-04"))
    }
}
