/// Names of the overlay pictures, one for each photo and never two the same.
package struct OverlayNames {
    /// Longer names do not fit every file system, whatever their alphabet.
    private static let longestName = 120
    /// The folder beside the report that holds them.
    static let folder = "overlays"
    private var taken: Set<String> = []

    /// Begins without names.
    package init() {}

    /// The path of a photo's overlay beside the report.
    ///
    /// - Parameters:
    ///   - file: Path of the photo under the client's folder.
    ///   - sha256: Content hash, for names that are too long.
    /// - Returns: `overlays/NAME.jpg`; slashes in the photo's path become `_`.
    package mutating func path(for file: String, sha256: String) -> String {
        var stem = file
        for ending in [".jpg", ".jpeg", ".JPG", ".JPEG"] where stem.hasSuffix(ending) {
            stem.removeLast(ending.count)
            break
        }
        stem = String(stem.map { $0 == "/" ? "_" : $0 })
        if stem.utf8.count > Self.longestName { stem = String(sha256.prefix(16)) }
        if stem.isEmpty || stem.hasPrefix(".") { stem = "photo\(stem)" }
        var name = stem
        var number = 2
        // Some file systems know no capitals.
        while !taken.insert(name.lowercased()).inserted {
            name = "\(stem)-\(number)"
            number += 1
        }
        return "\(Self.folder)/\(name).jpg"
    }
}
