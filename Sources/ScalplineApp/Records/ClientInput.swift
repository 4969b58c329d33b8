import ClientRecords
import PhotoDecoding

/// What a client's results rest on: the method, the curve, the bounds, `client.yaml` and the photos.
struct ClientInput {
    /// What all clients of a run have in common.
    struct Common: Sendable {
        /// The expected curve's source and hash.
        var curve: String
        /// Bounds of photos: they decide what can be read, and at what size.
        var limits: DecodingLimits

        fileprivate var lines: [String] {
            [
                "client input 1", Scalpline.method, curve, "\(limits.pixels)", "\(limits.fileBytes)",
                "\(limits.workingBytes)",
            ]
        }
    }

    /// The photos as they were found.
    let photos: [RecordedPhoto]
    /// Tells this from every other input.
    let key: String

    /// Tells an input by its photos.
    ///
    /// - Parameters:
    ///   - common: What all clients have in common.
    ///   - plan: The client's folder.
    ///   - photos: Its photos with their hashes.
    init(_ common: Common, plan: ClientPlan, photos: [RecordedPhoto]) {
        self.photos = photos
        var text = common.lines.joined(separator: "\n") + "\n\(plan.fileHash)\n"
        for name in plan.excluded + plan.skipped { text += "left out \(name.utf8.count) \(name)\n" }
        for photo in photos {
            // A photo that is dated by its file is another one when its file has another time.
            let time = photo.dateSource == PhotoDate.Source.filetime.rawValue ? "\(photo.changed)" : ""
            text += "\(photo.file.bytes.count) "
            text += photo.file.text + " " + photo.sha256 + " " + time + "\n"
        }
        key = ContentHash.sha256(Array(text.utf8))
    }

    /// Looks at a client's photos, and reads those only that may have changed.
    ///
    /// - Parameters:
    ///   - common: What all clients have in common.
    ///   - plan: The client's folder.
    ///   - state: What is known of the client.
    init(_ common: Common, plan: ClientPlan, known state: ClientState) {
        let photos = zip(plan.photos, plan.stamps).map { found, stamp -> RecordedPhoto in
            var photo = RecordedPhoto(file: found.name, size: stamp.size, changed: stamp.changed, sha256: "")
            guard let known = state.photos[found.name] else {
                photo.sha256 = "new"
                return photo
            }
            (photo.taken, photo.dateSource, photo.error) = (known.taken, known.dateSource, known.error)
            let isSame = known.size == stamp.size && known.changed == stamp.changed && known.sha256 != ""
            photo.sha256 = isSame ? known.sha256 : Self.hash(of: found, limits: common.limits)
            return photo
        }
        self.init(common, plan: plan, photos: photos)
    }

    /// The content hash of a photo's file; empty where it cannot be read.
    static func hash(of photo: FoundPhoto, limits: DecodingLimits) -> String {
        (try? PhotoFile.read(photo.path, limits: limits).sha256) ?? ""
    }
}
