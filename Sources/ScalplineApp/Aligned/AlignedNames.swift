import PhotoDecoding

/// Names of aligned pictures: in order of time, with the date and the photo's own name, never two the same.
package struct AlignedNames {
    /// Longer names of photos and views are cut: with number and date they still fit every file system.
    private static let longestName = 120
    private let digits: Int
    private let ending: String
    private var folders: [String: String] = [:]
    private var counts: [String: Int] = [:]

    /// Begins without names.
    ///
    /// - Parameters:
    ///   - views: Names of the views; with several of them each has a sub-folder.
    ///   - mostPhotos: Photos of the view that has most.
    ///   - ending: The files' ending without its dot.
    package init(views: [String], mostPhotos: Int, ending: String) {
        digits = max(2, String(mostPhotos).count)
        self.ending = ending
        guard views.count > 1 else { return }
        var taken: Set<String> = []
        for view in views where folders[view] == nil {
            let wanted = Self.plain(view, empty: "view")
            var name = wanted
            var number = 2
            // Some file systems know no capitals.
            while !taken.insert(name.lowercased()).inserted {
                name = "\(wanted)-\(number)"
                number += 1
            }
            folders[view] = name
        }
    }

    /// The path of the next picture of a view.
    ///
    /// - Parameters:
    ///   - file: Path of the photo under the client's folder.
    ///   - taken: When it was taken; nil where no trusted date is known.
    ///   - view: Name of its view.
    /// - Returns: `01-2026-03-01-NAME.jpg`, in a sub-folder where there are several views. The date is not told
    ///   twice where the photo's name begins with it.
    package mutating func path(for file: String, taken: WallClock?, view: String) -> String {
        let number = (counts[view] ?? 0) + 1
        counts[view] = number
        var stem = file
        // A name's ending has at most four letters; what stands behind a later dot is part of the name.
        if let dot = stem.lastIndex(of: "."), stem.distance(from: dot, to: stem.endIndex) <= 5,
            dot > stem.startIndex
        {
            stem = String(stem[..<dot])
        }
        stem = Self.plain(stem, empty: "photo")
        let date = taken?.dateText.prefix(10).description ?? "undated"
        let padding = String(repeating: "0", count: max(0, digits - String(number).count))
        let name = stem.hasPrefix(date) ? stem : "\(date)-\(stem)"
        return (folders[view].map { "\($0)/" } ?? "") + "\(padding)\(number)-\(name).\(ending)"
    }

    /// A text as a file's name: no slashes, no control characters, no dot in front, not too long.
    private static func plain(_ text: String, empty: String) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            let isPlain = scalar != "/" && scalar != "\\" && scalar.value >= 32 && scalar.value != 127
            let next = isPlain ? String(scalar) : "_"
            if name.utf8.count + next.utf8.count > longestName { break }
            name += next
        }
        if name.isEmpty || name.hasPrefix(".") { name = empty + name }
        return name
    }

    /// Whether a path is one that this type gives, so that a file there is of an earlier run.
    ///
    /// - Parameter path: A path in the output, as an earlier run told it.
    /// - Returns: Whether it is.
    package static func isOwn(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }),
            let name = parts.last
        else { return false }
        return name.wholeMatch(of: /[0-9]{2,}-([0-9]{4}-[0-9]{2}-[0-9]{2}|undated).*\.(jpg|png)/) != nil
            || (parts.count == 1 && name.wholeMatch(of: /warp-[0-9]+\.json/) != nil)
    }
}
