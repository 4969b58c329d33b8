import ClientRecords
import ProgressReport

/// The languages that come with the program.
public enum Languages {
    /// English, in which the console, the records and the tables speak too.
    public static let english = whole("en", against: nil)

    /// A whole language of the program's own; one that cannot be read means that the program is not whole.
    private static func whole(_ name: String, against english: Language?) -> Language {
        do {
            return try LanguageFile.bundled(name, against: english).language
        } catch {
            preconditionFailure(error.message(file: "Languages/\(name).yaml"))
        }
    }
}
