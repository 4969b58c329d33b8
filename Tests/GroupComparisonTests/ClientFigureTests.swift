import GroupComparison
import SteadyMath
import Testing

@Suite("A client's own figure")
struct ClientFigureTests {
    private func visits(_ points: [(Double, Double)]) -> [ComparedVisit] {
        points.map { ComparedVisit(day: $0.0, value: $0.1, standardError: 0.01) }
    }

    private func value(
        _ day: Double, _ points: [(Double, Double)], _ measure: ComparedMeasure = .darkness
    ) -> Double? {
        ClientFigure.of(.value(day: day), measure: measure, visits: visits(points))?.value
    }

    @Test("Between two photos a value lies on the line between theirs, from both")
    func between() {
        let figure = ClientFigure.of(
            .value(day: 90), measure: .darkness, visits: visits([(0, 1), (60, 0.6), (180, 0.5)]))
        #expect(figure?.value == 0.575 && figure?.photos == 2)
        let exact = ClientFigure.of(
            .value(day: 60), measure: .darkness, visits: visits([(60, 0.6), (180, 0.5)]))
        #expect(exact?.value == 0.6 && exact?.photos == 1)
    }

    @Test(
        "Nothing is drawn over the pale weeks or over a gap of more than a year, and nothing beyond the last photo"
    )
    func refused() {
        #expect(value(30, [(10, 0.5), (40, 0.6)]) == nil)
        #expect(value(365, [(90, 0.6), (600, 0.4)]) == nil)
        #expect(value(90, [(0, 1), (60, 0.6)]) == nil)
        #expect(value(30, []) == nil)
    }

    @Test("A photo within a fifteenth of the days, or half a day, stands for the day")
    func near() {
        #expect(value(90, [(0, 1), (85, 0.6)]) == 0.6)
        #expect(value(90, [(0, 1), (83, 0.6)]) == nil)
        #expect(value(365, [(389, 0.4)]) == 0.4)
        #expect(value(1, [(0, 12), (0.6, 9), (3, 2)], .redness) == 9)
        #expect(value(3, [(1, 9), (5, 2)], .redness) == nil)
    }

    @Test("Coverage and density are taken by their logarithms, and nothing counts as half its error")
    func ratios() throws {
        let figure = try #require(value(30, [(30, 0.03)], .coverage))
        #expect(abs(Steady.exp(figure) - 0.03) < 1e-12)
        let none = try #require(value(30, [(30, -0.2)], .coverage))
        #expect(abs(Steady.exp(none) - 0.005) < 1e-12)
    }

    @Test(
        "What is lost a year is the rate of the exponential, from the twelfth week on and over half a year or more"
    )
    func fading() throws {
        func fading(_ days: [Double]) -> Double? {
            let points = [(20.0, 5.0)] + days.map { ($0, 0.6 * Steady.exp(-0.13 * $0 / 365)) }
            return ClientFigure.of(.fading, measure: .darkness, visits: visits(points))?.value
        }
        #expect(abs(try #require(fading([90, 200, 410])) - 0.13) < 1e-12)
        #expect(fading([90, 269]) == nil)
        #expect(fading([80, 300]) == nil)
        #expect(fading([]) == nil)
    }
}
