import ProgressReport

/// How the pages of a practice look and in which language they speak.
struct PageLook: Sendable {
    /// The language of all words.
    var language: Language

    /// What the pages rest on beside the clients' own reports: 64 hexadecimal digits that change with it.
    var key: String {
        ContentHash.sha256(
            Array("pages 2\n\(Scalpline.method)\n\(PaperReport.isLibraryThere)\n\(language.wording)".utf8))
    }
}
