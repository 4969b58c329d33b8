import ClientRecords
import Foundation
import Phantom
import PhotoDecoding
import Raster
import ScalplineApp
import Testing

/// A client's folder with four visits, the third a mirror image, and what is true of them.
struct AlignedSample {
    let folder: URL
    let truths: [PhotoTruth]

    static let shared = Result { try AlignedSample() }
    static let names = ["a.jpg", "b.jpg", "c-mirrored.jpg", "d.jpg"]
    static let days = ["2026-03-02T15:00", "2026-03-05", "2026-03-06", "2026-03-30"]

    private init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "scalpline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "in"), withIntermediateDirectories: true)
        var options = PhantomClient.DrawOptions()
        options.days = [0, 3, 4, 28]
        (options.width, options.height) = (960, 720)
        let client = PhantomClient.drawn(id: "x", seed: 5_011, options: options)
        let renderer = PhantomRenderer(scene: client.scene)
        var truths: [PhotoTruth] = []
        for visit in 0..<4 {
            let photo = client.photo(visit: visit, renderer: renderer)
            truths.append(photo.truth)
            var bytes = photo.pixels
            if visit == 2 {
                for y in 0..<photo.height {
                    for x in 0..<photo.width {
                        for channel in 0..<3 {
                            bytes[3 * (y * photo.width + x) + channel] =
                                photo.pixels[3 * (y * photo.width + photo.width - 1 - x) + channel]
                        }
                    }
                }
            }
            let jpeg = try #require(
                PictureEncoder.jpeg(rgb: bytes, width: photo.width, height: photo.height, quality: 92))
            try Data(jpeg).write(to: folder.appending(path: "in/\(Self.names[visit])"))
        }
        self.truths = truths
        let photos = zip(Self.names, Self.days).map { "  \($0): {taken: \"\($1)\"}\n" }.joined()
        try Data(
            "name: Zelda Secret\nsessions: [2026-03-02]\npixelsPerMillimetre: 20\nphotos:\n\(photos)".utf8
        ).write(to: folder.appending(path: "in/client.yaml"))
    }

    var input: BytePath { BytePath(folder.appending(path: "in").path) }

    func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

    func picture(_ name: String) throws -> RGBImage {
        try PhotoDecoder().photo(from: [UInt8](bytes(name))).image
    }
}

@Suite("A client's photos brought over one another", .serialized)
struct AlignClientTests {
    private struct Record: Decodable {
        struct View: Decodable { var view: String, anchor: String, width: Int, height: Int, mirrored: Bool }
        struct Photo: Decodable {
            var photo: String, file: String?, view: String?, mirrored: Bool?, reason: String?
            var shown: Double?
        }
        var schema: String, common: Bool, views: [View], photos: [Photo]
    }

    private func align(
        _ sample: AlignedSample, to name: String, jobs: Int = 1,
        _ change: (inout AlignClient) -> Void = { _ in }
    ) throws -> (AlignSummary, Record) {
        var aligning = AlignClient()
        aligning.work = PhotoWork(jobs: jobs)
        change(&aligning)
        let summary = try aligning.run(
            client: sample.input, output: BytePath(sample.folder.appending(path: name).path),
            progress: NoProgress())
        return (
            summary, try JSONDecoder().decode(Record.self, from: sample.bytes("\(name)/align.json"))
        )
    }

    /// Middle of what is darker than its surroundings at a place; nil where nothing is.
    private func middle(_ plane: Plane, near place: PixelPoint) -> PixelPoint? {
        let (cx, cy) = (Int(place.x.rounded()), Int(place.y.rounded()))
        let reach = 4
        guard cx >= 12, cy >= 12, cx < plane.width - 12, cy < plane.height - 12 else { return nil }
        var around: [Float] = []
        for y in cy - 8...cy + 8 { for x in cx - 8...cx + 8 { around.append(plane[x, y]) } }
        let skin = around.sorted()[around.count * 7 / 10]
        var (sum, sx, sy) = (0.0, 0.0, 0.0)
        for y in cy - reach...cy + reach {
            for x in cx - reach...cx + reach {
                let dark = max(0, Double(skin - plane[x, y]) / Double(skin) - 0.08)
                sum += dark
                sx += dark * Double(x)
                sy += dark * Double(y)
            }
        }
        return sum > 0.5 ? PixelPoint(x: sx / sum, y: sy / sum) : nil
    }

