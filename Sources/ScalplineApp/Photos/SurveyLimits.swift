import PhotoDecoding

extension DecodingLimits {
    /// The limits of a photo that is to be surveyed: 500 MB hold 12.8 megapixels, so that what phones take as a rule
    /// is read whole, and larger photos at a half or a quarter of their sides.
    public static let ofSurvey = DecodingLimits(bytesPerPixel: bytesOfSurvey)

    /// Bytes that a survey takes at most for each pixel, its linear light included.
    private static let bytesOfSurvey = 39
}
