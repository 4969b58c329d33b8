import GroupComparison
import SteadyMath
import Testing

@Suite("Intervals over clients")
struct ClientSampleTests {
    /// Extra hours of sleep of ten people by two remedies: the example of Student (1908), as R carries it (`sleep`).
    private static let first = ClientSample([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0])
    private static let second = ClientSample([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])

    @Test(
        "Student's quantiles are those of the printed table",
        arguments: [
            (0.975, 1.0, 12.7062047), (0.975, 2, 4.30265273), (0.975, 9, 2.26215716), (0.995, 4, 4.60409487),
            (0.95, 30, 1.69726089), (0.975, 120, 1.97993041), (0.9995, 10, 4.58689386),
            (0.975, 1e9, 1.95996398),
        ])
    func quantiles(p: Double, degrees: Double, value: Double) {
        #expect(abs(Steady.studentQuantile(p, degrees: degrees) / value - 1) < 2e-8)
        #expect(
            Steady.studentQuantile(1 - p, degrees: degrees) == -Steady.studentQuantile(p, degrees: degrees))
    }

    @Test("A quantile of any number of degrees of freedom has its share below it")
    func roundTrip() {
        for degrees in [0.5, 1.7, 4.31, 17.776, 99.9, 9_999, 10_001, 3e6] {
            for p in [0.001, 0.2, 0.6, 0.975, 0.99999] {
                let t = Steady.studentQuantile(p, degrees: degrees)
                #expect(abs(Steady.studentCDF(t, degrees: degrees) - p) < 1e-9)
            }
        }
        #expect(Steady.studentQuantile(0.5, degrees: 3) == 0)
        #expect(Steady.studentQuantile(1, degrees: 3) == .infinity)
        #expect(Steady.studentQuantile(0.9, degrees: 0).isNaN)
        #expect(abs(Steady.logGamma(0.5) - 0.572_364_942_924_700_1) < 1e-13)
        #expect(abs(Steady.logGamma(171) / 706.573_062_245_787_4 - 1) < 1e-13)
    }

    @Test("A mean has Student's interval, a difference Welch's, as R gives them for Student's own data")
    func published() throws {
        let own = try #require(Self.second.interval(level: 0.95))
        #expect(abs(own.lowerBound - 0.897_677_5) < 1e-6 && abs(own.upperBound - 3.762_322_5) < 1e-6)
        let difference = try #require(Self.first.interval(less: Self.second, level: 0.95))
        #expect(abs(difference.lowerBound + 3.365_483_2) < 1e-6)
        #expect(abs(difference.upperBound - 0.205_483_2) < 1e-6)
    }

    @Test("One client has no interval; clients who are all alike have one without width")
    func edges() {
        #expect(ClientSample([1]).interval(level: 0.95) == nil)
        #expect(ClientSample([]).interval(level: 0.95) == nil)
        #expect(ClientSample([1]).interval(less: Self.first, level: 0.95) == nil)
        let same = ClientSample([2, 2, 2])
        #expect(same.interval(level: 0.95) == 2...2)
        #expect(same.interval(less: ClientSample([1, 1]), level: 0.95) == 1...1)
    }
}
