/// What is wrong about the configuration.
public enum SettingsError: Error, Equatable, Sendable {
    /// The configuration file that is named is not there.
    case noFile(path: String)
    /// The configuration file is wrong; the message names file and line.
    case badFile(message: String)
    /// A variable of the environment is wrong.
    case badVariable(name: String, found: String, expected: String)

    /// What happened and how to mend it.
    public var message: String {
        switch self {
        case .noFile(let path): "\(path): there is no such configuration file. Name another with --config."
        case .badFile(let message): message
        case .badVariable(let name, let found, let expected):
            "\(name)=\(found) is wrong: expected \(expected). Correct it or leave it unset."
        }
    }
}
