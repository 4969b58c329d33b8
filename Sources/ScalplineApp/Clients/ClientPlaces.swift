import ClientRecords

/// Names of the clients' folders in the output, which are also what the results call the clients.
package enum ClientPlaces {
    /// Names of the output's own files, which no client's folder can bear.
    private static let reserved: Set<String> = [
        "index.html", "measurements.csv", "measurements.csv-metadata.json", "problems.txt",
        "scalpline.sqlite",
        "scalpline.sqlite-wal", "scalpline.sqlite-journal",
    ]
    /// Longer names are cut: no common file system takes more than 255 bytes.
    private static let longestName = 255
    /// What is kept of a name that is cut, in bytes; the rest is room for its hash and a number.
    private static let keptOfLongName = 200

    /// A name for each client, never two the same.
    ///
    /// The name is the client's id as it stands. Only an id that no folder or no text can bear is told otherwise:
    /// one of the output's own files gets `(client)` behind it, bytes that are not UTF-8 stand as `%FF`, what
    /// becomes too long by that is cut and closed by a hash, and a number tells apart what is then the same.
    ///
    /// - Parameter ids: The folders' names, each once.
    /// - Returns: The names, in the order of `ids`.
    package static func names(of ids: [BytePath]) -> [String] {
        let wanted = ids.map(name)
        // Ids that can stay as they are go first, so that none of them has to give way.
        var taken = Set(zip(ids, wanted).filter { Array($1.utf8) == $0.bytes }.map(\.0.bytes))
        return zip(ids, wanted).map { id, wanted in
            if Array(wanted.utf8) == id.bytes { return wanted }
            var name = wanted
            var number = 2
            while !taken.insert(Array(name.utf8)).inserted {
                name = "\(wanted) (\(number))"
                number += 1
            }
            return name
        }
    }

    private static func name(of id: BytePath) -> String {
        let text = id.text
        if reserved.contains(text.lowercased()) { return "\(text) (client)" }
        guard text.utf8.count > longestName else { return text }
        var kept = ""
        for character in text {
            if kept.utf8.count + character.utf8.count > keptOfLongName { break }
            kept.append(character)
        }
        return "\(kept)~\(ContentHash.sha256(id.bytes).prefix(16))"
    }
}
