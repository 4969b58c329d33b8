import HealingCurve
import PhotoDecoding

/// One client's row of the overview: what is needed of a client to show all clients, in any language.
///
/// As JSON a row takes some hundred bytes to a kilobyte, so that the rows of thousands of clients can be kept and the
/// page be written from those alone. Nothing in it depends on the day of the run: what is due or late is told when the
/// page is looked at. Encode it with sorted keys where the bytes are to be the same each time.
public struct OverviewRow: Sendable, Codable, Equatable {
    /// How much a client wants looking at.
    public enum Level: String, Sendable, Codable, CaseIterable {
        /// A finding asks for attention.
        case attention
        /// The client's file has to be mended before anything can be told.
        case failure
        /// Something is worth a remark.
        case note
        /// All that could be compared is as expected.
        case asExpected = "as-expected"
        /// Nothing could be compared yet.
        case noVerdict = "no-verdict"
    }

    /// The folder's name: the client's id, and the page's link.
    public var client: String
    /// The name to show, where the client file gives one.
    public var displayName: String?
    /// How much the client wants looking at.
    public var level: Level
    /// What is wrong with the client's file, where the level is `failure`.
    public var failure: PhotoFailure?
    /// Stage of the newest photo, or nil.
    public var stage: HealingStage?
    /// Day since the last session of the newest photo, negative before the first, or nil.
    public var day: Double?
    /// Date of the newest photo that was measured, as days since 1970-01-01, or nil.
    public var lastVisit: Int?
    /// Photos in all.
    public var photos: Int
    /// Photos that could not be measured.
    public var notMeasured: Int
    /// What holds now, in the report's order.
    public var findings: [OverviewFinding]
    /// Measures of the newest compared photo outside their expected range, where no finding holds.
    public var offMeasures: [CurveMeasure]
    /// Codes of what asked for attention on earlier photos and has passed, each once.
    public var pastCodes: [String]
    /// The measure that tells most, or nil.
    public var chart: OverviewChart?
    /// When the next photo is wanted, or nil without a session.
    public var nextPhoto: PhotoDue?
    /// When a touch-up is likely to be due, or nil.
    public var touchUp: TouchUpWindow?
    /// Verdicts on earlier photos that new photos have changed since the run before.
    public var revised: Int
}
