extension PhotoDecoder {
    /// Estimates the bytes that a photo will take while it is read and worked on, from its header alone.
    ///
    /// Nothing is decoded. The estimate is the one that is held against the limits, at the size at which the photo
    /// will be read, so that it never exceeds `limits.workingBytes`.
    ///
    /// - Parameters:
    ///   - beginning: The file's first bytes, or all of them.
    ///   - fileBytes: Bytes of the whole file, at least as many.
    /// - Returns: Bytes without the file's own; `limits.workingBytes` where the header lies beyond the beginning, 0 for
    ///   a photo that is going to be refused.
    /// - Complexity: O(header).
    public func estimatedBytes(ofPhotoBeginning beginning: [UInt8], fileBytes: Int) -> Int {
        guard fileBytes <= limits.fileBytes, let format = try? measurableFormat(of: beginning) else {
            return 0
        }
        let header: PictureHeader
        do {
            header = try Codecs.withPicture(of: beginning, format: format, scanLimit: limits.scans) {
                (picture: Codecs.PictureReader) throws(PhotoDecodingError) in picture.header
            }
        } catch {
            return beginning.count < fileBytes ? limits.workingBytes : 0
        }
        guard (try? checkPixels(header)) != nil else { return 0 }
        // Codecs that hold a copy of the file have counted the beginning alone.
        let rest = fileBytes - beginning.count
        let bytes = estimatedBytes(header, leastReduction(of: header)) + rest
        return min(bytes, limits.workingBytes)
    }
}
