extension Settings {
    /// Every setting with its value and where that comes from, a line each, for a person.
    ///
    /// - Parameter defaults: What is built in, as far as it can be told.
    /// - Returns: Lines, the last without a newline.
    public func text(defaults: [Setting: String]) -> String {
        let rows = Setting.allCases.map { setting -> [String] in
            let value = self[setting]?.text ?? defaults[setting] ?? "-"
            return [setting.key, value, origin(of: setting)]
        }
        let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count + 2) }.joined() + row[2]
        }
        let head = "configuration file: " + (file?.text ?? "none found")
        return ([head] + lines).joined(separator: "\n")
    }

    private func origin(of setting: Setting) -> String {
        switch source(of: setting) {
        case .commandLine: "command line"
        case .environment: setting.variable
        case .file(let line): "\(SettingsFile.name), line \(line)"
        case nil: "built in"
        }
    }
}
