import CImageCodecs
import Foundation
import PhotoDecoding
import SampleFiles
import SteadyMath
import Testing

@Suite("Colours come out in linear sRGB, as Little CMS has them")
struct ColourTests {
    /// Linear sRGB of stored 8-bit RGB by Little CMS, or nil where it refuses the profile.
    private static func reference(_ samples: [UInt16], profile: [UInt8]) -> [Float]? {
        var transform: OpaquePointer?
        // C reads profile.count bytes and copies what it keeps.
        guard unsafe slc_transform_make(profile, profile.count, 3, 0, &transform) == 0,
            let made = unsafe transform
        else { return nil }
        var light = [Float](repeating: 0, count: samples.count)
        // Three numbers a pixel on both sides.
        unsafe slc_transform_run(made, samples.map { Float($0) / 255 }, &light, UInt32(samples.count / 3))
        unsafe slc_transform_free(made)
        return light
    }

    /// The largest difference between our reading and Little CMS's, over a noisy picture.
    private static func difference(profile: [UInt8]) throws -> Float {
        let (width, height) = (61, 47)
        let rgb = SampleFile.pixels(width: width, height: height, noise: 60)
        let file = SampleFile.jpeg(rgb: rgb, width: width, height: height, icc: profile)
        let stored = try PhotoDecoder().storedPicture(from: file).samples
        let photo = try PhotoDecoder().photo(from: file)
        #expect(photo.warnings.isEmpty)
        let expected = try #require(reference(stored, profile: profile))
        var largest: Float = 0
        for i in 0..<width * height {
            largest = max(largest, abs(photo.image.red.samples[i] - expected[3 * i]))
            largest = max(largest, abs(photo.image.green.samples[i] - expected[3 * i + 1]))
            largest = max(largest, abs(photo.image.blue.samples[i] - expected[3 * i + 2]))
        }
        return largest
    }

    @Test("Matrix profiles: Display P3, Adobe RGB and a table of values are within 1/1000")
    func matrixProfiles() throws {
        #expect(try Self.difference(profile: SampleProfile.displayP3) < 0.001)
        #expect(try Self.difference(profile: SampleProfile.adobeRGB) < 0.001)
        #expect(try Self.difference(profile: SampleProfile.tabled) < 0.001)
    }

    @Test("Every kind of formula a curve may have is within 1/1000")
    func formulas() throws {
        let kinds: [(UInt8, [Double])] = [
            (0, [1.8]), (1, [2.2, 1.1, -0.1]), (2, [2.0, 0.9, 0.1, 0.002]),
            (3, [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]),
            (4, [2.4, 0.94, 0.05, 0.08, 0.05, 0.001, 0.0005]),
        ]
        for (kind, numbers) in kinds {
            let profile = SampleProfile.matrix(
                colorants: [0.51512, 0.2412, -0.00105, 0.29198, 0.69225, 0.04189, 0.1571, 0.06657, 0.78407],
                curve: SampleProfile.parametric(kind, numbers))
            #expect(try Self.difference(profile: profile) < 0.001, "kind \(kind)")
        }
    }

    @Test(
        "Public profiles for colour are within 1/1000, or refused by both", .enabled(if: PublicData.isThere))
    func publicProfiles() throws {
        var compared: [String] = []
        for file in PublicData.files("metadata/icc_free") {
            let profile = try PublicData.bytes(file)
            let size = 8
            let jpeg = SampleFile.jpeg(
                rgb: SampleFile.pixels(width: size, height: size), width: size, height: size, icc: profile)
            let photo = try PhotoDecoder().photo(from: jpeg)
            if Self.reference([0, 0, 0], profile: profile) == nil {
                #expect(photo.warnings == [.badColourProfile], "\(file.lastPathComponent)")
            } else if photo.warnings.isEmpty {
                #expect(try Self.difference(profile: profile) < 0.001, "\(file.lastPathComponent)")
                compared.append(file.lastPathComponent)
            } else {
                print("taken as broken:", file.lastPathComponent)
            }
        }
        print("compared with Little CMS:", compared)
        #expect(compared.contains("sRGB.icc"))
    }

