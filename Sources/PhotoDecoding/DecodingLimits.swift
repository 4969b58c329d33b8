/// Bounds that a photo must keep; they are held against its header before a single row is allocated.
public struct DecodingLimits: Sendable, Equatable {
    /// Pixels of the picture; 200 megapixels by default, the most that phones make today.
    public var pixels: Int
    /// Bytes of the file; 600 MB by default.
    public var fileBytes: Int
    /// Bytes that decoding is estimated to take, the linear picture included and the file itself not.
    ///
    /// 500 MB by default. Linear light takes 12 bytes a pixel, so a JPEG that is read row by row may have 41
    /// megapixels; one that must be held whole (progressive JPEG, interlaced PNG, HEIC, WebP) somewhat fewer. Larger
    /// photos are read at a reduced size (``PhotoReduction``) or with a higher limit.
    public var workingBytes: Int
    /// Scans of a progressive JPEG; 100 by default, several times what encoders write.
    public var scans: Int

    /// Makes limits.
    ///
    /// - Parameters:
    ///   - pixels: Most pixels of a picture.
    ///   - fileBytes: Most bytes of a file.
    ///   - workingBytes: Most bytes that decoding may be estimated to take.
    ///   - scans: Most scans of a progressive JPEG.
    public init(
        pixels: Int = 200_000_000, fileBytes: Int = 600_000_000, workingBytes: Int = 500_000_000,
        scans: Int = 100
    ) {
        self.pixels = pixels
        self.fileBytes = fileBytes
        self.workingBytes = workingBytes
        self.scans = scans
    }
}
