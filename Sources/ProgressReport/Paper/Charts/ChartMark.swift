import HealingCurve

/// The shapes of marks in charts; each tells itself apart without colour.
enum ChartMark: Sendable {
    case within, open, above, below, square

    /// The mark of a verdict.
    init(_ status: CurveStatus) {
        self =
            switch status {
            case .asExpected: .within
            case .notComparable: .open
            case .above: .above
            case .below: .below
            }
    }
}
