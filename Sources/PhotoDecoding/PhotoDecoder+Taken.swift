extension PhotoDecoder {
    /// When the camera says a photo was taken, from the beginning of its file.
    ///
    /// - Parameter beginning: The file's first bytes, or all of them.
    /// - Returns: The date; nil where the beginning does not tell it.
    /// - Complexity: O(header).
    package func taken(ofPhotoBeginning beginning: [UInt8]) -> WallClock? {
        guard let format = try? measurableFormat(of: beginning) else { return nil }
        return try? Codecs.withPicture(of: beginning, format: format, scanLimit: limits.scans) {
            (picture: Codecs.PictureReader) throws(PhotoDecodingError) in picture.header.metadata.taken
        }
    }
}
