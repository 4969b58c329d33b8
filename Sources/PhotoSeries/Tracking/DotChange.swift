import ScalpMeasurement

/// What became of the dots between two photos, told dot by dot.
///
/// Both shares are over the same places, those that both photos show, so that they err by what is doubtful of single
/// dots alone and not by counting (counting change hair by hair: Karger SAD 8/5/382).
public struct DotChange: Sendable, Equatable, Codable {
    /// Index of the photo before, in the series.
    public var since: Int
    /// Dots compared.
    public var dots: Int
    /// Share of the dots that were there and are not any more.
    public var lost: Estimate
    /// Share of the dots that are there and were not.
    public var gained: Estimate

    /// Makes a change.
    public init(since: Int, dots: Int, lost: Estimate, gained: Estimate) {
        self.since = since
        self.dots = dots
        self.lost = lost
        self.gained = gained
    }

    /// Dots below which no share is told.
    private static let fewestDots = 20
    /// What the shares of two photos differ in for all dots alike, beside this part of what is doubtful of each.
    static let commonError = 0.002
    static let commonDoubt = 0.25

    /// The change between two photos, or nil where they share few dots.
    ///
    /// - Parameters:
    ///   - since: Index of the photo before.
    ///   - chances: For each dot that both photos show the chances that it was there and that it is.
    init?(since: Int, chances: [(then: Double, now: Double)]) {
        let then = chances.reduce(0) { $0 + $1.then }
        let now = chances.reduce(0) { $0 + $1.now }
        guard then >= Double(Self.fewestDots), now >= Double(Self.fewestDots) else { return nil }
        var doubt = 0.0
        var lost = 0.0
        var gained = 0.0
        for chance in chances {
            doubt += chance.then * (1 - chance.then) + chance.now * (1 - chance.now)
            lost += max(0, chance.then - chance.now)
            gained += max(0, chance.now - chance.then)
        }
        func share(_ sum: Double, of whole: Double) -> Estimate {
            Estimate(value: sum / whole, standardError: Self.error(doubt: doubt, of: whole))
        }
        self.init(
            since: since, dots: chances.count, lost: share(lost, of: then), gained: share(gained, of: now))
    }

    /// The standard error of a share of dots.
    ///
    /// - Parameters:
    ///   - doubt: `Σ p (1 − p)` over the dots' chances.
    ///   - count: The dots.
    /// - Returns: The error of the share.
    static func error(doubt: Double, of count: Double) -> Double {
        let common = commonDoubt * doubt / count + commonError
        return (doubt / (count * count) + common * common).squareRoot()
    }
}
