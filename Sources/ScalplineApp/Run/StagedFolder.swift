import ClientRecords

/// A folder of results that is written beside its place and moved into it file by file when it is whole.
///
/// Until it is published, what stood there before stays as it was. Files of earlier runs then go, and what is there
/// under other names stays for good.
struct StagedFolder {
    private let place: BytePath
    private let staging: BytePath
    private var folders: [BytePath] = []
    private var files: [String] = []

    /// Makes the staging folder of one of several places in a folder.
    ///
    /// - Parameters:
    ///   - output: The folder that holds the place.
    ///   - name: The place's name in it.
    ///   - number: Tells it from the others, which may be written at the same time.
    /// - Throws: ``RunError/notWritable(path:problem:)``.
    init(in output: BytePath, name: String, number: Int) throws(RunError) {
        place = output.appending(name)
        staging = Self.spool(in: output, number: number)
        try makeFolder(staging)
    }

    /// Makes the staging folder of a folder whose files all lie in the output itself.
    ///
    /// - Parameter output: The folder that is written to.
    /// - Throws: ``RunError/notWritable(path:problem:)``.
    init(of output: BytePath) throws(RunError) {
        place = output
        staging = output.appending(Self.stagingName)
        try makeFolder(staging)
    }

    /// The staging folder of one of several places, which goes with all that lies in it when it is cleaned up.
    ///
    /// - Parameters:
    ///   - output: The folder that holds the place.
    ///   - number: Tells it from the others.
    /// - Returns: Its path; it may not be there yet.
    static func spool(in output: BytePath, number: Int) -> BytePath {
        output.appending(stagingName).appending("\(number)")
    }

    /// Removes what a run has left behind, one that was ended midway or one that has published all; nobody else may be
    /// writing to the output.
    ///
    /// - Parameter output: The folder that is written to.
    static func removeLeftovers(in output: BytePath) {
        FileSystem.removeTree(output.appending(stagingName))
    }

    /// The leading dot makes a walk through the folder pass it over.
    private static let stagingName = ".scalpline-partial"

    /// Writes a file that will be published.
    ///
    /// - Parameters:
    ///   - name: Its path in the folder; at most one sub-folder deep.
    ///   - bytes: Its bytes.
    /// - Throws: ``RunError/notWritable(path:problem:)``.
    mutating func write(_ name: String, _ bytes: [UInt8]) throws(RunError) {
        let path = try reserve(name)
        do {
            try FileSystem.write(bytes, to: path)
        } catch {
            throw .refused(error, at: path)
        }
    }

    /// A file that will be published and is written by whoever asks for its path, on any thread.
    ///
    /// - Parameter name: Its path in the folder; at most one sub-folder deep.
    /// - Returns: Where to write it.
    /// - Throws: ``RunError/notWritable(path:problem:)``.
    mutating func reserve(_ name: String) throws(RunError) -> BytePath {
        let path = staging.appending(name)
        let folder = path.folder
        if folder != staging, !folders.contains(folder) {
            try makeFolder(folder)
            folders.append(folder)
        }
        files.append(name)
        return path
    }

    /// Leaves out a file that was reserved and could not be made.
    mutating func leaveOut(_ name: String) {
        files.removeAll { $0 == name }
        FileSystem.removeFile(staging.appending(name))
    }

    /// Moves all files to their place, in the order in which they were written, and then removes what an earlier
    /// run has left there under names that this one does not use.
    ///
    /// - Parameter earlier: Files of earlier runs by their paths in the folder; what is there under other names is
    ///   not ours and stays.
    /// - Throws: ``RunError/notWritable(path:problem:)``.
    mutating func publish(replacing earlier: [String] = []) throws(RunError) {
        try makeFolder(place)
        for name in files {
            let target = place.appending(name)
            if target.folder != place { try makeFolder(target.folder) }
            do {
                try FileSystem.move(staging.appending(name), to: target)
            } catch {
                throw .refused(error, at: target)
            }
        }
        let kept = Set(files)
        var emptied: [BytePath] = []
        for name in earlier where !kept.contains(name) {
            let path = place.appending(name)
            FileSystem.removeFile(path)
            if path.folder != place, !emptied.contains(path.folder) { emptied.append(path.folder) }
        }
        for folder in emptied { FileSystem.removeEmptyFolder(folder) }
        files = []
    }

    /// Removes what was not published.
    func cleanUp() { FileSystem.removeTree(staging) }

    private func makeFolder(_ path: BytePath) throws(RunError) {
        do {
            try FileSystem.makeFolder(path)
        } catch {
            throw .refused(error, at: path)
        }
    }
}
