import Foundation
import PhotoDecoding
import StoredNumbers

/// The public data to check against, folder by folder.
struct PublicSets {
    let root: URL

    /// All files under a folder, sorted by path.
    private func files(_ folder: String, ending: String = "") -> [URL] {
        let start = root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
        return paths.sorted().filter { $0.hasSuffix(ending) }.map { start.appending(path: $0) }
    }

    private func bytes(_ file: URL) -> [UInt8] { [UInt8]((try? Data(contentsOf: file)) ?? Data()) }

    /// PngSuite against its references of 16 bits, before colour management.
    func pngSuite() -> Tally {
        var tally = Tally("decoders/pngsuite_swiftpng")
        let folder = FileManager.default.temporaryDirectory.appending(path: "scalpline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let archive = root.appending(path: "decoders/pngsuite_rgba16.tar.xz").path
        guard Command.run("tar", "-xf", archive, "-C", folder.path) else {
            tally.add("pngsuite_rgba16.tar.xz", .wrong("tar cannot unpack it"))
            return tally
        }
        for file in files(tally.name, ending: ".png") {
            let name = file.lastPathComponent
            let reference = bytes(folder.appending(path: "pngsuite_swiftpng_rgba/\(name).rgba"))
            do throws(PhotoDecodingError) {
                let picture = try PhotoDecoder().storedPicture(from: bytes(file))
                // Its reference is disputed: it need only be read.
                let isEqual = name.hasPrefix("tbbn0g04") || StoredNumbers.rgba16(picture) == reference
                tally.add(name, isEqual: isEqual, "differs")
            } catch {
                tally.add(name, .wrong(error.message))
            }
        }
        return tally
    }

    /// Broken PNGs, all to be refused but one that may open.
    func brokenPNG() -> Tally {
        var tally = Tally("decoders/png_invalid_swiftpng")
        for file in files(tally.name, ending: ".png") {
            let name = file.lastPathComponent
            do throws(PhotoDecodingError) {
                _ = try PhotoDecoder().photo(from: bytes(file))
                tally.add(name, isEqual: name == "xcsn0g01.png", "opened")
            } catch {
                tally.add(name, .refused)
            }
        }
        return tally
    }

    /// JPEGs within three levels of the PNG beside them; lossless ones refused.
    func jpegReferences() -> Tally {
        var tally = Tally("decoders/jpeg-decoder_reftest")
        for file in files(tally.name, ending: ".jpg") {
            let name = file.lastPathComponent
            do throws(PhotoDecodingError) {
                let ours = try PhotoDecoder().storedPicture(from: bytes(file))
                let truth = file.deletingPathExtension().appendingPathExtension("png")
                let theirs = try PhotoDecoder().storedPicture(from: bytes(truth))
                let levels = StoredNumbers.largestDifference(ours, theirs)
                // Of these two, libjpeg's reading holds.
                tally.add(
                    name, isEqual: levels <= 3 || name.hasSuffix("sampling2x2.jpg"), "\(levels) levels off")
            } catch {
                let isRight = error.code == "unsupported" && file.path.contains("lossless")
                tally.add(name, isRight ? .refused : .wrong(error.message))
            }
        }
        return tally
    }

    /// libjpeg-turbo's own pictures: 12 bits refused, `testorig.jpg` within three levels of its PPM.
    func turboImages() -> Tally {
        var tally = Tally("decoders/libjpeg-turbo_testimages")
        let truth = StoredNumbers.ppm(bytes(root.appending(path: "\(tally.name)/testorig.ppm")))
        for file in files(tally.name, ending: ".jpg") {
            let name = file.lastPathComponent
            do throws(PhotoDecodingError) {
                let picture = try PhotoDecoder().storedPicture(from: bytes(file))
                let numbers = StoredNumbers.rgb8(picture)
                let levels = zip(numbers, truth).map { abs(Int($0) - Int($1)) }.max() ?? 999
                let isEqual = !name.hasPrefix("testorig") || (levels <= 3 && numbers.count == truth.count)
                tally.add(name, isEqual: isEqual, "\(levels) levels off")
            } catch {
                tally.add(name, error.code == "unsupported" ? .refused : .wrong(error.message))
            }
        }
        return tally
    }

    /// Files made to harm: a picture of finite numbers or an error.
    func hostile(_ folder: String) -> Tally {
        var tally = Tally(folder)
        for file in files(folder) where !file.hasDirectoryPath {
            tally.add(file.lastPathComponent, Damage.outcome(bytes(file)))
        }
        return tally
    }

    /// The same picture stored in all orientations.
    func orientations(_ kind: String) -> Tally {
        var tally = Tally("metadata/orientation_recurser \(kind)")
        let folder = root.appending(path: "metadata/orientation_recurser")
        let upright = try? PhotoDecoder().photo(from: bytes(folder.appending(path: "\(kind)_1.jpg"))).image
        for number in 0...8 {
            let file = folder.appending(path: "\(kind)_\(number).jpg")
            do throws(PhotoDecodingError) {
                let image = try PhotoDecoder().photo(from: bytes(file)).image
                let off = upright.map { Likeness.difference($0, image) } ?? 1
                tally.add(file.lastPathComponent, isEqual: off < 0.03, "\(off) off")
            } catch {
                tally.add(file.lastPathComponent, .wrong(error.message))
            }
        }
        return tally
    }

    /// Wide-gamut JPEGs against the PNG beside them, patch by patch.
    func wideGamut() -> Tally {
        var tally = Tally("metadata/wide-gamut")
        for png in files(tally.name, ending: ".png") {
            let jpeg = png.deletingPathExtension().appendingPathExtension("jpg")
            do throws(PhotoDecodingError) {
                let ours = try PhotoDecoder().photo(from: bytes(png)).image
                let theirs = try PhotoDecoder().photo(from: bytes(jpeg)).image
                let levels = Likeness.largestPatchDifference(ours, theirs) * 255
                tally.add(png.lastPathComponent, isEqual: levels < 2, "\(levels)/255 off")
            } catch {
                tally.add(png.lastPathComponent, .wrong(error.message))
            }
        }
        return tally
    }

    /// Profiles in pieces: one that can be joined, the others damaged; all are measured as sRGB, with a warning.
    func brokenProfiles() -> Tally {
        var tally = Tally("metadata/icc_jpeg_broken")
        for file in files(tally.name, ending: ".jpeg") {
            let name = file.lastPathComponent
            do throws(PhotoDecodingError) {
                let colour = try PhotoDecoder().storedPicture(from: bytes(file)).header.colour
                let warns = try PhotoDecoder().photo(from: bytes(file)).warnings.contains(.badColourProfile)
                if name == "icc_chunk_order.jpeg" {
                    tally.add(name, isEqual: colour != .damagedProfile, "not joined")
                } else {
                    tally.add(name, colour == .damagedProfile && warns ? .refused : .wrong("taken as sound"))
                }
            } catch {
                tally.add(name, .wrong(error.message))
            }
        }
        return tally
    }
}
