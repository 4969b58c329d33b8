import Raster

/// A rendered photo and what is true of it.
public struct PhantomPhoto: Sendable {
    /// 8-bit sRGB, 3 bytes a pixel, row by row without gaps.
    public let pixels: [UInt8]
    /// What fell on the sensor: linear sRGB, blurred, without noise.
    public let image: RGBImage
    /// The skin alone, evenly lit by white light and sharp: no dots, crusts or hairs.
    public let evenlyLitSkin: RGBImage
    /// What is true of it.
    public let truth: PhotoTruth

    /// Pixels in a row.
    public var width: Int { image.width }
    /// Rows.
    public var height: Int { image.height }
}
