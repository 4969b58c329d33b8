import PhotoDecoding

extension PhantomClient {
    /// The text of the client's `client.yaml`.
    ///
    /// - Parameter scales: Pixels per millimetre of each visit, as a practitioner would have measured them; they
    ///   are rounded to a tenth.
    /// - Returns: YAML.
    public func clientFile(scales: [Double]) -> String {
        precondition(scales.count == visits.count, "one scale for each visit")
        var out = ""
        if let name = notes.name { out += "name: \(name)\n" }
        out += "sessions:\n"
        for (index, session) in curve.sessions.enumerated() {
            let date = WallClock(secondsSince1970: Int(session.day * 86_400)).dateText
            if index < notes.sessionDetails.count {
                out += "  - {date: \(date), \(notes.sessionDetails[index])}\n"
            } else {
                out += "  - \(date)\n"
            }
        }
        if let density = notes.targetDensity { out += "targetDensity: \(Int(density))\n" }
        if !notes.symptoms.isEmpty { out += "symptoms:\n" }
        for entry in notes.symptoms {
            out += "  - {date: \(entry.date), itching: \(entry.itching), tenderness: \(entry.tenderness)"
            if let note = entry.note { out += ", note: \(note)" }
            out += "}\n"
        }
        out += "photos:\n"
        for (visit, scale) in zip(visits, scales) {
            let tenths = Int((scale * 10).rounded())
            out += "  \"\(visit.file)\": {pixelsPerMillimetre: \(tenths / 10).\(tenths % 10)"
            if let entry = visit.entry { out += ", \(entry)" }
            out += "}\n"
        }
        return out
    }
}
