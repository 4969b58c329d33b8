/// Pixels per millimetre of skin, and where that is known from.
public struct PhotoScale: Sendable, Equatable, Codable {
    /// Where a scale comes from; the raw value is the contract's `scaleSource`.
    public enum Source: String, Sendable, Equatable, Codable {
        case option, client, card, series
    }
    /// Pixels of the upright photo per millimetre at the middle of the treated region, above 0.
    public var pixelsPerMillimetre: Double
    /// Where it is known from.
    public var source: Source

    /// Makes a scale.
    ///
    /// - Parameters:
    ///   - pixelsPerMillimetre: Pixels of the upright photo per millimetre, above 0.
    ///   - source: Where it is known from.
    public init(pixelsPerMillimetre: Double, source: Source) {
        self.pixelsPerMillimetre = pixelsPerMillimetre
        self.source = source
    }
}
