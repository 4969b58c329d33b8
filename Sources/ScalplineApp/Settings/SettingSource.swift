/// Where a setting's value comes from.
public enum SettingSource: Sendable, Equatable {
    /// An option or argument on the command line.
    case commandLine
    /// A variable of the environment.
    case environment
    /// A line of the configuration file.
    case file(line: Int)
}