    @Test("sRGB numbers follow IEC 61966-2-1, and grey stays grey under every profile")
    func standardCurve() throws {
        let rgb = (0..<256).flatMap { [UInt8($0), UInt8($0), UInt8($0)] }
        let plain = try PhotoDecoder().photo(from: SampleFile.png(rgb: rgb, width: 256, height: 1))
        #expect(plain.warnings == [.noColourProfile])
        for level in 0..<256 {
            let x = Double(level) / 255
            let light = x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4)
            #expect(abs(Double(plain.image.red.samples[level]) - light) < 1e-7)
            #expect(plain.image.green.samples[level] == plain.image.red.samples[level])
        }
        let p3 = try PhotoDecoder().photo(
            from: SampleFile.jpeg(rgb: rgb, width: 256, height: 1, icc: SampleProfile.displayP3))
        for level in 0..<256 {
            #expect(abs(p3.image.red.samples[level] - p3.image.blue.samples[level]) < 0.002)
        }
    }

    @Test("Colours outside sRGB are not clipped")
    func outsideStandard() throws {
        let green = [UInt8](repeating: 0, count: 64 * 3).enumerated().map {
            $0.offset % 3 == 1 ? UInt8(255) : 0
        }
        let photo = try PhotoDecoder().photo(
            from: SampleFile.jpeg(rgb: green, width: 8, height: 8, icc: SampleProfile.displayP3))
        // Display P3's green in linear sRGB, from the primaries of both: (−0.2249, 1.0421, −0.0786).
        #expect(abs(photo.image.red.samples[0] + 0.2249) < 0.005)
        #expect(abs(photo.image.green.samples[0] - 1.0421) < 0.005)
        #expect(abs(photo.image.blue.samples[0] + 0.0786) < 0.005)
    }

    @Test(
        "Inks go through their profile: a press's paper is white, its inks dark",
        .enabled(if: PublicData.isThere))
    func inks() throws {
        let folder = PublicData.root.appending(path: "decoders/jpeg-decoder_reftest")
        let inks = try PhotoDecoder().photo(from: PublicData.bytes(folder.appending(path: "ycck.jpg")))
        let plain = try PhotoDecoder().photo(from: PublicData.bytes(folder.appending(path: "ycck.png")))
        #expect(inks.warnings.isEmpty)
        // The reference ignores the profile, so the two agree in the large only.
        for (a, b) in [(inks.image.red, plain.image.red), (inks.image.green, plain.image.green)] {
            let difference = zip(a.samples, b.samples).reduce(0.0) { $0 + abs(Double($1.0 - $1.1)) }
            #expect(difference / Double(a.samples.count) < 0.1)
        }
        #expect((inks.image.green.samples.max() ?? 0) > 0.9)
        #expect((inks.image.green.samples.min() ?? 1) < 0.05)
    }

    @Test("Colours that come again have the same light as when each is converted alone")
    func rememberedColours() {
        var random = SeededRandom(seed: 5)
        var memory = ColourMemory()
        #expect(memory.light(of: 0) == nil)
        var known: [UInt64: SIMD3<Float>] = [:]
        var found = 0
        for _ in 0..<200_000 {
            let colour = UInt64(random.uniform() * 100_000)
            if let light = memory.light(of: colour) {
                found += 1
                #expect(light == known[colour])
            } else {
                let light = SIMD3<Float>(Float(random.uniform()), 0, Float(colour))
                memory.set(colour, light)
                known[colour] = light
            }
        }
        // Most come again, though two colours may share a place.
        #expect(found > 60_000)
    }

    @Test("A damaged profile means sRGB and a warning")
    func damagedProfile() throws {
        let rgb = SampleFile.pixels(width: 16, height: 16)
        let plain = try PhotoDecoder().photo(from: SampleFile.jpeg(rgb: rgb, width: 16, height: 16))
        var cut = SampleProfile.displayP3
        cut.removeLast(200)
        var black = SampleProfile.matrix(
            colorants: Array(repeating: 0, count: 9), curve: SampleProfile.parametric(0, [2.2]))
        black[0] = 0
        for profile in [cut, black, [1, 2, 3], [UInt8](repeating: 0, count: 500)] {
            let photo = try PhotoDecoder().photo(
                from: SampleFile.jpeg(rgb: rgb, width: 16, height: 16, icc: profile))
            #expect(photo.warnings == [.badColourProfile])
            #expect(photo.image == plain.image)
        }
    }

    @Test("A profile's segments are joined in any order, or found damaged", .enabled(if: PublicData.isThere))
    func profileSegments() throws {
        for file in PublicData.files("metadata/icc_jpeg_broken", ending: ".jpeg") {
            let bytes = try PublicData.bytes(file)
            let colour = try PhotoDecoder().storedPicture(from: bytes).header.colour
            if file.lastPathComponent == "icc_chunk_order.jpeg" {
                guard case .profile(let joined) = colour else {
                    Issue.record("not joined: \(colour)")
                    continue
                }
                #expect(joined.count == 254)
            } else {
                #expect(colour == .damagedProfile, "\(file.lastPathComponent)")
            }
            // What the sound segments hold is no profile either.
            #expect(try PhotoDecoder().photo(from: bytes).warnings.contains(.badColourProfile))
        }
    }

    @Test("Wide-gamut pairs agree patch by patch within 2/255", .enabled(if: PublicData.isThere))
    func wideGamutPairs() throws {
        // One colour's pictures show nothing that the bars and rings of all colours do not.
        let kinds = ["bars.png", "ring.png", "test.png"]
        for png in kinds.flatMap({ PublicData.files("metadata/wide-gamut", ending: $0) }) {
            let jpeg = png.deletingPathExtension().appendingPathExtension("jpg")
            let ours = try PhotoDecoder().photo(from: PublicData.bytes(png))
            let theirs = try PhotoDecoder().photo(from: PublicData.bytes(jpeg))
            #expect(ours.image.width == theirs.image.width, "\(png.lastPathComponent)")
            for (a, b) in [
                (ours.image.red, theirs.image.red), (ours.image.green, theirs.image.green),
                (ours.image.blue, theirs.image.blue),
            ] {
                let difference = Self.largestPatchDifference(a.samples, b.samples, width: ours.image.width)
                #expect(difference < 2.0 / 255, "\(png.lastPathComponent): \(difference * 255) / 255")
            }
        }
    }

    /// The largest difference of medians over patches of 20 × 20 pixels that are even in the first picture.
    private static func largestPatchDifference(_ a: [Float], _ b: [Float], width: Int) -> Float {
        var largest: Float = 0
        let height = a.count / width
        for top in stride(from: 0, to: height - 20, by: 60) {
            for left in stride(from: 0, to: width - 20, by: 60) {
                let places = (0..<400).map { (top + $0 / 20) * width + left + $0 % 20 }
                let first = places.map { a[$0] }.sorted()
                guard first[399] - first[0] < 0.001 else { continue }
                let second = places.map { b[$0] }.sorted()
                largest = max(largest, abs(encoded(first[200]) - encoded(second[200])))
            }
        }
        return largest
    }

    /// The sRGB number that a screen would be sent.
    private static func encoded(_ x: Float) -> Float {
        let shown = min(max(x, 0), 1)
        return shown <= 0.0031308 ? 12.92 * shown : 1.055 * powf(shown, 1 / 2.4) - 0.055
    }
}
