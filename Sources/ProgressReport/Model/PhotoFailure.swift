/// Why a photo or a client could not be measured: the contract's `error`.
public struct PhotoFailure: Error, Sendable, Equatable, Codable {
    /// The contract's `error.code`.
    public var code: String
    /// What happened and how to mend it.
    public var message: String

    /// The language of ``message``.
    static let languageTag = "en"

    /// Makes a failure.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}
