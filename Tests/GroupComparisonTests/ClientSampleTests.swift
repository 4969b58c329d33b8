import GroupComparison
import SteadyMath
import Testing

@Suite("Intervals over clients")
struct ClientSampleTests {
    @Test(
        "Student's quantiles are those of the printed table",
        arguments: [
            (0.975, 1.0, 12.7062047), (0.975, 2, 4.30265273), (0.975, 9, 2.26215716), (0.995, 4, 4.60409487),
            (0.95, 30, 1.69726089), (0.975, 120, 1.97993041), (0.9995, 10, 4.58689386), (0.975, 1e9, 1.95996398),
            (0.975, 12.5, 2.16915797),
        ])
    func quantiles(p: Double, degrees: Double, value: Double) {
        #expect(abs(Steady.studentQuantile(p, degrees: degrees) / value - 1) < 2e-8)
        #expect(Steady.studentQuantile(1 - p, degrees: degrees) == -Steady.studentQuantile(p, degrees: degrees))
    }
}
