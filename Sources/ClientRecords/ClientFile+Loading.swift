extension ClientFile {
    /// Reads the `client.yaml` of a folder.
    ///
    /// - Parameter folder: A client's folder.
    /// - Returns: What it says, or nil where there is none.
    /// - Throws: ``RecordFileError``.
    public static func load(from folder: BytePath) throws(RecordFileError) -> ClientFile? {
        guard let text = try RecordText.load(folder.appending(name), largest: largestFile) else { return nil }
        return try ClientFile(reading: text)
    }
}

/// The text of a file that a person wrote.
package enum RecordText {
    /// Reads a whole file as UTF-8, a byte order mark left out.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - largest: How many bytes it may have.
    /// - Returns: Its text, or nil where there is no such file.
    /// - Throws: ``RecordFileError/unreadable(problem:)``, ``RecordFileError/tooLarge(bytes:limit:)``,
    ///   ``RecordFileError/notText``.
    package static func load(_ path: BytePath, largest: Int) throws(RecordFileError) -> String? {
        let bytes: [UInt8]
        do {
            let status = try FileSystem.status(path)
            guard status.kind == .file else { throw RecordFileError.unreadable(problem: "not a file") }
            guard status.size <= largest else {
                throw RecordFileError.tooLarge(bytes: status.size, limit: largest)
            }
            bytes = try FileSystem.read(path, atMost: largest)
        } catch let refusal as SystemRefusal {
            if refusal.isMissing { return nil }
            throw .unreadable(problem: refusal.words)
        } catch let error as RecordFileError {
            throw error
        } catch {
            throw .unreadable(problem: "unknown")
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let plain = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
        guard let text = String(validating: plain, as: UTF8.self) else { throw .notText }
        return text
    }
}
