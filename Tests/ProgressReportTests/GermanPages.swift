import ClientRecords
import ProgressReport
import ScalplineApp

/// German, as it comes with the program.
let germanForPaper: Language = {
    do {
        return try LanguageFile.bundled("de", against: english).language
    } catch {
        preconditionFailure("German cannot be read")
    }
}()
