/// Writes pictures that the reports show: overlays and thumbnails.
///
/// The same pixels give the same bytes on every run and CPU.
public enum PictureEncoder {
    /// Encodes gamma-coded sRGB bytes as a baseline JPEG without a profile.
    ///
    /// - Parameters:
    ///   - rgb: 8-bit sRGB, 3 bytes a pixel, row by row, exactly `3 · width · height` of them.
    ///   - width: Pixels in a row, 1…65,500.
    ///   - height: Rows, 1…65,500.
    ///   - quality: 1…100; beyond, the nearest.
    ///   - chromaHalved: Whether colour is stored at half size both ways (4:2:0), for smaller files.
    /// - Returns: The file's bytes, or nil where the sizes are out of range or memory is short.
    /// - Complexity: O(pixels).
    public static func jpeg(
        rgb: [UInt8], width: Int, height: Int, quality: Int = 85, chromaHalved: Bool = true
    ) -> [UInt8]? {
        guard (1...65_500).contains(width), (1...65_500).contains(height), rgb.count == 3 * width * height
        else { return nil }
        return Codecs.encodedJPEG(
            rgb: rgb, width: width, height: height, quality: min(max(quality, 1), 100),
            chromaHalved: chromaHalved)
    }

    /// Encodes gamma-coded sRGB bytes as a PNG of 8 bits a sample, without metadata.
    ///
    /// - Parameters:
    ///   - rgb: 8-bit sRGB, 3 bytes a pixel, row by row, exactly `3 · width · height` of them.
    ///   - width: Pixels in a row, 1…65,500.
    ///   - height: Rows, 1…65,500.
    /// - Returns: The file's bytes, or nil where the sizes are out of range or memory is short.
    /// - Complexity: O(pixels).
    public static func png(rgb: [UInt8], width: Int, height: Int) -> [UInt8]? {
        guard (1...65_500).contains(width), (1...65_500).contains(height), rgb.count == 3 * width * height
        else { return nil }
        return Codecs.encodedPNG(rgb: rgb, width: width, height: height)
    }
}