    @Test("each dot lies where the anchor has it, to less than a pixel, in the mirrored photo too")
    func dotsLieOverOneAnother() throws {
        let sample = try AlignedSample.shared.get()
        let (summary, record) = try align(sample, to: "dots")
        #expect(summary.isComplete && summary.written.count == 4)
        #expect(record.schema == "scalpline.align/1" && record.views.count == 1)
        let view = try #require(record.views.first)
        #expect(view.width == 960 && view.height == 720)
        let anchor = try #require(AlignedSample.names.firstIndex(of: view.anchor))
        #expect(
            record.photos.map(\.file) == [
                "01-2026-03-02-a.jpg", "02-2026-03-05-b.jpg", "03-2026-03-06-c-mirrored.jpg",
                "04-2026-03-30-d.jpg",
            ])
        let mirrors = record.photos.map { $0.mirrored ?? false }
        #expect(mirrors == (anchor == 2 ? [true, true, false, true] : [false, false, true, false]))
        // The mirror image is turned back, and where it is the anchor, the whole frame is.
        #expect(view.mirrored == (anchor == 2))
        // Sparse dots only: at a place with neighbours the middle is of several.
        let dots = sample.truths[anchor].dots.filter { $0.shareOfFreshLeft > 0.4 && !$0.isUnderScab }
        let places = dots.map(\.centre)
        for (index, photo) in record.photos.enumerated() where index != anchor {
            let plane = try sample.picture("dots/\(#require(photo.file))").green
            let shown = Set(
                sample.truths[index].dots.filter { $0.shareOfFreshLeft > 0.4 && !$0.isUnderScab }.map(
                    \.number))
            var misses: [Double] = []
            for (number, place) in zip(dots.map(\.number), places) where shown.contains(number) {
                let isAlone = !places.contains {
                    $0 != place && abs($0.x - place.x) < 9 && abs($0.y - place.y) < 9
                }
                guard isAlone, let found = middle(plane, near: place) else { continue }
                misses.append(hypot(found.x - place.x, found.y - place.y))
            }
            misses.sort()
            try #require(misses.count > 60, "\(photo.photo): \(misses.count) dots")
            print(
                "\(photo.photo): \(misses.count) dots, median", misses[misses.count / 2], "95 %",
                misses[misses.count * 95 / 100])
            #expect(misses[misses.count / 2] < 0.4, "\(photo.photo)")
            #expect(misses[misses.count * 95 / 100] < 1, "\(photo.photo)")
        }
    }

    @Test("the same bytes with one job and with two, without metadata, and nothing of the client's name")
    func sameBytes() throws {
        let sample = try AlignedSample.shared.get()
        let (one, _) = try align(sample, to: "one")
        _ = try align(sample, to: "two", jobs: 2)
        for file in one.written.map(\.file) + ["align.json"] {
            let data = try sample.bytes("one/\(file)")
            #expect(data == (try sample.bytes("two/\(file)")), "\(file)")
            #expect(data.range(of: Data("Exif".utf8)) == nil && data.range(of: Data("Secret".utf8)) == nil)
        }
    }

    @Test("photos read at a reduced size are drawn at the size in which they were read")
    func reducedSize() throws {
        let sample = try AlignedSample.shared.get()
        let (summary, record) = try align(sample, to: "reduced") {
            // Half of what a photo of 960 × 720 pixels takes.
            var limits = DecodingLimits.ofSurvey
            limits.workingBytes = 14_000_000
            $0.work = PhotoWork(limits: limits)
        }
        let view = try #require(record.views.first)
        #expect(view.width == 480 && view.height == 360)
        for photo in summary.written { #expect(try sample.picture("reduced/\(photo.file)").width == 480) }
    }

    @Test("a later run replaces the pictures of an earlier one and keeps what is not ours")
    func replaces() throws {
        let sample = try AlignedSample.shared.get()
        let (first, _) = try align(sample, to: "again")
        let own = sample.folder.appending(path: "again/01-2026-03-02-my own.jpg")
        try Data("mine".utf8).write(to: own)
        let (second, record) = try align(sample, to: "again") {
            $0.format = .png
            $0.isCommon = true
        }
        #expect(record.common && record.photos.allSatisfy { ($0.shown ?? 0) > 0.999 })
        let view = try #require(record.views.first)
        #expect(view.width < 960 || view.height < 720)
        for photo in second.written {
            #expect(try sample.picture("again/\(photo.file)").width == view.width)
        }
        let there = try FileManager.default.contentsOfDirectory(
            atPath: sample.folder.appending(path: "again").path)
        #expect(first.written.allSatisfy { !there.contains($0.file) })
        #expect(there.contains("01-2026-03-02-my own.jpg"))
        #expect(!there.contains(".scalpline-partial"))
    }

    @Test("the report shows the visits in one frame, twice the same; overlays of an earlier run go")
    func report() throws {
        let sample = try AlignedSample.shared.get()
        let output = sample.folder.appending(path: "report")
        let analysis = AnalyzeClients()
        func run() throws -> String {
            _ = try analysis.run(
                input: sample.input, output: BytePath(output.path), progress: NoProgress())
            return String(decoding: try sample.bytes("report/in/report.html"), as: UTF8.self)
        }
        let html = try run()
        let overlays = output.appending(path: "in/overlays")
        for name in ["gone.jpg", "note.txt"] {
            try Data("x".utf8).write(to: overlays.appending(path: name))
        }
        try Data("x".utf8).write(to: output.appending(path: "in/warp-99.json"))
        // A page that was lost has its client's files written anew.
        try FileManager.default.removeItem(at: output.appending(path: "in/report.html"))
        #expect(try run() == html)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: overlays.path).sorted() == [
                "a.jpg", "b.jpg", "c-mirrored.jpg", "d.jpg", "note.txt",
            ])
        #expect(!FileManager.default.fileExists(atPath: output.appending(path: "in/warp-99.json").path))
        #expect(html.components(separatedBy: "name=\"visit-0\"").count - 1 == 4)
        #expect(html.components(separatedBy: "mirror image, turned back here").count - 1 == 1)
        #expect(html.contains("<b>6 March 2026</b> · day 4 · Initial healing · the photo is a mirror image"))
        #expect(html.contains("are still there on 30 March 2026"))
        #expect(!html.contains("<script") && !html.contains("View: "))
        // Four visits, four thumbnails and the map.
        #expect(html.components(separatedBy: "data:image/jpeg;base64,").count - 1 == 9)
        #expect(html.utf8.count < 2_000_000)
    }

    @Test("views named in the client's file have headings, escaped; a view of one photo has no pictures")
    func views() throws {
        let sample = try AlignedSample.shared.get()
        let input = sample.folder.appending(path: "views-in")
        try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
        for name in AlignedSample.names {
            try sample.bytes("in/\(name)").write(to: input.appending(path: name))
        }
        let photos = zip(AlignedSample.names, AlignedSample.days).map { name, day in
            "  \(name): {taken: \"\(day)\", view: \(name == "d.jpg" ? "top" : "\"<b>'side\"")}\n"
        }.joined()
        try Data("sessions: [2026-03-02]\npixelsPerMillimetre: 20\nphotos:\n\(photos)".utf8).write(
            to: input.appending(path: "client.yaml"))
        let output = sample.folder.appending(path: "views-out")
        _ = try AnalyzeClients().run(
            input: BytePath(input.path), output: BytePath(output.path), progress: NoProgress())
        let html = String(decoding: try sample.bytes("views-out/views-in/report.html"), as: UTF8.self)
        #expect(html.contains("View: <bdi>&lt;b&gt;&#39;side</bdi></h2>"))
        #expect(html.contains("View: <bdi>top</bdi></h2>"))
        #expect(!html.contains("<b>'side"))
        #expect(html.components(separatedBy: "name=\"visit-0\"").count - 1 == 3)
        #expect(!html.contains("name=\"visit-1\""))
        #expect(html.components(separatedBy: "class=\"dotmap\"").count - 1 == 1)
    }
}
