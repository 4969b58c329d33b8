import HealingCurve
import ScalpMeasurement

/// Measures, their values and their verdicts as a client reads them.
package struct MeasureWords: Sendable {
    let language: Language

    /// The name of a measure.
    package func name(_ measure: CurveMeasure) -> String {
        language.text("measures.\(measure.rawValue).name")
    }

    /// The name of a measure within a sentence.
    package func inline(_ measure: CurveMeasure) -> String {
        language.text("measures.\(measure.rawValue).inline")
    }

    /// What a measure tells, in a line.
    package func explanation(_ measure: CurveMeasure) -> String {
        language.text("measures.\(measure.rawValue).explanation")
    }

    /// The unit of a measure, as it stands behind a value.
    ///
    /// - Parameters:
    ///   - measure: One of the curve's measures.
    ///   - hasScale: Whether the photo's scale is known.
    /// - Returns: A unit.
    package func unit(_ measure: CurveMeasure, hasScale: Bool) -> String {
        switch measure {
        case .redness: language.text("units.redness")
        case .darkness, .coverage, .scabs: language.text("units.share")
        case .density: language.text(hasScale ? "units.density" : "units.density-without-scale")
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
    package func number(_ value: Double, of measure: CurveMeasure) -> String {
        language.numbers.plain(value * Self.factor(measure), decimals: Self.decimals(measure))
    }

    /// A value with its standard error and without its unit, as `11.8 ± 0.6`.
    ///
    /// Both are rounded to the first digit of the error, or to the second where the first is a 1.
    package func number(_ estimate: Estimate, of measure: CurveMeasure) -> String {
        let error = estimate.standardError * Self.factor(measure)
        let decimals = error > 0 ? Self.decimals(forError: error, of: measure) : Self.decimals(measure)
        let numbers = language.numbers
        return numbers.with(
            error: numbers.plain(error, decimals: decimals),
            numbers.plain(estimate.value * Self.factor(measure), decimals: decimals))
    }

    /// A value with its standard error and unit, as `11.8 ± 0.6 EI`.
    package func value(_ estimate: Estimate, of measure: CurveMeasure, hasScale: Bool) -> String {
        language.numbers.with(unit: unit(measure, hasScale: hasScale), number(estimate, of: measure))
    }

    /// A value as a client reads it: scabs that can't be told from none are "none seen".
    package func reading(_ estimate: Estimate, of measure: CurveMeasure, hasScale: Bool) -> String {
        if measure == .scabs, !Self.isSeen(estimate) { return language.text("readings.none-seen") }
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
    package func range(_ band: ExpectedBand, of measure: CurveMeasure) -> String {
        language.numbers.range(number(band.low, of: measure), number(band.high, of: measure))
    }

    /// The edges of a band with their unit, as `−0.9 to 2.4 EI`.
    package func range(_ band: ExpectedBand, of measure: CurveMeasure, unit: String) -> String {
        language.numbers.with(unit: unit, range(band, of: measure))
    }

    /// Whether a band's edges differ in the digits that are shown.
    func isWide(_ band: ExpectedBand, of measure: CurveMeasure) -> Bool {
        number(band.low, of: measure) != number(band.high, of: measure)
    }

    /// A status in words.
    package func status(_ status: CurveStatus) -> String { language.text("statuses.\(status.rawValue).name") }

    /// A value that lies outside its range.
    package var outside: String { language.text("statuses.outside") }
    /// A value that lies outside its range, yet no further than chance explains.
    package var atTheEdge: String { language.text("statuses.edge.name") }
    /// A value that is not compared, as a sentence.
    package func notCompared(because reason: String) -> String {
        language.text("statuses.not-comparable.because", ["because": language.reasons.clause(reason)])
    }
}
