import HealingCurve
import ScalpMeasurement

/// Measures, their values and their verdicts as a client reads them.
package enum MeasureWords {
    /// A space that keeps a number and its unit together.
    package static let noBreak = "\u{A0}"

    /// The name of a measure.
    package static func name(_ measure: CurveMeasure) -> String {
        switch measure {
        case .redness: "Redness"
        case .darkness: "Darkness"
        case .coverage: "Coverage"
        case .density: "Dot density"
        case .scabs: "Scabs"
        }
    }

    /// What a measure tells, in a line.
    package static func explanation(_ measure: CurveMeasure) -> String {
        switch measure {
        case .redness: "How much redder the treated skin is than the skin around it. 0 means no difference."
        case .darkness: "What is left of the pigment of the latest session’s dots. Fresh dots have 100 %."
        case .coverage: "How much light the pigment takes over the whole treated area."
        case .density: "How many dots can be counted on the treated skin."
        case .scabs: "Share of the treated skin under small scabs."
        }
    }

    /// The unit of a measure, as it stands behind a value.
    ///
    /// - Parameters:
    ///   - measure: One of the curve's measures.
    ///   - hasScale: Whether the photo's scale is known.
    /// - Returns: A unit.
    package static func unit(_ measure: CurveMeasure, hasScale: Bool) -> String {
        switch measure {
        case .redness: "EI"
        case .darkness, .coverage, .scabs: "%"
        case .density: hasScale ? "per cm²" : "per megapixel"
        }
    }

    /// What a value is multiplied with before it is shown in the measure's unit.
    package static func factor(_ measure: CurveMeasure) -> Double {
        switch measure {
        case .redness, .density: 1
        case .darkness, .coverage, .scabs: 100
        }
    }

    /// Decimals that a value is shown with.
    package static func decimals(_ measure: CurveMeasure) -> Int {
        switch measure {
        case .darkness, .density: 0
        case .redness: 1
        case .coverage, .scabs: 2
        }
    }

    /// A number of a measure without its unit, as `−0.9`.
    package static func number(_ value: Double, of measure: CurveMeasure) -> String {
        plain(value * factor(measure), decimals: decimals(measure))
    }

    /// A value with its standard error and unit, as `11.8 ± 0.6 EI`.
    ///
    /// Both are rounded to the first digit of the error, or to the second where the first is a 1.
    package static func value(_ estimate: Estimate, of measure: CurveMeasure, hasScale: Bool) -> String {
        let error = estimate.standardError * factor(measure)
        let decimals = error > 0 ? decimals(forError: error, of: measure) : decimals(measure)
        return plain(estimate.value * factor(measure), decimals: decimals) + " ± "
            + plain(error, decimals: decimals) + noBreak + unit(measure, hasScale: hasScale)
    }

    /// A value as a client reads it: scabs that can't be told from none are "none seen".
    package static func reading(_ estimate: Estimate, of measure: CurveMeasure, hasScale: Bool) -> String {
        if measure == .scabs, !isSeen(estimate) { return "none seen" }
        return value(estimate, of: measure, hasScale: hasScale)
    }

    /// Whether an area under scabs can be told from none.
    static func isSeen(_ scabs: Estimate) -> Bool {
        scabs.value >= leastErrorsSeen * scabs.standardError
    }

    /// Scabs count as seen from so many standard errors on.
    private static let leastErrorsSeen = 1.5
    /// Decimals that are ever shown.
    private static let mostDecimals = 3

    /// Decimals that show an error's first digit, or two where the first is a 1; negative for tens and hundreds.
    ///
    /// A count of dots is a whole number where its error is one or more.
    private static func decimals(forError error: Double, of measure: CurveMeasure) -> Int {
        var power = NumberText.magnitude(of: error)
        var unit = 1.0
        for _ in 0..<abs(power) { unit *= 10 }
        let lead = power < 0 ? error * unit : error / unit
        if lead >= 9.5 { power += 1 }
        let isOne = lead < 1.95 || lead >= 9.5
        let isWhole = measure == .density && power == 0
        return min(mostDecimals, -power + (isOne && !isWhole ? 1 : 0))
    }

    /// The edges of a band, as `−0.9 to 2.4`.
    package static func range(_ band: ExpectedBand, of measure: CurveMeasure) -> String {
        number(band.low, of: measure) + " to " + number(band.high, of: measure)
    }

    /// Whether a band's edges differ in the digits that are shown.
    static func isWide(_ band: ExpectedBand, of measure: CurveMeasure) -> Bool {
        number(band.low, of: measure) != number(band.high, of: measure)
    }

    /// A status in words.
    package static func status(_ status: CurveStatus) -> String {
        switch status {
        case .asExpected: "as expected"
        case .above: "above the expected range"
        case .below: "below the expected range"
        case .notComparable: "not compared"
        }
    }

    /// A value that lies outside its range.
    package static let outside = "outside the expected range"
    /// A value that lies outside its range, yet no further than chance explains.
    package static let atTheEdge = "at the edge of the expected range"

    /// A number with a true minus sign and its zeros kept; negative decimals round to tens and hundreds.
    package static func plain(_ value: Double, decimals: Int) -> String {
        var step = 1.0
        for _ in 0..<max(0, -decimals) { step *= 10 }
        let coarse = step > 1 ? (value / step).rounded() * step : value
        guard let text = NumberText.rounded(coarse, decimals: decimals, keepsZeros: true) else { return "–" }
        return text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }
}
