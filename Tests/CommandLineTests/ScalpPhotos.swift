import Foundation

/// Photos of four scalps at four visits, rendered once for all tests: small, but with dots enough to be recognised by.
enum ScalpPhotos {
    /// One client's photos by their names, in order of time: before treatment, on day 3, 14 and 60.
    struct Client: Sendable {
        var names: [String]
        var photos: [Data]
    }

    static let clients: Result<[Client], any Error> = Result {
        try [101, 102, 103, 104].map { seed in
            let scratch = try Scratch()
            _ = try Tool.run(
                "phantom", "client", "--seed", "\(seed)", "--days=-1,3,14,60", "--width", "640", "--height",
                "480",
                "--output", scratch.path("c"))
            let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("c")).sorted()
                .filter { $0.hasSuffix(".jpg") }
            return Client(names: names, photos: try names.map { try scratch.read("c/\($0)") })
        }
    }
}

extension Scratch {
    /// The files below a folder, by their paths under it, sorted.
    func files(_ folder: String) throws -> [String] {
        let all = FileManager.default.enumerator(atPath: path(folder))?.compactMap { $0 as? String } ?? []
        return all.filter { name in
            var isFolder: ObjCBool = false
            FileManager.default.fileExists(atPath: path(folder + "/" + name), isDirectory: &isFolder)
            return !isFolder.boolValue
        }.sorted()
    }

    /// A text file's text.
    func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }
}
