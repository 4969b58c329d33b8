/// How good a photo is for measuring.
public struct PhotoQuality: Sendable, Equatable, Codable {
    /// Gates that the photo fails; empty where its verdicts may be told.
    public var problems: [Reason]
    /// Standard deviation of the point spread in pixels of the photo, or nil where nothing sharp shows it.
    public var blurPixels: Double?
    /// Share of the photo's pixels with a channel at its limit, 0…1.
    public var clippedFraction: Double
    /// Share of the photo's skin under glare, 0…1.
    public var glareFraction: Double
    /// How much the light changes over the skin: (95 % − 5 % point) ÷ median of its local brightness.
    public var lightGradient: Double
    /// Share of the photo that is visible skin, 0…1.
    public var skinFraction: Double

    /// Whether the photo's verdicts may be told.
    public var usable: Bool { problems.isEmpty }
}
