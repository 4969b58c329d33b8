/// Bounds that a photo must keep; they are held against its header before a single row is allocated.
public struct DecodingLimits: Sendable, Equatable {
    /// Pixels of the picture; 200 megapixels by default, the most that phones make today.
    public var pixels: Int
    /// Bytes of the file; 600 MB by default.
    public var fileBytes: Int
    /// Bytes that a photo is estimated to take while it is worked on, the file itself not included.
    ///
    /// 500 MB by default: while it is decoded, what the codec must hold (a progressive JPEG, an interlaced PNG, HEIC
    /// and WebP are held whole), a band of rows and the linear light that comes out; then `bytesPerPixel` for each
    /// pixel of it. Larger photos are read at a reduced size (``PhotoReduction``) or with a higher limit.
    public var workingBytes: Int
    /// Bytes that each decoded pixel takes at most while it is worked on: 12 for its linear light alone, more for
    /// who computes with it.
    public var bytesPerPixel: Int
    /// Scans of a progressive JPEG; 100 by default, several times what encoders write.
    public var scans: Int

    /// Makes limits.
    ///
    /// - Parameters:
    ///   - pixels: Most pixels of a picture.
    ///   - fileBytes: Most bytes of a file.
    ///   - workingBytes: Most bytes that a photo may be estimated to take.
    ///   - bytesPerPixel: Bytes that each decoded pixel takes, at least 12.
    ///   - scans: Most scans of a progressive JPEG.
    public init(
        pixels: Int = 200_000_000, fileBytes: Int = 600_000_000, workingBytes: Int = 500_000_000,
        bytesPerPixel: Int = DecodingLimits.bytesOfLinearLight, scans: Int = 100
    ) {
        self.pixels = pixels
        self.fileBytes = fileBytes
        self.workingBytes = workingBytes
        self.bytesPerPixel = max(bytesPerPixel, Self.bytesOfLinearLight)
        self.scans = scans
    }

    /// Three Floats.
    public static let bytesOfLinearLight = 12
}
