import ClientRecords
import ProgressReport

/// The languages that come with the program.
public enum Languages {
    /// English, in which the console, the records and the tables speak too.
    public static var english: Language { englishFile.language }
    /// German.
    public static var german: Language { germanFile.language }

    /// All of them by their tags.
    package static var builtIn: [String: LanguageFile.Loaded] { ["en": englishFile, "de": germanFile] }

    static let englishFile = whole("en", against: nil)
    private static let germanFile = whole("de", against: englishFile.language)

    /// A language of the program's own; one that cannot be read means that the program is not whole.
    private static func whole(_ name: String, against english: Language?) -> LanguageFile.Loaded {
        do {
            return try LanguageFile.bundled(name, against: english)
        } catch {
            preconditionFailure(error.message(file: "Languages/\(name).yaml"))
        }
    }
}
