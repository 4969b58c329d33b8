/// State of a dot in a photo; the raw value is the contract's word.
public enum TrackState: String, Sendable, Equatable, Codable {
    case seen, lost, hidden, outside
}
