import ClientRecords
import PhotoDecoding

/// Copies photos into a client's folder so that nothing is overwritten and nothing is lost.
enum VerifiedCopy {
    /// Other names that are tried where a name is taken.
    private static let mostNames = 10_000

    /// The name that a photo would get.
    ///
    /// - Parameters:
    ///   - name: The photo's own.
    ///   - folder: Where it goes.
    ///   - taken: Names that are taken besides.
    /// - Returns: The name, or the first of `NAME-2.jpg`, `NAME-3.jpg`, … that nothing bears.
    static func freeName(_ name: BytePath, in folder: BytePath, taken: Set<BytePath> = []) -> BytePath {
        let bytes = name.bytes.drop { $0 == UInt8(ascii: ".") }
        let whole = bytes.isEmpty ? Array("photo".utf8) : Array(bytes)
        let dot = whole.lastIndex(of: UInt8(ascii: ".")) ?? whole.endIndex
        for number in 1...mostNames {
            let mark = number == 1 ? [] : Array("-\(number)".utf8)
            let free = BytePath(bytes: whole[..<dot] + mark + whole[dot...])
            if !taken.contains(free), !FileSystem.isThere(folder.appending(free)) { return free }
        }
        return BytePath(bytes: whole)
    }

    /// Copies a photo, and reads the copy back.
    ///
    /// - Parameters:
    ///   - photo: The photo.
    ///   - sha256: Its content hash as it was looked at.
    ///   - folder: Where it goes; made where missing.
    ///   - limit: Bytes that it may have.
    /// - Returns: The name that it got.
    /// - Throws: `PhotoFailure`; then nothing was written.
    static func copy(
        _ photo: BytePath, sha256: String, into folder: BytePath, limit: Int
    ) throws(PhotoIntakeFailure) -> BytePath {
        do {
            try FileSystem.makeFolder(folder)
            let bytes = try FileSystem.read(photo, atMost: limit)
            guard ContentHash.sha256(bytes) == sha256 else { throw PhotoIntakeFailure.changed }
            for _ in 0..<mostNames {
                let name = freeName(photo.lastName, in: folder)
                let place = folder.appending(name)
                // Another program may have taken the name since.
                guard try FileSystem.writeNew(bytes, to: place, timeOf: photo) else { continue }
                guard ContentHash.sha256(try FileSystem.read(place, atMost: limit)) == sha256 else {
                    FileSystem.removeFile(place)
                    throw PhotoIntakeFailure.badCopy
                }
                return name
            }
            throw PhotoIntakeFailure.refused("no free name")
        } catch let failure as PhotoIntakeFailure {
            throw failure
        } catch let refusal as SystemRefusal {
            throw .refused(refusal.words)
        } catch {
            throw .refused("unknown")
        }
    }
}

/// Why a photo that is in order was not copied.
enum PhotoIntakeFailure: Error, Equatable {
    /// The photo changed while it was looked at.
    case changed
    /// The copy is not what was written.
    case badCopy
    /// The system refused.
    case refused(String)

    /// What happened and how to mend it.
    var message: String {
        switch self {
        case .changed:
            "The photo changed while it was looked at: wait until it is there whole, and add it again."
        case .badCopy: "The copy reads differently from the photo and was removed: check the disk."
        case .refused(let words):
            "Not copied (\(words)): check that you may write there and that the disk has room."
        }
    }
}
