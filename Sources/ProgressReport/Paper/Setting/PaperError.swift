/// Why there is no report for print.
public enum PaperError: Error, Sendable, Equatable {
    /// The machine has no Cairo or Pango.
    case noLibrary
    /// The machine has not a single font.
    case noFonts
    /// Memory is short, or the library refused.
    case notMade

    /// What happened and how to mend it.
    public var message: String {
        switch self {
        case .noLibrary:
            "No report.pdf: Cairo and Pango are not installed (on Debian: apt install libpangocairo-1.0-0)."
        case .noFonts:
            "No report.pdf: no fonts are installed (on Debian: apt install fonts-noto-core)."
        case .notMade: "No report.pdf: memory was short."
        }
    }
}
