import ClientRecords
import PhotoDecoding
import ProgressReport

/// A photo that comes in.
struct IncomingPhoto: Sendable {
    /// Its path.
    var path: BytePath
    /// Content hash, or what is wrong with the file.
    var hash: Result<String, PhotoFailure>
    /// Bytes.
    var size: Int

    /// Looks at a file's bytes.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limits: Bounds that it must keep.
    init(_ path: BytePath, limits: DecodingLimits) {
        self.path = path
        do throws(PhotoFailure) {
            let file = try PhotoFile.read(path, limits: limits)
            size = file.bytes.count
            hash = .success(file.sha256)
        } catch {
            size = 0
            hash = .failure(error)
        }
    }
}

/// Finds files with the same bytes.
struct KnownFiles {
    private var bySize: [Int: [(owner: BytePath, photo: FoundPhoto)]] = [:]
    private var hashes: [BytePath: String] = [:]
    private let limit: Int

    /// Takes the files that are there.
    ///
    /// - Parameters:
    ///   - clients: The clients' folders.
    ///   - limit: Bytes that a photo may have.
    init(_ clients: [ClientFolder], limit: Int) {
        self.limit = limit
        for client in clients {
            for photo in client.photos {
                guard let status = try? FileSystem.status(photo.path), status.kind == .file else { continue }
                bySize[status.size, default: []].append((client.id, photo))
            }
        }
    }

    /// A file with the same bytes; only files of the same size are read.
    ///
    /// - Parameter photo: The photo that comes in.
    /// - Returns: Whose it is and where, or nil.
    mutating func same(as photo: IncomingPhoto) -> (owner: BytePath, photo: FoundPhoto)? {
        guard case .success(let hash) = photo.hash else { return nil }
        for known in bySize[photo.size] ?? [] {
            let path = known.photo.path
            if hashes[path] == nil, let bytes = try? FileSystem.read(path, atMost: limit) {
                hashes[path] = ContentHash.sha256(bytes)
            }
            if hashes[path] == hash { return known }
        }
        return nil
    }
}
