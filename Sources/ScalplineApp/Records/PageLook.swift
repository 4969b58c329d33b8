import ClientRecords
import ProgressReport

/// In whose name and in which language the reports of a run are told.
package struct PageLook: Sendable {
    /// The practice.
    package var studio = Studio()
    /// The language.
    package private(set) var language: Language
    /// The keys that the studio's own language file leaves out; English stands in for them.
    package private(set) var missing: [String]
    /// The files that were read for it, which are no clients' files.
    package var files: [BytePath] = []
    private var languageText: String

    /// Makes the look of reports that say nothing of a studio, in English.
    package init() {
        self.init(language: Languages.englishFile)
    }

    private init(language: LanguageFile.Loaded) {
        (self.language, missing, languageText) = (language.language, language.missing, language.text)
    }

    /// Takes a language.
    mutating func use(_ loaded: LanguageFile.Loaded) {
        (language, missing, languageText) = (loaded.language, loaded.missing, loaded.text)
    }

    /// What the pages rest on beside the clients' own reports: 64 hexadecimal digits that change with it.
    package var key: String {
        let text = "pages 2\n\(Scalpline.method)\n\(PaperReport.isLibraryThere)\n\(language.wording)\n"
        return ContentHash.sha256(Array(text.utf8) + RecordedJSON.bytes(of: studio))
    }
}

// MARK: In a run

extension PageLook {
    /// What tells its files from those of clients.
    package var identities: Set<FileIdentity> {
        Set(files.compactMap { try? FileSystem.status($0).identity })
    }

    /// Tells the person at the screen what the language file leaves out.
    func note(to progress: any RunProgress) {
        guard let first = missing.first else { return }
        let others = missing.count > 1 ? " and \(missing.count - 1) more" : ""
        progress.note("\(language.name): \(first)\(others) missing in the language file; English stands in.")
    }
}

// MARK: In the records

extension PageLook {
    /// What the records keep, so that reports can be written anew without the studio's files.
    private struct Kept: Codable {
        var studio: Studio
        /// Tag of a language of the program's own, or nil.
        var language: String?
        /// The text of a language file of the studio's own, or nil.
        var languageText: String?
    }

    /// The look as the records keep it.
    package var recorded: String {
        let own = Languages.builtIn.first { $0.value.text == languageText }?.key
        let kept = Kept(studio: studio, language: own, languageText: own == nil ? languageText : nil)
        return String(decoding: RecordedJSON.bytes(of: kept), as: UTF8.self)
    }

    /// Reads what ``recorded`` gave; nil where it is something else.
    ///
    /// - Parameter text: The text of the records.
    package init?(recorded text: String) {
        guard let kept = RecordedJSON.value(Kept.self, of: Array(text.utf8)) else { return nil }
        self.init()
        studio = kept.studio
        if let tag = kept.language, let known = Languages.builtIn[tag] { use(known) }
        if let text = kept.languageText,
            let own = try? LanguageFile.read(text, against: Languages.english)
        {
            use(own)
        }
    }
}
