import Foundation
import PhotoDecoding
import SteadyMath

/// Writes photos, truths and client files: each beside its place first, then renamed.
public enum PhantomFolder {
    /// Writes independent photos, their `truth.json`, and a `client.yaml` that gives each photo's scale.
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
        var scales = "photos:\n"
        for number in 0..<count {
            let client = set.client(number)
            let photo = try write(
                client, visit: 0, renderer: PhantomRenderer(scene: client.scene), to: directory)
            let visit = client.visits[0]
            var truth = photo.truth.json(
                file: visit.file, taken: visit.taken, day: visit.taken.days - client.curve.sessions[0].day,
                isBrief: false)
            if let capture = visit.camera.captureJSON() { truth["capture"] = capture }
            for (key, value) in client.json() where key != "client" && key != "lostPatch" {
                truth[key] = value
            }
            truths.append(.object(truth))
            let scale = TruthJSON.number(photo.truth.pixelsPerMillimetre, decimals: 3).text()
            scales += "  \"\(visit.file)\": {pixelsPerMillimetre: \(scale)}\n"
            progress(visit.file)
        }
        let text = TruthJSON.object([
            "schema": .text("scalpline.truth/1"), "seed": .text(String(set.seed)), "photos": .lines(truths),
        ]).text()
        try write(Array((text + "\n").utf8), to: directory + "/truth.json")
        try write(Array(scales.utf8), to: directory + "/client.yaml")
    }

    /// Writes one client's photos and `client.yaml`, and the truth.
    ///
    /// - Parameters:
    ///   - client: The client.
    ///   - directory: The client's folder; made where missing.
    ///   - truthFile: Where the truth goes.
    ///   - isBrief: Whether the truth is rounded further, for a repository.
    ///   - progress: Called with each photo's path once it is written.
    /// - Throws: ``PhantomError``
    public static func write(
        _ client: PhantomClient, to directory: String, truthFile: String, isBrief: Bool,
        progress: (String) -> Void
    ) throws(PhantomError) {
        try makeDirectory(directory)
        let renderer = PhantomRenderer(scene: client.scene)
        let firstSession = client.curve.sessions.first?.day ?? 0
        var scales: [Double] = []
        var truths: [TruthJSON] = []
        for (index, visit) in client.visits.enumerated() {
            let photo = try write(client, visit: index, renderer: renderer, to: directory)
            scales.append(photo.truth.pixelsPerMillimetre)
            var truth = photo.truth.json(
                file: visit.file, taken: visit.taken, day: visit.taken.days - firstSession, isBrief: isBrief)
            if let capture = visit.camera.captureJSON() { truth["capture"] = capture }
            if !isBrief { truth["bySession"] = client.sharesJSON(visit: index) }
            if let patch = client.lostPatch, visit.sessionsDone > patch.session {
                let centre = visit.camera.pose.pixel(of: patch.centre)
                let radius = patch.radius * visit.camera.pose.scale(at: patch.centre)
                truth["lostPatch"] = .object([
                    "centre": .list([.number(centre.x, decimals: 2), .number(centre.y, decimals: 2)]),
                    "radiusPixels": .number(radius, decimals: 2),
                ])
            }
            truths.append(.object(truth))
            progress(directory + "/" + visit.file)
        }
        try write(Array(client.clientFile(scales: scales).utf8), to: directory + "/client.yaml")
        var whole = client.json()
        whole["schema"] = .text("scalpline.truth/1")
        whole["photos"] = .lines(truths)
        try write(Array((TruthJSON.object(whole).text() + "\n").utf8), to: truthFile)
    }

    /// Writes the clients of the repository's `Fixtures`: photos under `Clients`, truths under `Truth`.
    ///
    /// - Parameters:
    ///   - directory: Where to; made where missing.
    ///   - progress: Called with each photo's path once it is written.
    /// - Throws: ``PhantomError``
    public static func writeFixtures(to directory: String, progress: (String) -> Void) throws(PhantomError) {
        try makeDirectory(directory + "/Truth")
        for client in PhantomFixtures.clients() {
            try write(
                client, to: directory + "/Clients/" + client.id,
                truthFile: directory + "/Truth/" + client.id + ".json", isBrief: true, progress: progress)
        }
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
