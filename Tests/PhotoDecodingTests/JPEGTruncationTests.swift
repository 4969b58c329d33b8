import Foundation
import PhotoDecoding
import SampleFiles
import Testing

@Suite("A JPEG that is cut off says how much of it was there", .enabled(if: JPEGTools.areThere))
struct JPEGTruncationTests {
    /// A way to store a picture, and how far what is said may be from the share of the bytes.
    struct Storage: Sendable, CustomTestStringConvertible {
        var options: [String]
        var tolerance: Double
        var scans: String?

        var testDescription: String { (options + [scans ?? ""]).joined(separator: " ") }

        func encoded() throws -> [UInt8] {
            let (width, height) = (240, 180)
            // Noise all over: a row costs as many bytes as any other.
            let rgb = SampleFile.pixels(width: width, height: height, noise: 12)
            guard let scans else {
                return try JPEGTools.encoded(rgb, width: width, height: height, options)
            }
            let file = FileManager.default.temporaryDirectory.appending(path: "scans-\(UUID().uuidString)")
            try scans.write(to: file, atomically: true, encoding: .utf8)
            defer { try? FileManager.default.removeItem(at: file) }
            return try JPEGTools.encoded(
                rgb, width: width, height: height, options + ["-scans", file.path])
        }
    }

    // A row of blocks is counted when all of it has come. Bytes are spread over scans as the picture has it.
    static let storages = [
        Storage(options: ["-sample", "2x2"], tolerance: 0.16),
        Storage(options: ["-sample", "2x2", "-restart", "1"], tolerance: 0.16),
        Storage(options: ["-grayscale"], tolerance: 0.1),
        Storage(options: ["-arithmetic"], tolerance: 0.13),
        Storage(options: ["-sample", "1x1", "-quality", "100"], tolerance: 0.15, scans: "0;\n1;\n2;\n"),
        Storage(options: ["-sample", "1x1", "-quality", "100"], tolerance: 0.15, scans: "1;\n0 2;\n"),
        Storage(options: ["-progressive", "-quality", "90"], tolerance: 0.15),
        Storage(options: ["-progressive", "-quality", "90", "-sample", "1x1"], tolerance: 0.2),
        Storage(options: ["-progressive", "-arithmetic", "-quality", "90"], tolerance: 0.25),
    ]

    /// How much of a file that is cut off was there, or nil where it was not refused for that.
    private static func fraction(_ bytes: ArraySlice<UInt8>) -> Double? {
        do throws(PhotoDecodingError) {
            _ = try PhotoDecoder().photo(from: Array(bytes))
            return nil
        } catch {
            guard case .truncated(let fraction) = error else { return nil }
            return fraction
        }
    }

    @Test("At every twentieth, and at its very end", arguments: storages)
    func cuts(storage: Storage) throws {
        let whole = try storage.encoded()
        #expect(throws: Never.self) { try PhotoDecoder().photo(from: whole) }
        var previous = 0.0
        for percent in Array(stride(from: 5, to: 100, by: 5)) + [98, 99] {
            let said = Self.fraction(whole.prefix(whole.count * percent / 100))
            let fraction = try #require(said, "\(percent) %")
            #expect(fraction >= previous, "\(percent) %")
            #expect(abs(fraction - Double(percent) / 100) < storage.tolerance, "\(percent) %: \(fraction)")
            previous = fraction
        }
        // Without its last byte of picture, never "100 %".
        let nearly = try #require(Self.fraction(whole.dropLast(3)))
        #expect(nearly > 0.9 && nearly < 1)
    }

    @Test("Where the end marker alone is missing, all of the picture is there", arguments: storages)
    func endMarker(storage: Storage) throws {
        let whole = try storage.encoded()
        let truth = try PhotoDecoder().photo(from: whole)
        for cut in 1...2 {
            if storage.options.contains("-arithmetic") {
                // Arithmetic data that end too early do not show it: refused, to be safe.
                #expect((Self.fraction(whole.dropLast(cut)) ?? 0) > 0.9)
            } else {
                #expect(try PhotoDecoder().photo(from: whole.dropLast(cut)).image == truth.image)
            }
        }
    }

    @Test("A picture that is cut off is not made whole by the one behind it", arguments: storages)
    func companions(storage: Storage) throws {
        // Arithmetic data have no codes that are wrong, nor a mark that they end too early.
        if storage.options.contains("-arithmetic") { return }
        let whole = try storage.encoded()
        let second = SampleFile.jpeg(rgb: SampleFile.pixels(width: 16, height: 16), width: 16, height: 16)
        for percent in stride(from: 10, to: 100, by: 10) {
            let bytes = whole.prefix(whole.count * percent / 100) + second
            #expect(throws: PhotoDecodingError.self, "\(percent) %") {
                try PhotoDecoder().photo(from: Array(bytes))
            }
        }
    }
}
