import ClientRecords
import Glibc

/// What holds for a run where its options say nothing: options go before the environment, the environment before the
/// configuration file, the file before what is built in.
public struct Settings: Sendable {
    /// What every variable's name begins with.
    static let variablePrefix = "SCALPLINE_"
    /// The variable that names a configuration file.
    public static let fileVariable = variablePrefix + "CONFIG"

    /// The configuration file that was read, or nil.
    public private(set) var file: BytePath?
    private var values: [Setting: SettingValue] = [:]
    private var sources: [Setting: SettingSource] = [:]

    /// Makes settings of which none is set.
    public init() {}

    /// Reads the configuration file and the environment.
    ///
    /// The file is the one that is named; else the one that `SCALPLINE_CONFIG` names; else `scalpline.yaml` in the
    /// working folder; else `scalpline/scalpline.yaml` in `$XDG_CONFIG_HOME`, or in `~/.config` where that is not set.
    /// Relative paths in it count from its own folder.
    ///
    /// - Parameters:
    ///   - named: The file that `--config` names, or nil.
    ///   - variable: Looks a variable of the environment up.
    /// - Throws: ``SettingsError``.
    public init(
        file named: BytePath?, environment variable: (String) -> [UInt8]? = Settings.variable
    ) throws(SettingsError) {
        // A variable without a value is as good as none.
        func set(_ name: String) -> [UInt8]? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }
        let home = set("HOME").map(BytePath.init(bytes:))
        if let read = try Self.read(named, home: home, set) {
            file = read.path
            for (setting, entry) in read.entries {
                values[setting] = entry.value
                sources[setting] = .file(line: entry.line)
            }
        }
        for setting in Setting.allCases {
            guard let bytes = set(setting.variable) else { continue }
            guard let value = SettingValue.reading(bytes, as: setting.kind, in: nil, home: home) else {
                throw .badVariable(
                    name: setting.variable, found: BytePath(bytes: bytes).text,
                    expected: SettingValue.expected(setting.kind))
            }
            values[setting] = value
            sources[setting] = .environment
        }
    }

    /// Takes what the command line says, where it says anything.
    ///
    /// - Parameters:
    ///   - setting: Which.
    ///   - value: Its option's value, or nil where it is not given.
    public mutating func take(_ setting: Setting, _ value: SettingValue?) {
        guard let value else { return }
        values[setting] = value
        sources[setting] = .commandLine
    }

    /// Takes a path of the command line, where one is given.
    public mutating func take(_ setting: Setting, _ path: BytePath?) { take(setting, path.map { .path($0) }) }

    /// A setting's value, or nil where it is not set.
    public subscript(setting: Setting) -> SettingValue? { values[setting] }

    /// Where a setting's value comes from, or nil where it is not set.
    public func source(of setting: Setting) -> SettingSource? { sources[setting] }

    /// A setting that is a path, or nil where it is not set.
    public func path(_ setting: Setting) -> BytePath? {
        if case .path(let path) = values[setting] { path } else { nil }
    }

    /// A setting that is a whole number, or nil where it is not set.
    public func whole(_ setting: Setting) -> Int? {
        if case .whole(let number) = values[setting] { number } else { nil }
    }

    /// A setting that is a word, or nil where it is not set.
    public func word(_ setting: Setting) -> String? {
        if case .word(let word) = values[setting] { word } else { nil }
    }

    /// A setting that is true or false; false where it is not set.
    public func flag(_ setting: Setting) -> Bool { values[setting] == .flag(true) }

    /// A variable of the process's environment, or nil where it is not set.
    public static func variable(_ name: String) -> [UInt8]? {
        // The text closes with a zero and stays until the environment is changed, which nothing here does.
        unsafe getenv(name).map { start in
            unsafe UnsafeBufferPointer(start: start, count: strlen(start)).map { UInt8(bitPattern: $0) }
        }
    }

    private static func read(
        _ named: BytePath?, home: BytePath?, _ variable: (String) -> [UInt8]?
    ) throws(SettingsError) -> SettingsFile? {
        if let wanted = named ?? variable(fileVariable).map(BytePath.init(bytes:)) {
            guard let file = try SettingsFile.load(wanted, home: home) else {
                throw .noFile(path: wanted.text)
            }
            return file
        }
        let folder =
            variable("XDG_CONFIG_HOME").map(BytePath.init(bytes:)) ?? home?.appending(".config")
        let places = [
            BytePath(SettingsFile.name), folder?.appending("scalpline").appending(SettingsFile.name),
        ]
        for place in places.compactMap({ $0 }) {
            if let file = try SettingsFile.load(place, home: home) { return file }
        }
        return nil
    }
}
