import HealingCurve
import ScalplineApp
import Testing

@Suite("A practice's own curve, as a file and in judgements")
struct FittedCurveTests {
    private static func bundled() throws -> String { try CurveFile.load(from: nil).text }

    private static func own(
        _ changes: [(CurveParameter, low: Double, median: Double, high: Double)]
    ) throws -> CurvePriors {
        var priors = CurvePriors.published
        for change in changes {
            priors = try priors.replacing(
                change.0,
                with: CurvePrior(
                    low: change.low, median: change.median, high: change.high,
                    isLogarithmic: CurvePriors.published[change.0].isLogarithmic))
        }
        return priors
    }

    @Test("What is as published stays as it is, line for line, behind a head that says who made the file")
    func unchanged() throws {
        let bundled = try Self.bundled()
        let text = try CurveFile.fitted(.published, series: 12, onto: bundled)
        #expect(text.hasSuffix(bundled))
        #expect(text.hasPrefix("# Made by scalpline curve fit (\(Scalpline.method)) from 12 finished series"))
        #expect(text.dropLast(bundled.count).split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
        #expect(try CurveFile.priors(reading: text) == .published)
    }

    @Test("What moved is written to four digits, the published values below it, all comments kept")
    func changed() throws {
        let bundled = try Self.bundled()
        let priors = try Self.own([
            (.rednessTimeConstant, low: 2.00004, median: 3.14159265, high: 5),
            (.darknessDip, low: 0, median: 0.0123456, high: 0.2),
            (.rednessOffset, low: -1.23456, median: -0.00012, high: 0.5),
            (.scabsExtraScatter, low: 0.00001234567, median: 0.0004, high: 0.002),
        ])
        let text = try CurveFile.fitted(priors, series: 31, onto: bundled)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let place = try #require(lines.firstIndex { $0.contains("rednessTimeConstant:") })
        #expect(lines[place] == "  rednessTimeConstant: {low: 2, median: 3.142, high: 5, log: true}")
        #expect(lines[place + 1] == "  # Published: low 1, median 1.8, high 3.5.")
        #expect(lines.contains("  rednessOffset: {low: -1.235, median: -0.00012, high: 0.5}"))
        #expect(
            lines.contains("  scabsExtraScatter: {low: 0.00001235, median: 0.0004, high: 0.002, log: true}"))
        #expect(lines.count { $0.hasPrefix("  # Published: ") } == 4)
        // Everything else is the published file, in its order.
        let moved = ["rednessTimeConstant:", "darknessDip:", "rednessOffset:", "scabsExtraScatter:"]
        func others(_ lines: [String]) -> [String] {
            lines.filter { line in
                !line.hasPrefix("  # Published: ") && !moved.contains { line.contains($0) }
            }
        }
        let known = bundled.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(Array(others(lines).suffix(others(known).count)) == others(known))
        let read = try CurveFile.priors(reading: text)
        #expect(read[.darknessDip] == CurvePrior(low: 0, median: 0.01235, high: 0.2))
        #expect(read[.darknessWidth] == CurvePriors.published[.darknessWidth])
        // A fit of what was read writes the same again.
        #expect(try CurveFile.fitted(read, series: 31, onto: bundled) == text)
    }

    @Test("A narrow prior takes the digits that keep its points apart; what no digits hold is never written")
    func narrow() throws {
        let bundled = try Self.bundled()
        let narrow = try Self.own([(.darknessMidpoint, low: 6.000001, median: 6.000002, high: 6.000003)])
        let read = try CurveFile.priors(reading: CurveFile.fitted(narrow, series: 3, onto: bundled))
        #expect(read[.darknessMidpoint].low < read[.darknessMidpoint].high)
        let tooNarrow = try Self.own([
            (.scabsExtraScatter, low: 1e-14, median: 1.1e-14, high: 1.2e-14)
        ])
        #expect(throws: RunError.self) { try CurveFile.fitted(tooNarrow, series: 3, onto: bundled) }
        let priors = try Self.own([(.rednessOffset, low: -1, median: 0, high: 1)])
        for text in ["", "priors:\n", bundled.replacing("rednessOffset:", with: "rednesOffset:")] {
            #expect(throws: RunError.self) { try CurveFile.fitted(priors, series: 3, onto: text) }
        }
    }

    @Test("A gain within two of its errors is none")
    func foretelling() {
        #expect(FittedCurve.foretelling(gain: 0.5, standardError: 0.2) == .better)
        #expect(FittedCurve.foretelling(gain: 0.5, standardError: 0.3) == .asGood)
        #expect(FittedCurve.foretelling(gain: -0.5, standardError: 0.3) == .asGood)
        #expect(FittedCurve.foretelling(gain: -0.7, standardError: 0.3) == .worse)
        #expect(FittedCurve.foretelling(gain: .nan, standardError: 0.3) == .unknown)
    }

    @Test("A band is judged from thirty values on, within two errors of nine in ten")
    func verdict() {
        func verdict(_ held: Int, of values: Int, error: Double) -> CheckedCurve.Verdict {
            CheckedCurve.verdict(values: values, held: held, standardError: error)
        }
        #expect(verdict(5, of: 29, error: 0.01) == .tooFew)
        #expect(verdict(27, of: 30, error: 0) == .asItShouldBe)
        // All of thirty: one practice in twenty-three has that with a band that is right.
        #expect(verdict(30, of: 30, error: 0.03) == .asItShouldBe)
        #expect(verdict(300, of: 300, error: 0.003) == .tooWide)
        #expect(verdict(240, of: 300, error: 0.02) == .tooNarrow)
        #expect(verdict(240, of: 300, error: 0.06) == .asItShouldBe)
        #expect(verdict(240, of: 300, error: .nan) == .tooNarrow)
    }
}
