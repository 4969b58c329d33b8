import Foundation

/// Reads every file of the public data and every way to damage our own photos; prints a table by folder.
///
/// Ends with status 1 where a file was read wrong.
@main
enum Conformance {
    static func main() {
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
            .standardizedFileURL
        let photos = package.appending(path: "Fixtures/Photos")
        var tallies = publicTallies(package)
        tallies += Orientations(photos: photos).tallies()
        let kept = ["jpg", "heic", "webp", "png"]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: photos.path)) ?? []
        for name in names.sorted() where kept.contains(where: { name.hasSuffix(".\($0)") }) {
            tallies.append(Damage.tally(of: photos.appending(path: name)))
        }
        print(Tally.heads)
        for tally in tallies { print(tally.line) }
        let wrong = tallies.flatMap { tally in tally.wrong.map { "\(tally.name)/\($0)" } }
        for line in wrong { print("wrong: \(line)") }
        if !wrong.isEmpty { exit(1) }
    }

    private static func publicTallies(_ package: URL) -> [Tally] {
        let set = ProcessInfo.processInfo.environment["SCALPLINE_DATA"]
        let root =
            set.map { URL(filePath: $0) } ?? package.appending(path: "../shared/data").standardizedFileURL
        guard FileManager.default.fileExists(atPath: root.path) else {
            print("SKIPPED: no public data at \(root.path); set SCALPLINE_DATA")
            return []
        }
        let sets = PublicSets(root: root)
        return [
            sets.pngSuite(), sets.brokenPNG(), sets.jpegReferences(), sets.turboImages(),
            sets.hostile("decoders/jpeg-decoder_crash"), sets.hostile("decoders/jpeg-decoder_fuzz"),
            sets.orientations("Landscape"), sets.orientations("Portrait"), sets.wideGamut(),
            sets.brokenProfiles(), sets.hostile("metadata/icc_free"),
        ]
    }
}
