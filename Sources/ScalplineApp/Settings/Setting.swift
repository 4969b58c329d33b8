/// What a configuration file, the environment or an option may say once for all commands.
///
/// A further setting is one more case here with its kind, and one line where a command reads it.
public enum Setting: String, Sendable, CaseIterable {
    /// The folder of clients that commands read.
    case clients
    /// The folder that reports are written to.
    case output
    /// Where the records of earlier runs are kept.
    case records
    /// The file that tells of the studio.
    case studio
    /// The practice's own expected curve.
    case curve
    /// Language of the reports.
    case language
    /// Photos worked on at once.
    case jobs
    /// Memory for all photos in work, in megabytes.
    case memory
    /// Memory for one photo, in megabytes.
    case photoMemory
    /// Whether progress is not told.
    case quiet
    /// When what is printed is coloured.
    case color

    /// What a setting holds.
    enum Kind: Equatable {
        /// A file or folder.
        case path
        /// A whole number in a range.
        case whole(ClosedRange<Int>)
        /// Letters, digits and hyphens.
        case word
        /// One of some words.
        case choice([String])
        /// True or false.
        case flag
    }

    /// More photos at once than any machine has cores for.
    public static let jobsRange = 1...1_024
    /// What the arithmetic of sizes holds, in megabytes.
    public static let megabytesRange = 1...100_000

    /// What the setting holds.
    var kind: Kind {
        switch self {
        case .clients, .output, .records, .studio, .curve: .path
        case .language: .word
        case .jobs: .whole(Self.jobsRange)
        case .memory, .photoMemory: .whole(Self.megabytesRange)
        case .quiet: .flag
        case .color: .choice(["auto", "always", "never"])
        }
    }

    /// Its key in a configuration file.
    public var key: String { rawValue }

    /// Its option, as `--photo-memory`.
    public var option: String { "--" + words(joinedBy: "-") }

    /// Its variable in the environment, as `SCALPLINE_PHOTO_MEMORY`.
    public var variable: String { Settings.variablePrefix + words(joinedBy: "_").uppercased() }

    private func words(joinedBy separator: String) -> String {
        rawValue.reduce(into: "") { words, letter in
            words += letter.isUppercase ? separator + letter.lowercased() : String(letter)
        }
    }
}
