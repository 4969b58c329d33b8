/// Why a synthetic photo could not be made.
public enum PhantomError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The JPEG encoder refused; its number.
    case encodingFailed(code: Int)
    /// A file or folder could not be written; its path and what was said.
    case notWritable(path: String, reason: String)

    /// What went wrong and how to mend it.
    public var description: String {
        switch self {
        case .encodingFailed(let code):
            "a photo could not be coded as JPEG (encoder's number \(code)); try a smaller --width and --height"
        case .notWritable(let path, let reason):
            "cannot write \(path): \(reason); choose an --output folder that you may write to"
        }
    }
}
