import ClientRecords
import PhotoDecoding

/// The memory that a photo will take, told before it is read.
package enum PhotoNeed {
    /// A header that stands further back is not looked for: the photo then counts as one of the largest.
    private static let largestHeader = 4 << 20

    /// Estimates what reading and surveying a photo takes, from the beginning of its file.
    ///
    /// - Parameters:
    ///   - path: The photo.
    ///   - limits: Bounds that it must keep.
    /// - Returns: Bytes, the file's own among them; 0 for what is not going to be read.
    package static func bytes(of path: BytePath, limits: DecodingLimits) -> Int {
        guard let status = try? FileSystem.status(path), status.kind == .file,
            status.size <= limits.fileBytes,
            let beginning = try? FileSystem.read(path, atMost: min(largestHeader, limits.fileBytes))
        else { return 0 }
        let fileBytes = max(status.size, beginning.count)
        return fileBytes
            + PhotoDecoder(limits: limits).estimatedBytes(
                ofPhotoBeginning: beginning, fileBytes: fileBytes)
    }
}
