import Foundation
import Testing

@Suite("Results and the schemas that the program prints")
struct SchemaTests {
    private func object(_ text: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any])
    }

    private func schema(_ name: String) throws -> [String: Any] {
        let outcome = try Tool.run("schema", name)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        return try object(outcome.output)
    }

    /// Members that a schema does not name, and members that it wants and are missing, below a value.
    private func problems(_ value: Any, _ schema: [String: Any], in roots: [[String: Any]], at place: String)
        -> [String]
    {
        var schema = schema
        var roots = roots
        var extra: [String: Any] = [:]
        while let reference = schema["$ref"] as? String {
            extra.merge(schema["properties"] as? [String: Any] ?? [:]) { $1 }
            let parts = reference.split(separator: "#", omittingEmptySubsequences: false)
            if !parts[0].isEmpty,
                let photo = (roots[0]["$defs"] as? [String: Any])?["photo"] as? [String: Any]
            {
                roots = [roots[0], photo]
            }
            var target: [String: Any] = roots.last ?? [:]
            for step in (parts.count > 1 ? parts[1] : "").split(separator: "/") {
                target = target[String(step)] as? [String: Any] ?? [:]
            }
            schema = target
        }
        if let list = value as? [Any] {
            guard let items = schema["items"] as? [String: Any] else { return [] }
            return list.prefix(5).enumerated().flatMap {
                problems($1, items, in: roots, at: "\(place)[\($0)]")
            }
        }
        guard let members = value as? [String: Any] else { return [] }
        let named = (schema["properties"] as? [String: Any] ?? [:]).merging(extra) { $1 }
        let others = schema["additionalProperties"] as? [String: Any]
        var found = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }.map {
            "\(place): no \($0)"
        }
        for (name, member) in members {
            guard let known = named[name] as? [String: Any] ?? others else {
                found.append("\(place): \(name) is not told")
                continue
            }
            // Members that were added beside a reference are told in the outer schema's own file.
            found += problems(
                member, known, in: extra[name] == nil ? roots : [roots[0]], at: "\(place).\(name)")
        }
        return found
    }

    @Test("Every member that measure and analyze write is told, and none that is wanted is missing")
    func members() throws {
        let scratch = try Scratch()
        let photos = try SmallPhotos.good.get()
        try scratch.write("in/a/2026-03-02.jpg", try #require(photos.first))
        try scratch.write("in/a/2026-03-09.jpg", try #require(photos.last))
        try scratch.write("in/a/broken.jpg", "x")
        try scratch.write(
            "in/a/client.yaml",
            "sessions: [{date: 2026-03-01, technique: hairline}]\npixelsPerMillimetre: 18\n")
        #expect(
            try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("out"), "-" + "-quiet").status == 3
        )
        let series = try object(String(decoding: scratch.read("out/a/series.json"), as: UTF8.self))
        let root = try schema("series")
        #expect(problems(series, root, in: [root], at: "series") == [])
        let session = try #require((series["sessions"] as? [[String: Any]])?.first)
        #expect(session["technique"] as? String == "hairline" && session["needle"] is NSNull)

        let photo = try schema("photo")
        let line = try Tool.run("measure", "--dots", scratch.path("in/a/2026-03-02.jpg")).output
        #expect(problems(try object(line), photo, in: [photo], at: "photo") == [])
        // The check sees what it is there for.
        var more = try object(line)
        more["untold"] = 1
        more["quality"] = ["usable": true]
        let seen = problems(more, photo, in: [photo], at: "photo")
        #expect(seen.contains("photo: untold is not told") && seen.contains("photo.quality: no problems"))

        // The table has its metadata beside it.
        #expect(
            String(decoding: try scratch.read("out/measurements.csv-metadata.json"), as: UTF8.self)
                == (try Tool.run("schema", "measurements").output))
        // One client is no comparison, and says so.
        let compared = try Tool.run(
            "compare", scratch.path("out"), "--by", "technique", "-o", scratch.path("cmp"))
        #expect(
            compared.status == 0 && compared.output.contains("nothing to compare"))
        let record = try object(String(decoding: scratch.read("cmp/compare.json"), as: UTF8.self))
        let compare = try schema("compare")
        #expect(problems(record, compare, in: [compare], at: "compare") == [])
        #expect(try Tool.run("compare", scratch.path("in"), "--by", "technique").status == 1)
        #expect(try Tool.run("compare", scratch.path("out"), "--by", "technique", "--json").lines.count == 1)
    }
}
