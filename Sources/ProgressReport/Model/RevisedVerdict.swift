import HealingCurve

/// A verdict on an earlier photo that new photos have changed.
public struct RevisedVerdict: Sendable, Equatable, Codable {
    /// File of the earlier photo.
    public var photo: String
    /// What the verdict speaks of.
    public var measure: CurveMeasure
    /// What the report said before.
    public var before: CurveStatus
    /// What it says now.
    public var after: CurveStatus

    /// Makes an entry.
    public init(photo: String, measure: CurveMeasure, before: CurveStatus, after: CurveStatus) {
        self.photo = photo
        self.measure = measure
        self.before = before
        self.after = after
    }
}
