/// By how much a photo's sides are shortened while it is read.
///
/// A JPEG is halved, quartered or brought to an eighth by libjpeg as it decodes, from each block's coarse parts; what is
/// left to do, and all other formats, by the mean light of each square. Sides are rounded up.
public struct PhotoReduction: Sendable, Equatable {
    /// Pixels of the file's picture along the side of a pixel that comes out, at least 1.
    public let rawValue: Int

    /// Makes a reduction.
    ///
    /// - Parameter rawValue: At least 1.
    public init(rawValue: Int) {
        precondition(rawValue >= 1, "a pixel that comes out stands for one or more")
        self.rawValue = rawValue
    }

    /// Every pixel.
    public static let full = PhotoReduction(rawValue: 1)
    /// Half as wide and half as high.
    public static let half = PhotoReduction(rawValue: 2)
    /// A quarter.
    public static let quarter = PhotoReduction(rawValue: 4)
    /// An eighth: no photo is made smaller to fit into memory.
    public static let eighth = PhotoReduction(rawValue: 8)

    /// A side of the reduced picture, in pixels.
    package func side(_ length: Int) -> Int { (length + rawValue - 1) / rawValue }

    /// The most of it that libjpeg can do.
    var inCodec: PhotoReduction { [.eighth, .quarter, .half].first { rawValue % $0.rawValue == 0 } ?? .full }
}
