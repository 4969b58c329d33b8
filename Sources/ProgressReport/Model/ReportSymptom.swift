import PhotoDecoding

/// Itching and tenderness as logged, 0…10.
public struct ReportSymptom: Sendable, Equatable, Codable {
    /// When.
    public var date: WallClock
    /// 0…10, nil where not logged.
    public var itching: Double?
    /// 0…10, nil where not logged.
    public var tenderness: Double?
    /// A remark.
    public var note: String?

    /// Makes an entry.
    public init(date: WallClock, itching: Double?, tenderness: Double?, note: String?) {
        self.date = date
        self.itching = itching
        self.tenderness = tenderness
        self.note = note
    }
}
