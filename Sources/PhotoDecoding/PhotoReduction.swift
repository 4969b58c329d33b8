/// By how much a photo's sides are to be shortened while it is read, so that a large one takes little memory.
///
/// A JPEG is reduced by libjpeg as it decodes, from each block's coarse parts; all others by the mean light of each
/// square. Sides are rounded up.
public enum PhotoReduction: Int, Sendable, Equatable, CaseIterable {
    /// Every pixel.
    case full = 1
    /// Half as wide and half as high.
    case half = 2
    /// A quarter.
    case quarter = 4
    /// An eighth.
    case eighth = 8

    /// A side of the reduced picture, in pixels.
    package func side(_ length: Int) -> Int { (length + rawValue - 1) / rawValue }
}
