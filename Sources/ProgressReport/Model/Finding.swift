import Raster
import ScalpMeasurement

/// Something that a person should know of.
public struct Finding: Sendable, Equatable, Codable {
    /// How much it matters.
    public enum Severity: String, Sendable, Codable { case note, attention }
    /// The contract's code.
    public var code: String
    /// File of the photo that shows it, nil where it is of none.
    public var photo: String?
    /// Days since the last session.
    public var day: Double?
    /// How much it matters.
    public var severity: Severity
    /// A sentence that a client understands, with what to do, in English; a page tells it in its own language.
    public var message: String
    /// Numbers behind it, by name.
    public var evidence: [String: Double]
    /// Middle of a lost patch in the photo's pixels.
    public var centre: PixelPoint?
    /// Area of a lost patch, cm².
    public var areaSquareCentimetres: Double?
    /// For `photo-not-comparable` the gates that the photo fails.
    public var reasons: [Reason]

    /// Makes a finding.
    public init(
        code: String, photo: String?, day: Double?, severity: Severity, message: String,
        evidence: [String: Double] = [:], centre: PixelPoint? = nil, areaSquareCentimetres: Double? = nil,
        reasons: [Reason] = []
    ) {
        self.code = code
        self.photo = photo
        self.day = day
        self.severity = severity
        self.message = message
        self.evidence = evidence
        self.centre = centre
        self.areaSquareCentimetres = areaSquareCentimetres
        self.reasons = reasons
    }
}
