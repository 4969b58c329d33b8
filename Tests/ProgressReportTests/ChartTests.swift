import Foundation
import HealingCurve
import ProgressReport
import Testing

@Suite("Charts")
struct ChartTests {
    @Test("The time axis gives the first two weeks room beside a year, in order and within its ends")
    func timeAxis() {
        let axis = TimeAxis(days: [-3, 365], left: 40, right: 340)
        #expect(axis.x(-3) == 40 && axis.x(365) == 340)
        let places = [-3.0, -1, 0, 1, 3, 7, 14, 28, 42, 90, 180, 365].map(axis.x)
        #expect(places == places.sorted())
        #expect(axis.x(14) - axis.x(0) > 0.3 * 300)
        #expect(axis.labelledDays.starts(with: [0]) && axis.labelledDays.contains(365))
        for (left, right) in zip(axis.labelledDays, axis.labelledDays.dropFirst()) {
            #expect(axis.x(right) - axis.x(left) >= 19)
        }
    }

    @Test("The value axis has round ends that hold all values")
    func valueAxis() {
        let axis = ValueAxis(values: [-1.2, 13.7], floor: nil, leastSpan: 6, bottom: 200, top: 0)
        #expect(axis.low == -5 && axis.high == 15 && axis.step == 5)
        #expect(axis.labels == [-5, 0, 5, 10, 15])
        #expect(axis.y(5) == 100)
        let flat = ValueAxis(values: [0, 0], floor: 0, leastSpan: 1, bottom: 200, top: 0)
        #expect(flat.low == 0 && flat.high >= 1)
    }

    @Test("Points, bands and brackets lie where their day and value say")
    func coordinates() throws {
        let frame = ChartFrame(days: [0, 10], sessions: [0])
        let point = ChartPoint(
            day: 10, value: 0.5, standardError: 0.05,
            foretold: ExpectedBand(low: 0.4, median: 0.5, high: 0.6),
            status: .asExpected)
        let band = [0.0, 10].map { day in
            CurveChartPoint(day: day, band: ExpectedBand(low: 0.2, median: 0.5, high: 0.8))
        }
        let chart = SVGChart(measure: .darkness, points: [point], band: band, frame: frame, summary: "s")
        let text = chart.markup.text
        func number(_ value: Double, _ decimals: Int = 2) -> String {
            NumberText.rounded(value, decimals: decimals) ?? ""
        }
        let x = frame.time.x(10)
        let axis = chart.axis
        // Shares are shown in per cent.
        #expect(text.contains("<circle class=\"point\" cx=\"\(number(x))\" cy=\"\(number(axis.y(50)))\""))
        #expect(text.contains("y1=\"\(number(axis.y(45)))\" y2=\"\(number(axis.y(55)))\""))
        #expect(
            text.contains("\(number(x, 1)),\(number(axis.y(80), 1)) \(number(x, 1)),\(number(axis.y(20), 1))")
        )
        #expect(
            text.contains("M\(number(x - 3)) \(number(axis.y(60)))H\(number(x - 6))V\(number(axis.y(40)))h3"))
        #expect(axis.y(80) < axis.y(50))
    }

    @Test("What lies off the range has a shape of its own, so that grey print tells it")
    func shapes() {
        let frame = ChartFrame(days: [0, 10], sessions: [0])
        func marks(_ status: CurveStatus) -> String {
            let point = ChartPoint(day: 5, value: 3, standardError: 1, status: status)
            let text = SVGChart(measure: .redness, points: [point], band: [], frame: frame, summary: "")
                .markup.text
            return text.components(separatedBy: "class=\"point").dropFirst().joined()
        }
        #expect(marks(.above).contains("l5 9h-10z"))
        #expect(marks(.below).contains("l5 -9h-10z"))
        #expect(marks(.notComparable).hasPrefix(" open\" cx="))
        #expect(marks(.asExpected).hasPrefix("\" cx="))
    }

    @Test("Every chart is well-formed and tells in words what it shows")
    func wellFormed() throws {
        let html = ClientPage.html(for: SampleCourse().report(client: "a", name: nil))
        let charts = html.components(separatedBy: "<svg class=\"chart\"").dropFirst()
        #expect(charts.count == 6)
        for chart in charts {
            let end = try #require(chart.range(of: "</svg>"))
            let parser = XMLCheck("<svg class=\"chart\"" + chart[..<end.upperBound])
            #expect(parser.isWellFormed)
            #expect(
                chart.contains("role=\"img\"") && chart.contains("<title id=") && chart.contains("<desc id="))
            #expect(!chart[..<end.upperBound].lowercased().contains("nan"))
        }
        #expect(html.contains("The last one is"))
    }
}
