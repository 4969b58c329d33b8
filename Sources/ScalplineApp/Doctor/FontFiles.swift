import Foundation

/// The fonts that the paper report finds.
struct FontFiles: Sendable, Equatable {
    /// Where Debian and people keep fonts; `~` is the person's own folder.
    private static let places = [
        "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    ]
    /// Kinds of font files that Pango draws with.
    private static let kinds: Set<String> = ["ttf", "otf", "ttc"]
    /// Covers the letters of most languages; `fonts-noto-core` brings it.
    private static let wide = "NotoSans-Regular.ttf"

    /// Font files in all.
    let count: Int
    /// Whether one of them has the letters of most languages.
    let isWide: Bool

    /// Looks for them.
    init() {
        var count = 0
        var isWide = false
        for place in Self.places {
            let folder = URL(fileURLWithPath: NSString(string: place).expandingTildeInPath)
            let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            while let file = found?.nextObject() as? URL {
                if Self.kinds.contains(file.pathExtension.lowercased()) { count += 1 }
                if file.lastPathComponent == Self.wide { isWide = true }
            }
        }
        self.count = count
        self.isWide = isWide
    }
}
