import HealingCurve

/// A small bar for a band, all bars of one column on one axis.
struct BandBar {
    private static let width = 120.0
    private static let height = 12.0
    private static let edge = 3.0

    private let low: Double
    private let high: Double

    /// Makes a column's axis.
    ///
    /// - Parameters:
    ///   - bands: All bands of the column.
    ///   - least: A value that the axis reaches down to, or nil.
    init(of bands: [ExpectedBand], least: Double? = nil) {
        let low = (bands.map(\.low) + [least].compactMap { $0 }).min() ?? 0
        self.low = low
        high = max(bands.map(\.high).max() ?? 1, low + 1e-9)
    }

    /// A band's bar as markup; the words beside it say the same.
    func markup(_ band: ExpectedBand) -> Markup {
        func x(_ value: Double) -> Double {
            Self.edge + (value - low) / (high - low) * (Self.width - 2 * Self.edge)
        }
        let number = ChartFrame.number
        let middle = number(Self.height / 2)
        return """
            <svg class="bar" viewBox="0 0 \(number(Self.width)) \(number(Self.height))" aria-hidden="true">\
            <path class="track" d="M0 \(middle)H\(number(Self.width))"/>\
            <rect class="band" x="\(number(x(band.low)))" y="2" \
            width="\(number(max(1.5, x(band.high) - x(band.low))))" height="8"/>\
            <path class="tick" d="M\(number(x(band.median))) 0V\(number(Self.height))"/></svg>
            """
    }
}
