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

    private func flat(_ days: [Double], _ low: Double, _ median: Double, _ high: Double) -> [CurveChartPoint]
    {
        days.map { CurveChartPoint(day: $0, band: ExpectedBand(low: low, median: median, high: high)) }
    }

    private func number(_ value: Double, _ decimals: Int = 2) -> String {
        NumberText.rounded(value, decimals: decimals) ?? ""
    }

    @Test("Points and the foretold area lie where their day and value say")
    func coordinates() throws {
        let frame = ChartFrame(days: [0, 10], sessions: [0])
        let point = ChartPoint(
            day: 10, value: 0.5, standardError: 0.05,
            foretold: ExpectedBand(low: 0.4, median: 0.5, high: 0.6),
            status: .asExpected)
        let chart = SVGChart(
            language: english, measure: .darkness, points: [point], foretold: flat([0, 10], 0.2, 0.5, 0.8),
            frame: frame,
            summary: "s")
        let text = chart.markup.text
        let x = frame.time.x(10)
        let axis = chart.axis
        // Shares are shown in per cent.
        #expect(text.contains("<circle class=\"point\" cx=\"\(number(x))\" cy=\"\(number(axis.y(50)))\""))
        #expect(text.contains("y1=\"\(number(axis.y(45)))\" y2=\"\(number(axis.y(55)))\""))
        #expect(
            text.contains("\(number(x, 1)),\(number(axis.y(80), 1)) \(number(x, 1)),\(number(axis.y(20), 1))")
        )
        #expect(text.contains("day 10: 50 ± 5.0, as expected (40 to 60)"))
        #expect(axis.y(80) < axis.y(50))
    }

    @Test("The foretold area steps where a photo comes in, and the fit is a line with dashed edges")
    func steps() throws {
        let frame = ChartFrame(days: [0, 10], sessions: [0])
        let foretold = flat([0, 5], 0.2, 0.5, 0.8) + flat([5, 10], 0.4, 0.5, 0.6)
        let chart = SVGChart(
            language: english, measure: .darkness, points: [], foretold: foretold,
            fit: flat([0, 4, 16], 0.3, 0.5, 0.7),
            frame: frame, summary: "")
        let text = chart.markup.text
        let axis = chart.axis
        let x = number(frame.time.x(5), 1)
        #expect(text.contains("\(x),\(number(axis.y(80), 1)) \(x),\(number(axis.y(60), 1))"))
        #expect(text.components(separatedBy: "<polyline class=\"edge\"").count == 3)
        // The fit is drawn up to the chart's end, though its next point lies beyond.
        let end = "\(number(frame.time.x(10), 1)),\(number(axis.y(50), 1))\"/>"
        #expect(text.contains("<polyline class=\"median\"") && text.contains(end))
        #expect(!text.contains("nan"))
    }

    @Test("After a session whose band nothing tells yet, the area has a gap")
    func gap() {
        let frame = ChartFrame(days: [0, 40], sessions: [0, 20])
        func areas(_ foretold: [CurveChartPoint]) -> Int {
            let chart = SVGChart(
                language: english, measure: .coverage, points: [], foretold: foretold, frame: frame,
                summary: "")
            return chart.markup.text.components(separatedBy: "<polygon").count - 1
        }
        #expect(areas(flat([0, 10, 19.999, 30, 40], 0.1, 0.2, 0.3)) == 2)
        #expect(areas(flat([0, 10, 19.999, 20, 30, 40], 0.1, 0.2, 0.3)) == 1)
    }

    @Test("The legend names what is drawn, with the same classes, and its styles tell line from area")
    func legend() throws {
        let html = ClientPage.html(for: SampleCourse().report(client: "a", name: nil))
        let legend = try #require(
            html.components(separatedBy: "<ul class=\"legend\"><li><svg viewBox=\"0 0 28").last)
        let list = legend.components(separatedBy: "</ul>")[0]
        for css in ["band", "rim", "edge", "median", "error", "point", "point open", "point off", "session"] {
            #expect(list.contains("class=\"\(css)\""), "\(css)")
            #expect(html.components(separatedBy: "class=\"\(css)\"").count > 2, "\(css)")
        }
        #expect(html.contains(".edge{fill:none;stroke:var(--median);stroke-width:1;stroke-dasharray"))
    }

    @Test("What lies off the range has a shape of its own, so that grey print tells it")
    func shapes() {
        let frame = ChartFrame(days: [0, 10], sessions: [0])
        func marks(_ status: CurveStatus) -> String {
            let point = ChartPoint(day: 5, value: 3, standardError: 1, status: status)
            let text = SVGChart(
                language: english, measure: .redness, points: [point], frame: frame, summary: ""
            )
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
