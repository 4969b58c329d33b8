import PhotoDecoding

/// A file that is a still picture by its bytes or its name.
public struct FoundPhoto: Sendable, Equatable {
    /// Path to open it by.
    public var path: BytePath
    /// Path under the client's folder.
    public var name: BytePath
    /// Makes a found photo.
    ///
    /// - Parameters:
    ///   - path: Path to open it by.
    ///   - name: Path under the client's folder.
    public init(path: BytePath, name: BytePath) {
        self.path = path
        self.name = name
    }
}

/// A client's folder and what lies in it.
public struct ClientFolder: Sendable, Equatable {
    /// The folder's name.
    public var id: BytePath
    /// Path of the folder.
    public var path: BytePath
    /// Photos at any depth, sorted by the bytes of their names.
    public var photos: [FoundPhoto] = []
    /// Other files and `client.yaml`, by their names under the folder.
    public var skipped: [BytePath] = []

    /// Makes a folder without photos.
    ///
    /// - Parameters:
    ///   - id: The folder's name.
    ///   - path: Path of the folder.
    public init(id: BytePath, path: BytePath) {
        self.id = id
        self.path = path
    }
}

/// What a walk through an input folder found.
public struct ClientFolders: Sendable, Equatable {
    /// One a sub-folder, sorted by the bytes of their names; those without photos too.
    public var clients: [ClientFolder] = []
    /// Photos beside the clients' folders, which belong to nobody.
    public var strayPhotos: [FoundPhoto] = []
    /// Files beside the clients' folders that are no photos.
    public var skipped: [BytePath] = []

    /// Walks an input folder.
    ///
    /// A sub-folder is a client, links followed. A folder that holds photos itself and no sub-folder with photos
    /// is one client. Names that begin with a dot are passed over, and so is every folder of `excluding`. A
    /// folder is entered once for each client, by its own path rather than a link's, so links cannot loop.
    ///
    /// - Parameters:
    ///   - input: The folder.
    ///   - excluding: Folders and files to pass over, as the folder that is written to.
    /// - Throws: ``SystemRefusal`` where the input itself cannot be opened.
    package init(of input: BytePath, excluding: Set<FileIdentity> = []) throws(SystemRefusal) {
        let root = try FileSystem.status(input).identity
        let passedOver = excluding.union([root])
        var files: [BytePath] = []
        for name in try FileSystem.names(in: input) where name.bytes.first != UInt8(ascii: ".") {
            let path = input.appending(name)
            let status = try? FileSystem.status(path)
            if let status, passedOver.contains(status.identity) { continue }
            guard let status, status.kind == .folder else {
                files.append(name)
                continue
            }
            var walk = FolderWalk(top: path, entered: passedOver.union([status.identity]))
            walk.run()
            var client = ClientFolder(id: name, path: path)
            client.photos = walk.photos.sorted { $0.name < $1.name }
            client.skipped = walk.skipped.sorted()
            clients.append(client)
        }
        for name in files {
            if let photo = FolderWalk.photo(at: input.appending(name), name: name) {
                strayPhotos.append(photo)
            } else {
                skipped.append(name)
            }
        }
        let hasOwnFile = files.contains(BytePath(ClientFile.name))
        if clients.allSatisfy(\.photos.isEmpty), !strayPhotos.isEmpty || (clients.isEmpty && hasOwnFile) {
            var client = ClientFolder(id: Self.ownName(of: input), path: input)
            client.photos = strayPhotos
            client.skipped = (skipped + clients.flatMap { folder in folder.skipped.map(folder.id.appending) })
                .sorted()
            self = ClientFolders(clients: [client])
        }
    }

    private init(clients: [ClientFolder]) {
        self.clients = clients
    }

    /// The folder's own name, also where it was given as `.` or `..`.
    fileprivate static func ownName(of folder: BytePath) -> BytePath {
        FileSystem.resolved(folder)?.lastName ?? folder.lastName
    }
}

extension ClientFolder {
    /// Walks a folder that is one client's, its photos at any depth.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - excluding: Folders and files to pass over, as the folder that is written to.
    /// - Throws: ``SystemRefusal`` where the folder cannot be opened.
    package init(of folder: BytePath, excluding: Set<FileIdentity> = []) throws(SystemRefusal) {
        let root = try FileSystem.status(folder).identity
        _ = try FileSystem.names(in: folder)
        var walk = FolderWalk(top: folder, entered: excluding.union([root]))
        walk.run()
        self.init(id: ClientFolders.ownName(of: folder), path: folder)
        photos = walk.photos.sorted { $0.name < $1.name }
        skipped = walk.skipped.sorted()
    }

    /// Sub-folders that are clients of their own by a `client.yaml`, where this folder has none.
    package var clientsInside: [BytePath] {
        let file = BytePath(ClientFile.name)
        guard !skipped.contains(file) else { return [] }
        return skipped.filter { $0.lastName == file && $0.folder != $0 }.map(\.folder)
    }
}

/// A walk through one client's folder.
private struct FolderWalk {
    private let top: BytePath
    private var entered: Set<FileIdentity>
    private var links: [BytePath] = []
    var photos: [FoundPhoto] = []
    var skipped: [BytePath] = []

    init(top: BytePath, entered: Set<FileIdentity>) {
        self.top = top
        self.entered = entered
    }

    /// Walks the real folders first, then those that links lead to, so that a photo is found by its own path.
    mutating func run() {
        enter(BytePath(bytes: []))
        var next = 0
        while next < links.count {
            let link = links[next]
            next += 1
            guard let status = try? FileSystem.status(top.appending(link)),
                entered.insert(status.identity).inserted
            else { continue }
            enter(link)
        }
    }

    private mutating func enter(_ start: BytePath) {
        var pending = [start]
        while let folder = pending.popLast() {
            let path = folder.bytes.isEmpty ? top : top.appending(folder)
            guard let names = try? FileSystem.names(in: path) else {
                // Told as a photo that cannot be read: nothing of a client's is left out in silence.
                photos.append(FoundPhoto(path: path, name: folder))
                continue
            }
            for name in names where name.bytes.first != UInt8(ascii: ".") {
                let inner = folder.appending(name)
                let innerPath = top.appending(inner)
                let status = try? FileSystem.status(innerPath)
                if let status, status.kind != .folder, entered.contains(status.identity) { continue }
                if let status, status.kind == .folder {
                    if FileSystem.isLink(innerPath) {
                        links.append(inner)
                    } else if entered.insert(status.identity).inserted {
                        pending.append(inner)
                    }
                } else if let photo = Self.photo(at: innerPath, name: inner) {
                    photos.append(photo)
                } else {
                    skipped.append(inner)
                }
            }
        }
    }

    /// A file as a photo, or nil where neither its bytes nor its name say that it is one.
    static func photo(at path: BytePath, name: BytePath) -> FoundPhoto? {
        if PhotoFormat.isPicture(fileExtension: name.lastName.fileExtension) {
            return FoundPhoto(path: path, name: name)
        }
        // Nothing but a regular file is opened: a pipe would block for ever.
        guard let status = try? FileSystem.status(path), status.kind == .file,
            let head = try? FileSystem.read(path, atMost: headLength), PhotoFormat(bytes: head) != nil
        else { return nil }
        return FoundPhoto(path: path, name: name)
    }

    /// As many bytes as the format may be told by.
    private static let headLength = 4_096
}
