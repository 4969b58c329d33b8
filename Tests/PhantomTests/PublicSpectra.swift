import Foundation

/// The public tables that tests hold ours against, where they lie.
enum PublicSpectra {
    /// Columns of a table by name, and its wavelengths.
    struct Table {
        let wavelengths: [Double]
        let columns: [(name: String, values: [Double])]

        /// A column at a wavelength in nm, between its neighbours by a straight line.
        func value(_ column: Int, at wavelength: Double) -> Double {
            let values = columns[column].values
            guard let next = wavelengths.firstIndex(where: { $0 >= wavelength }) else {
                return values[values.count - 1]
            }
            if next == 0 || wavelengths[next] == wavelength { return values[next] }
            let share =
                (wavelength - wavelengths[next - 1]) / (wavelengths[next] - wavelengths[next - 1])
            return values[next - 1] + share * (values[next] - values[next - 1])
        }
    }

    private static var folder: URL {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let data = ProcessInfo.processInfo.environment["SCALPLINE_DATA"] ?? "../shared/data"
        return URL(fileURLWithPath: data, relativeTo: package).appendingPathComponent("spectra")
    }

    /// Reads a table, or says aloud that it is not there.
    static func table(_ name: String) -> Table? {
        let file = folder.appendingPathComponent(name)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            print("SKIPPED: \(file.path) is not there; set SCALPLINE_DATA to the folder of public data")
            return nil
        }
        let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
        let rows = lines.dropFirst().map { line in line.compactMap { Double($0) } }
        return Table(
            wavelengths: rows.map { $0[0] },
            columns: lines[0].indices.dropFirst().map { column in
                (String(lines[0][column]), rows.map { $0[column] })
            })
    }
}
