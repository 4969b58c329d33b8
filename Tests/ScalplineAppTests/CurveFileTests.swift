import ClientRecords
import HealingCurve
import ScalplineApp
import Testing

@Suite("The curve's file")
struct CurveFileTests {
    /// A whole file with one line changed.
    static func text(replacing parameter: String? = nil, with line: String = "") -> String {
        let lines = CurveParameter.allCases.map { name in
            let prior = CurvePriors.published[name]
            return name.rawValue == parameter
                ? line
                : "  \(name.rawValue): {low: \(prior.low), median: \(prior.median), high: \(prior.high), "
                    + "log: \(prior.isLogarithmic)}"
        }
        return (["schema: scalpline.curve/1", "priors:"] + lines).joined(separator: "\n") + "\n"
    }

    @Test("the bundled file holds the published priors")
    func bundled() throws {
        #expect(try CurveFile.priors(from: nil) == CurvePriors.published)
    }

    @Test("a practice's own value is used")
    func ownValue() throws {
        let text = Self.text(
            replacing: "rednessOffset", with: "  rednessOffset: {low: -1, median: 0.5, high: 2}")
        let priors = try CurveFile.priors(reading: text)
        #expect(priors[.rednessOffset].median == 0.5)
        #expect(priors[.rednessTimeConstant] == CurvePriors.published[.rednessTimeConstant])
    }

    @Test(
        "what is wrong is refused with its key",
        arguments: [
            ("  rednessOffset: {low: -1, median: 0, hihg: 2}", "hihg"),
            ("  rednessOffset: {low: -1, median: 0}", "rednessOffset.high"),
            ("  rednessOffset: {low: -1, median: zero, high: 1}", "median"),
            ("  rednessOfset: {low: -1, median: 0, high: 1}", "rednessOfset"), ("", "rednessOffset"),
            ("  rednessOffset: {low: 1, median: 0, high: -1}", "rednessOffset"),
        ])
    func refused(line: String, key: String) throws {
        let error = #expect(throws: (any Error).self) {
            try CurveFile.priors(reading: Self.text(replacing: "rednessOffset", with: line))
        }
        #expect(String(describing: error).contains(key))
    }

    @Test("a file that is not there names --curve")
    func missing() {
        let error = #expect(throws: RunError.self) { try CurveFile.priors(from: BytePath("/nowhere.yaml")) }
        #expect(error?.message.contains("--curve") == true)
    }
}
