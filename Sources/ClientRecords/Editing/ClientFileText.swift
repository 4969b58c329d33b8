import Raster

extension ClientFile {
    /// The text of a `client.yaml` that says the same; what a person wrote beside it is not kept.
    ///
    /// - Returns: A text that the strict reader takes; empty where there is nothing to say.
    package var written: String {
        var lines: [String] = []
        func list(_ key: String, _ entries: [String]) {
            if !entries.isEmpty { lines += [key + ":"] + entries.map { "  - " + $0 } }
        }
        if let displayName { lines.append("name: \(YAMLScalar.text(displayName))") }
        list("sessions", sessions.map(Self.text))
        if let pixelsPerMillimetre {
            lines.append("pixelsPerMillimetre: \(YAMLScalar.text(pixelsPerMillimetre))")
        }
        if let targetDensity { lines.append("targetDensity: \(YAMLScalar.text(targetDensity))") }
        list(
            "symptoms",
            symptoms.map { symptom in
                YAMLScalar.map(
                    Self.pairs([
                        ("date", YAMLScalar.text(symptom.date)),
                        ("itching", symptom.itching.map { YAMLScalar.text($0) }),
                        ("tenderness", symptom.tenderness.map { YAMLScalar.text($0) }),
                        ("note", symptom.note.map { YAMLScalar.text($0) }),
                    ]))
            })
        list(
            "notes",
            notes.map { note in
                YAMLScalar.map(
                    Self.pairs([
                        ("date", YAMLScalar.text(note.date)), ("text", YAMLScalar.text(note.text)),
                        ("photo", note.photo.map { YAMLScalar.text($0) }),
                    ]))
            })
        let shown = photos.filter { $0.value != ClientPhotoNote() }.sorted { $0.key < $1.key }
        if !shown.isEmpty {
            lines.append("photos:")
            lines += shown.map { "  \(YAMLScalar.text($0.key)): \(Self.text($0.value))" }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func pairs(_ all: [(String, String?)]) -> [(key: String, value: String)] {
        all.compactMap { key, value in value.map { (key: key, value: $0) } }
    }

    private static func text(_ session: ClientSession) -> String {
        let date = YAMLScalar.text(session.date)
        if session.details.isEmpty { return date }
        return YAMLScalar.map(
            pairs([
                ("date", date), ("technique", session.technique.map { YAMLScalar.text($0) }),
                ("needle", session.needle.map { YAMLScalar.text($0) }),
                ("pigment", session.pigment.map { YAMLScalar.text($0) }),
                ("practitioner", session.practitioner.map { YAMLScalar.text($0) }),
            ]))
    }

    private static func text(_ note: ClientPhotoNote) -> String {
        func polygon(_ points: [PixelPoint]?) -> String? {
            points.map { points in
                "["
                    + points.map { "[\(YAMLScalar.text($0.x)), \(YAMLScalar.text($0.y))]" }
                    .joined(separator: ", ") + "]"
            }
        }
        return YAMLScalar.map(
            pairs([
                ("taken", note.taken.map { YAMLScalar.text($0) }),
                ("view", note.view.map { YAMLScalar.text($0) }),
                ("before", note.before.map { $0 ? "true" : "false" }),
                ("pixelsPerMillimetre", note.pixelsPerMillimetre.map { YAMLScalar.text($0) }),
                ("treated", polygon(note.treated)), ("reference", polygon(note.reference)),
                ("exclude", note.exclude ? "true" : nil),
            ]))
    }
}
