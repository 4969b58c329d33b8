import ClientRecords
import Foundation
import Phantom
import PhotoDecoding
import ScalplineApp
import Testing

@Suite("The same photo in another format has the same measures")
struct PhotoTwinsTests {
    /// What a record says, as far as it is compared.
    private struct Record: Decodable {
        struct Redness: Decodable { var value: Double, standardError: Double }
        struct Density: Decodable { var value: Double, standardError: Double, count: Int }
        var taken: String?
        var dateSource: String?
        var warnings: [String]
        var redness: Redness
        var density: Density
        var dots: [[Double]]

        /// The smaller share of dots, of these and the other's, that have one of the others within a pixel.
        func matched(_ other: Record) -> Double {
            func share(_ dots: [[Double]], _ others: [[Double]]) -> Double {
                let near = dots.filter { dot in
                    others.contains { hypot($0[0] - dot[0], $0[1] - dot[1]) < 1 }
                }
                return Double(near.count) / Double(max(1, dots.count))
            }
            return min(share(dots, other.dots), share(other.dots, dots))
        }
    }

    private static func isOnPath(_ tool: String, package: String) -> Bool {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
        if !found { print("SKIPPED: no \(tool) on PATH; install \(package)") }
        return found
    }

    private static let hasHEIC = isOnPath("heif-enc", package: "libheif-examples")
    private static let hasWebP = isOnPath("cwebp", package: "webp")

    private static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(arguments[0]) failed")
    }

    /// A phantom's photo as it comes from the camera, its twin on its side in Display P3, and what `make` makes of
    /// that; measured.
    private static func records(_ make: (_ folder: String) throws -> [String]) throws -> [Record] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scalpline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var set = PhantomPhotoSet(seed: 41)
        (set.width, set.height) = (640, 480)
        let client = set.client(1)
        let photo = client.photo(visit: 0, renderer: PhantomRenderer(scene: client.scene))
        let date = try #require(WallClock(year: 2026, month: 3, day: 4, hour: 10, minute: 15, second: 30))
        let plain = try photo.jpeg(quality: 92, halvesChroma: false, taken: date)
        let fixture = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/Photos/turned.jpg").standardizedFileURL
        let colour = try PhotoDecoder().storedPicture(from: [UInt8](Data(contentsOf: fixture))).header.colour
        guard case .profile(let profile) = colour else {
            Issue.record("no profile in turned.jpg")
            return []
        }
        let twin = StoredTwin(
            upright: try PhotoDecoder().photo(from: plain).image, profile: profile,
            date: "2026:03:04 10:15:30")
        for (name, bytes) in [("plain.jpg", plain), ("twin.jpg", twin.jpeg), ("deep.png", twin.png16)] {
            try Data(bytes).write(to: folder.appending(path: name))
        }
        let names = try ["plain.jpg", "twin.jpg"] + make(folder.path)
        var measure = MeasurePhotos()
        measure.pixelsPerMillimetre = photo.truth.pixelsPerMillimetre
        measure.listsDots = true
        var lines: [String] = []
        #expect(
            measure.run(names.map { BytePath("\(folder.path)/\($0)") }, progress: NoProgress()) {
                lines.append($0)
            })
        return try lines.map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    }

    private static func expectAlike(_ record: Record, _ twin: Record, _ name: String) {
        #expect(record.taken == "2026-03-04T10:15:30" && record.dateSource == "exif", "\(name)")
        let (redness, density) = (record.redness, record.density)
        print(
            "\(name): redness \(redness.value) ± \(redness.standardError) (\(twin.redness.value)), density",
            "\(density.value) ± \(density.standardError) (\(twin.density.value)), dots \(density.count)",
            "(\(twin.density.count)), matched \(record.matched(twin))")
        let rednessError = hypot(redness.standardError, twin.redness.standardError)
        #expect(abs(redness.value - twin.redness.value) < rednessError, "\(name)")
        let densityError = hypot(density.standardError, twin.density.standardError)
        #expect(abs(density.value - twin.density.value) < densityError, "\(name)")
        #expect(record.matched(twin) >= 0.98, "\(name)")
    }

    @Test("HEIC of 8 and 10 bits, on its side, in Display P3", .enabled(if: hasHEIC))
    func heic() throws {
        let records = try Self.records { folder in
            try Self.run([
                "heif-enc", "-q", "95", "-o", "\(folder)/eight.heic", "\(folder)/twin.jpg",
            ])
            try Self.run([
                "heif-enc", "-q", "95", "-b", "10", "-o", "\(folder)/ten.heic", "\(folder)/deep.png",
            ])
            return ["eight.heic", "ten.heic"]
        }
        try #require(records.count == 4)
        #expect(records[0].warnings == ["no-colour-profile"])
        #expect(records.dropFirst().allSatisfy { $0.warnings.isEmpty })
        #expect(records[0].density.count > 500)
        Self.expectAlike(records[2], records[1], "8 bits and the JPEG it was made from")
        // Ten bits keep the light of the camera's own JPEG; eight bits of luma and chroma in Display P3 do not.
        Self.expectAlike(records[3], records[0], "10 bits and the camera's JPEG")
    }

    @Test("WebP, lossless and lossy, on its side, in Display P3", .enabled(if: hasWebP))
    func webP() throws {
        let records = try Self.records { folder in
            let ways = [("exact", ["-lossless"]), ("lossy", ["-q", "95", "-sharp_yuv"])]
            for (name, options) in ways {
                try Self.run(
                    ["cwebp", "-quiet", "-metadata", "all"] + options
                        + ["\(folder)/twin.jpg", "-o", "\(folder)/\(name).webp"])
            }
            return ways.map { "\($0.0).webp" }
        }
        try #require(records.count == 4)
        #expect(records.dropFirst().allSatisfy { $0.warnings.isEmpty })
        Self.expectAlike(records[1], records[0], "Display P3 and the camera's JPEG")
        Self.expectAlike(records[2], records[1], "lossless and the JPEG it was made from")
        #expect(records[2].redness.value == records[1].redness.value)
        #expect(records[2].dots == records[1].dots)
        Self.expectAlike(records[3], records[1], "lossy and the JPEG it was made from")
    }
}
