import HealingCurve
import ScalpMeasurement

/// Small bars on paper: where a value lies in its expected range, and a range among others of its column.
extension PaperPen {
    private static let middle = 10.0
    /// Space to both sides of what is shown, over its width.
    private static let margin = 0.12

    /// A gauge as ``RangeGauge`` draws it.
    func gauge(band: ExpectedBand, value: Estimate, status: CurveStatus) -> PaperDrawing {
        let width = 150.0
        let ends = [
            band.low, band.high, value.value - value.standardError, value.value + value.standardError,
        ]
        let low = ends.min() ?? 0
        let span = max((ends.max() ?? 1) - low, 1e-12)
        func x(_ value: Double) -> Double {
            ((value - low) / span * (1 - 2 * Self.margin) + Self.margin) * width
        }
        let (from, to) = (x(band.low), x(band.high))
        let mark: ChartMark = status == .above ? .above : status == .below ? .below : .within
        let shapes = [
            line(0, Self.middle, width, Self.middle, PaperPalette.rule, 1.5),
            .rectangle(x: from, y: 3.5, width: max(1, to - from), height: 13, fill: palette.band),
            line(from, 2, from, 18, palette.accent, 0.75), line(to, 2, to, 18, palette.accent, 0.75),
            line(
                x(value.value - value.standardError), Self.middle, x(value.value + value.standardError),
                Self.middle, PaperPalette.bar, 1.5),
            self.mark(mark, x(value.value), Self.middle),
        ]
        return PaperDrawing(width: width, height: 20, shapes: shapes)
    }

    /// A range's bar as ``BandBar`` draws it.
    ///
    /// - Parameters:
    ///   - band: The range.
    ///   - low: The axis's lower end, the same for all bars of a column.
    ///   - high: Its upper end.
    /// - Returns: The bar.
    func bar(_ band: ExpectedBand, low: Double, high: Double) -> PaperDrawing {
        let (width, edge) = (120.0, 3.0)
        func x(_ value: Double) -> Double {
            edge + (value - low) / max(high - low, 1e-9) * (width - 2 * edge)
        }
        let shapes = [
            line(0, 6, width, 6, PaperPalette.rule, 1.5),
            .rectangle(
                x: x(band.low), y: 2, width: max(1.5, x(band.high) - x(band.low)), height: 8,
                fill: palette.band, pen: PaperShape.Pen(colour: palette.accent, width: 0.5)),
            line(x(band.median), 0, x(band.median), 12, palette.accent, 1.75),
        ]
        return PaperDrawing(width: width, height: 12, shapes: shapes)
    }
}
