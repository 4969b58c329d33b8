import Foundation
import PhotoDecoding
import SteadyMath

/// Writes photos, truths and client files: each beside its place first, then renamed.
public enum PhantomFolder {
    /// Writes independent photos and their `truth.json`.
    ///
    /// - Parameters:
    ///   - set: The photos.
    ///   - count: How many.
    ///   - directory: Where to; made where missing.
    ///   - progress: Called with each photo's name once it is written.
    /// - Throws: ``PhantomError``
    public static func write(
        _ set: PhantomPhotoSet, count: Int, to directory: String, progress: (String) -> Void
    ) throws(PhantomError) {
        try makeDirectory(directory)
        var truths: [TruthJSON] = []
        for number in 0..<count {
            let client = set.client(number)
            let photo = try write(
                client, visit: 0, renderer: PhantomRenderer(scene: client.scene), to: directory)
            let visit = client.visits[0]
            var truth = photo.truth.json(
                file: visit.file, taken: visit.taken, day: visit.taken.days - client.curve.sessions[0].day,
                isBrief: false)
            for (key, value) in client.json() where key != "client" && key != "lostPatch" {
                truth[key] = value
            }
            truths.append(.object(truth))
            progress(visit.file)
        }
        let text = TruthJSON.object([
            "schema": .text("scalpline.truth/1"), "seed": .text(String(set.seed)), "photos": .lines(truths),
        ]).text()
        try write(Array((text + "\n").utf8), to: directory + "/truth.json")
    }

    /// Renders one visit and writes its JPEG.
    static func write(
        _ client: PhantomClient, visit: Int, renderer: PhantomRenderer, to directory: String
    ) throws(PhantomError) -> PhantomPhoto {
        let photo = client.photo(visit: visit, renderer: renderer)
        let shown = client.visits[visit]
        let bytes = try photo.jpeg(
            quality: shown.camera.quality, halvesChroma: shown.camera.halvesChroma,
            taken: shown.carriesDate ? shown.taken : nil)
        try write(bytes, to: directory + "/" + shown.file)
        return photo
    }

    static func makeDirectory(_ path: String) throws(PhantomError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .notWritable(path: path, reason: error.localizedDescription)
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws(PhantomError) {
        do {
            // `atomic` writes a file beside and renames it.
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .notWritable(path: path, reason: error.localizedDescription)
        }
    }
}
