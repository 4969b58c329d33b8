import ArgumentParser
import ClientRecords
import ScalplineApp

extension CompletionKind {
    /// The ids of clients: the sub-folders of the first folder on the line, else of the one that settings name.
    static var clientIDs: CompletionKind {
        .custom { words, _, prefix in
            let settings = try? Settings(file: nil)
            let named = words.dropFirst().filter { !$0.hasPrefix("-") && $0 != prefix }.map { BytePath($0) }
            let places = named + [settings?.path(.clients), settings?.path(.output)].compactMap { $0 }
            for place in places {
                let ids = folders(in: place)
                if !ids.isEmpty { return ids.filter { $0.hasPrefix(prefix) } }
            }
            return []
        }
    }

    private static func folders(in place: BytePath) -> [String] {
        ((try? FileSystem.names(in: place)) ?? []).filter { name in
            name.bytes.first != UInt8(ascii: ".")
                && (try? FileSystem.status(place.appending(name)))?.kind == .folder
        }.map(\.text)
    }
}
