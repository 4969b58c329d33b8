import HealingCurve

/// A few points of one measure for a row's small chart.
public struct OverviewChart: Sendable, Codable, Equatable {
    /// Points that are kept at most; the line is some hundred pixels wide.
    static let mostPoints = 24
    /// Digits of values: more than the chart's height shows.
    private static let digits = 4

    /// What it shows.
    public var measure: CurveMeasure
    /// Days since the first session, in order, to a tenth.
    public var days: [Double]
    /// The value at each of them, in the contract's unit, to four digits.
    public var values: [Double]
    /// Lower edges of the expected band at each of them, nil where nothing was foretold.
    public var lows: [Double?]
    /// Upper edges of the expected band.
    public var highs: [Double?]
    /// Whether the last value lies outside its band.
    public var isOff: Bool
    /// Photos behind the line, those that are not kept too.
    public var photos: Int
    /// Whether densities are per cm², not per megapixel.
    public var hasScale: Bool

    /// Keeps the points of a chart: the first, the last and others evenly between; nil for fewer than two, which draw no
    /// line.
    ///
    /// - Parameters:
    ///   - measure: What they show.
    ///   - points: In order of days.
    ///   - hasScale: Whether the photos' scale is known.
    init?(_ measure: CurveMeasure, points: [ChartPoint], hasScale: Bool) {
        let finite = points.filter { $0.day.isFinite && $0.value.isFinite }
        guard finite.count > 1, let last = finite.last else { return nil }
        let count = min(finite.count, Self.mostPoints)
        let kept = (0..<count).map { finite[$0 * (finite.count - 1) / (count - 1)] }
        func rounded(_ value: Double) -> Double { RoundedNumber.digits(value, Self.digits) ?? 0 }
        self.measure = measure
        days = kept.map { RoundedNumber.decimals($0.day, 1) ?? 0 }
        values = kept.map { rounded($0.value) }
        lows = kept.map { $0.foretold.map { rounded($0.low) } }
        highs = kept.map { $0.foretold.map { rounded($0.high) } }
        isOff = last.status == .above || last.status == .below
        photos = finite.count
        self.hasScale = hasScale
    }

    /// How far the last value lies from the middle of its band, in half widths of the band: 1 is its edge.
    var deviation: Double? {
        guard let value = values.last, let low = lows.last ?? nil, let high = highs.last ?? nil, high > low
        else { return nil }
        return abs(value - (low + high) / 2) / ((high - low) / 2)
    }
}
