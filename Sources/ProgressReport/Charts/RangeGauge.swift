import HealingCurve
import ScalpMeasurement

/// Where a value lies in its expected range, as a laboratory's slip shows it: range, middle, value with its error.
///
/// The mark's shape is that of the charts, so that grey print tells what is off.
struct RangeGauge {
    private static let width = 150.0
    private static let height = 20.0
    private static let middle = 10.0
    /// Space to both sides of what is shown, over its width.
    private static let margin = 0.12

    let band: ExpectedBand
    let value: Estimate
    let status: CurveStatus

    /// The gauge as markup; the words beside it say the same.
    var markup: Markup {
        let ends = [
            band.low, band.high, value.value - value.standardError, value.value + value.standardError,
        ]
        let low = ends.min() ?? 0
        let span = max((ends.max() ?? 1) - low, 1e-12)
        func x(_ value: Double) -> Double {
            ((value - low) / span * (1 - 2 * Self.margin) + Self.margin) * Self.width
        }
        let number = ChartFrame.number
        let place = number(x(value.value))
        let mark: Markup
        switch status {
        case .above: mark = "<path class=\"point off\" d=\"M\(place) 4.5l5 9h-10z\"/>"
        case .below: mark = "<path class=\"point off\" d=\"M\(place) 15.5l5 -9h-10z\"/>"
        default: mark = "<circle class=\"point\" cx=\"\(place)\" cy=\"\(number(Self.middle))\" r=\"4\"/>"
        }
        return """
            <svg class="gauge" viewBox="0 0 \(number(Self.width)) \(number(Self.height))" aria-hidden="true">\
            <path class="track" d="M0 \(number(Self.middle))H\(number(Self.width))"/>\
            <rect class="band" x="\(number(x(band.low)))" y="3.5" \
            width="\(number(max(1, x(band.high) - x(band.low))))" height="13"/>\
            <path class="rim" d="M\(number(x(band.low))) 2v16M\(number(x(band.high))) 2v16"/>\
            <path class="error" d="M\(number(x(value.value - value.standardError))) \(number(Self.middle))\
            H\(number(x(value.value + value.standardError)))"/>\(mark)</svg>
            """
    }
}
