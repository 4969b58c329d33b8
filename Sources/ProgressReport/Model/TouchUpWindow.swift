/// When a touch-up is likely to be due, in days since 1970-01-01; nil for what lies too far off to be told.
public struct TouchUpWindow: Sendable, Codable, Equatable {
    /// Before this date it is due with one scalp in twenty.
    public var from: Int
    /// As likely before as after.
    public var median: Int?
    /// After this date with one in twenty.
    public var to: Int?

    /// Makes a window.
    public init(from: Int, median: Int? = nil, to: Int? = nil) {
        self.from = from
        self.median = median
        self.to = to
    }
}
