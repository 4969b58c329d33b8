import ClientRecords

/// A client's folder, found by the id that a person typed.
public struct ClientLocation: Sendable, Equatable {
    /// The folder of all clients.
    public let clients: BytePath
    /// The client's id.
    public let id: BytePath
    /// Whether the folder is there.
    public let isThere: Bool

    /// The client's folder.
    public var path: BytePath { clients.appending(id) }

    /// As many ids that are alike as a person likes to read.
    private static let mostNear = 3
    /// Longer ids leave no room for what is put behind them.
    private static let longestID = 100

    /// Finds a client.
    ///
    /// - Parameters:
    ///   - client: The id, or a path to the client's folder where no folder of clients is named.
    ///   - clients: The folder of clients, or nil: then the folder above the client's path, or the working folder.
    /// - Returns: Where the client's folder is.
    /// - Throws: ``IntakeError/unknownClient(id:folder:near:)`` where there is none.
    public static func existing(
        _ client: String, in clients: BytePath?
    ) throws(IntakeError) -> ClientLocation {
        let location = try place(of: client, in: clients)
        if location.isThere { return location }
        let ids = try self.ids(in: location.clients)
        throw .unknownClient(
            id: location.id.text, folder: location.clients.text, near: near(location.id.text, of: ids))
    }

    /// Finds a client, or the place of a new one.
    ///
    /// - Parameters:
    ///   - client: The id, or a path to the client's folder where no folder of clients is named.
    ///   - clients: The folder of clients, or nil: then the folder above the client's path, or the working folder where
    ///     that looks like a folder of clients.
    /// - Returns: Where the client's folder is, or will be.
    /// - Throws: ``IntakeError``.
    public static func existingOrNew(
        _ client: String, in clients: BytePath?
    ) throws(IntakeError) -> ClientLocation {
        let location = try place(of: client, in: clients)
        if location.isThere { return location }
        if clients == nil, !client.utf8.contains(UInt8(ascii: "/")), !looksLikeClients(location.clients) {
            throw .noClientsNamed
        }
        let id = location.id.text
        let isPossible =
            !id.isEmpty && !id.hasPrefix(".") && id.count <= longestID
            && id.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 && $0 != "/" }
        guard isPossible else { throw .impossibleClient(id: id) }
        let ids = try self.ids(in: location.clients)
        if let known = ids.first(where: { $0.text.lowercased() == id.lowercased() }) {
            throw .almostKnownClient(id: id, known: known.text)
        }
        return location
    }

    private static func place(
        of client: String, in clients: BytePath?
    ) throws(IntakeError) -> ClientLocation {
        var folder = clients ?? BytePath(".")
        var id = BytePath(client)
        while id.bytes.count > 1, id.bytes.last == UInt8(ascii: "/") {
            id = BytePath(bytes: Array(id.bytes.dropLast()))
        }
        if clients == nil, client == "." || client == ".." || id.bytes.contains(UInt8(ascii: "/")) {
            let whole = FileSystem.resolved(id) ?? id
            folder = whole.folder
            id = whole.lastName
        }
        do {
            guard try FileSystem.status(folder).kind == .folder else {
                throw IntakeError.noClients(path: folder.text, problem: "is no folder")
            }
        } catch let refusal as SystemRefusal {
            throw .noClients(path: folder.text, problem: refusal.words)
        } catch let error as IntakeError {
            throw error
        } catch {
            throw .noClients(path: folder.text, problem: "cannot be looked at")
        }
        let isName =
            !id.bytes.isEmpty && !id.bytes.contains(UInt8(ascii: "/")) && id.bytes.first != UInt8(ascii: ".")
        let isThere = isName && (try? FileSystem.status(folder.appending(id)))?.kind == .folder
        return ClientLocation(clients: folder, id: id, isThere: isThere)
    }

    /// The ids of a folder of clients.
    private static func ids(in folder: BytePath) throws(IntakeError) -> [BytePath] {
        do {
            return try FileSystem.names(in: folder).filter { name in
                name.bytes.first != UInt8(ascii: ".")
                    && (try? FileSystem.status(folder.appending(name)))?.kind == .folder
            }
        } catch {
            throw .noClients(path: folder.text, problem: error.words)
        }
    }

    /// Whether a folder holds clients: no `client.yaml` itself, and a sub-folder with one or with photos.
    ///
    /// - Parameter folder: The folder.
    /// - Returns: Whether it does.
    package static func looksLikeClients(_ folder: BytePath) -> Bool {
        guard !FileSystem.isThere(folder.appending(ClientFile.name)),
            let folders = try? ClientFolders(of: folder)
        else { return false }
        return folders.strayPhotos.isEmpty
            && folders.clients.contains { client in
                client.path != folder
                    && (!client.photos.isEmpty || client.skipped.contains(BytePath(ClientFile.name)))
            }
    }

    /// Ids that a typed one may have meant.
    private static func near(_ id: String, of ids: [BytePath]) -> [String] {
        let typed = Array(id.lowercased())
        return ids.map(\.text).map { ($0, distance(typed, Array($0.lowercased()))) }
            .filter { $0.1 <= max(1, typed.count / 3) || $0.0.lowercased().hasPrefix(id.lowercased()) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            .prefix(mostNear).map(\.0)
    }

    /// Letters to change, add or leave out (Levenshtein's distance).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (number, letter) in left.enumerated() {
            var corner = row[0]
            row[0] = number + 1
            for (column, other) in right.enumerated() {
                let kept = corner + (letter == other ? 0 : 1)
                corner = row[column + 1]
                row[column + 1] = min(kept, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }
}
