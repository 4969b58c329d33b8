import ClientRecords

/// `scalpline.yaml`: settings that hold for every run, read strictly.
struct SettingsFile {
    /// Its name in the working folder and in the person's configuration folder.
    static let name = "scalpline.yaml"
    /// A file of some settings; what is larger was never meant to be one.
    private static let largestFile = 100_000

    /// The file.
    let path: BytePath
    /// What it sets, with the line of each.
    let entries: [Setting: (value: SettingValue, line: Int)]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - home: What `~` stands for in its paths, or nil.
    /// - Returns: nil where there is no such file.
    /// - Throws: ``SettingsError/badFile(message:)``.
    static func load(_ path: BytePath, home: BytePath?) throws(SettingsError) -> SettingsFile? {
        do throws(RecordFileError) {
            guard let text = try RecordText.load(path, largest: largestFile) else { return nil }
            return SettingsFile(path: path, entries: try entries(reading: text, in: path.folder, home: home))
        } catch {
            throw .badFile(message: error.message(file: path.text))
        }
    }

    private static func entries(
        reading text: String, in folder: BytePath, home: BytePath?
    ) throws(RecordFileError) -> [Setting: (value: SettingValue, line: Int)] {
        guard let root = try StrictYAML.root(of: text, key: name) else { return [:] }
        let known = try root.map(known: Setting.allCases.map(\.key))
        var entries: [Setting: (value: SettingValue, line: Int)] = [:]
        for setting in Setting.allCases {
            guard let node = known[setting.key] else { continue }
            let value = node.scalarText.flatMap {
                SettingValue.reading(Array($0.utf8), as: setting.kind, in: folder, home: home)
            }
            guard let value else { throw node.bad(SettingValue.expected(setting.kind)) }
            entries[setting] = (value, node.line)
        }
        return entries
    }
}
