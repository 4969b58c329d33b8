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
    package static func value(_ estimate: Estimate, of measure: CurveMeasure, hasScale: Bool) -> String {
        let error = estimate.standardError * factor(measure)
        // A small error keeps its first digit, so that "± 0" is never claimed.
        let decimals =
            error > 0 ? max(decimals(measure), min(3, -NumberText.magnitude(of: error))) : decimals(measure)
        return plain(estimate.value * factor(measure), decimals: decimals) + " ± "
            + plain(error, decimals: decimals) + noBreak + unit(measure, hasScale: hasScale)
    }

    /// The edges of a band, as `−0.9 to 2.4`.
    package static func range(_ band: ExpectedBand, of measure: CurveMeasure) -> String {
        number(band.low, of: measure) + " to " + number(band.high, of: measure)
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

    /// A number with a true minus sign and its zeros kept.
    package static func plain(_ value: Double, decimals: Int) -> String {
        guard let text = NumberText.rounded(value, decimals: decimals, keepsZeros: true) else { return "–" }
        return text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }
}
