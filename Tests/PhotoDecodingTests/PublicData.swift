import Foundation
import Testing

/// The folder of public data to check against, which is no part of the project.
enum PublicData {
    /// `$SCALPLINE_DATA`, or `../shared/data` beside the package.
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["SCALPLINE_DATA"] { return URL(filePath: path) }
        return URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../shared/data").standardizedFileURL
    }()

    /// Whether the folder is there; says aloud where it is not.
    static let isThere: Bool = {
        let found = FileManager.default.fileExists(atPath: root.path)
        if !found { print("SKIPPED: no public data at \(root.path); set SCALPLINE_DATA") }
        return found
    }()

    /// All files under a folder of the data, sorted by path.
    static func files(_ folder: String, ending: String = "") -> [URL] {
        let start = root.appending(path: folder)
        guard let paths = FileManager.default.enumerator(atPath: start.path) else { return [] }
        return paths.compactMap { $0 as? String }.sorted().filter { $0.hasSuffix(ending) }
            .map { start.appending(path: $0) }
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true }
    }

    /// A file's bytes.
    static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

    /// Unpacks an archive of the data into a temporary folder, which the caller removes.
    static func unpacked(_ archive: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scalpline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "-xf", root.appending(path: archive).path, "-C", folder.path]
        try tar.run()
        tar.waitUntilExit()
        try #require(tar.terminationStatus == 0, "tar could not unpack \(archive)")
        return folder
    }
}
