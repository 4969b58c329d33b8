import HealingCurve
import PhotoSeries
import ProgressReport
import Raster
import ScalpMeasurement
import Testing

@Suite("The tables for spreadsheets and statistics")
struct TableTests {
    private func cells(_ line: Substring) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("A photo has one row a measure, with the contract's columns")
    func measurements() {
        var measures = SampleMeasurement()
        measures.redness = .unknown(.noReference)
        let text = MeasurementsTable.text(for: [
            SampleReport.report(photos: [SampleReport.photo(measures: measures)])
        ])
        let lines = text.split(separator: "\n")
        #expect(
            lines.first
                == "client,photo,taken,day,stage,view,session,measure,value,standard_error,unit,expected_low,expected_median,expected_high,status,reason,method"
        )
        #expect(lines.allSatisfy { cells($0).count == 17 })
        #expect(
            lines.dropFirst().map { cells($0)[7] } == [
                "redness", "erythema_index", "delta_a", "darkness", "pigment_load", "optical_density",
                "coverage",
                "density", "scabs", "tone",
            ])
        let start = "anna,2026-03-10.jpg,2026-03-10T10:30:00,7.9375,initial-healing,main,2026-03-02,"
        #expect(
            lines[1] == start + "redness,,,EI,-0.9,0.6,2.4,not-comparable,no-reference,scalpline 0.1.0")
        #expect(lines[2] == start + "erythema_index,34.3,,EI,,,,,,scalpline 0.1.0")
        #expect(lines[3] == start + "delta_a,,,,,,,,no-reference,scalpline 0.1.0")
        #expect(
            lines[4] == start + "darkness,0.71,0.02,share of fresh,0.55,0.7,0.85,as-expected,,scalpline 0.1.0"
        )
        #expect(lines[5] == start + "pigment_load,0.031235,0.001235,mm2,,,,,,scalpline 0.1.0")
        #expect(
            lines[8]
                == start + "density,118.3,1.9,dots/cm2,,,,not-comparable,no-earlier-photo,scalpline 0.1.0")
    }

    @Test("A photo that could not be read has its rows, with the error as reason")
    func failedPhoto() {
        let photo = ReportPhoto(
            file: "x.jpg", sha256: "", width: 0, height: 0, taken: nil, dateSource: nil, warnings: [],
            outcome: .failure(PhotoFailure(code: "empty", message: "No bytes.")))
        let lines = MeasurementsTable.rows(for: SampleReport.report(photos: [photo])).split(separator: "\n")
        #expect(lines.count == 10)
        #expect(lines.allSatisfy { cells($0)[8] == "" && cells($0)[15] == "empty" })
    }

    @Test("Names that a spreadsheet would run get an apostrophe, others are quoted as needed")
    func hostileNames() {
        let photo = SampleReport.photo(file: "a,\"b\"\n.jpg")
        let rows = MeasurementsTable.rows(
            for: SampleReport.report(client: "=cmd|'/c calc'!A1", photos: [photo]))
        #expect(rows.hasPrefix("'=cmd|'/c calc'!A1,\"a,\"\"b\"\"\n.jpg\",2026-"))
        for start in ["+", "-", "@", "\t"] {
            let text = MeasurementsTable.rows(
                for: SampleReport.report(client: start + "x", photos: [SampleReport.photo()]))
            #expect(text.hasPrefix("'" + start + "x,"))
        }
    }

    @Test("The curve's bands stand by view, measure, kind and day; without a band there is no table")
    func curve() {
        #expect(CurveTable.text(for: SampleReport.report(photos: [SampleReport.photo()])) == nil)
        func points(_ days: [Double], _ low: Double) -> [CurveChartPoint] {
            days.map {
                CurveChartPoint(day: $0, band: ExpectedBand(low: low, median: 0.5, high: 0.123456789))
            }
        }
        var report = SampleReport.report(photos: [SampleReport.photo()])
        report.charts = [.darkness: points([0], 0.2)]
        report.foretoldCharts = [.darkness: points([0, 7.94444, 7.94444], -0.1), .redness: points([-1], 0)]
        let rows = """
            main,redness,-1,foretold,0,0.5,0.12346
            main,darkness,0,foretold,-0.1,0.5,0.12346
            main,darkness,7.9444,foretold,-0.1,0.5,0.12346
            main,darkness,7.9444,foretold,-0.1,0.5,0.12346
            main,darkness,0,fit,0.2,0.5,0.12346

            """
        #expect(CurveTable.text(for: report) == "view,measure,day,kind,low,median,high\n" + rows)
        report.views = [
            ReportView(name: "=top", charts: [.scabs: points([1], 0)]), ReportView(name: "side"),
        ]
        #expect(
            CurveTable.text(for: report)
                == "view,measure,day,kind,low,median,high\n'=top,scabs,1,fit,0,0.5,0.12346\n")
        let html = ClientPage.html(for: SampleCourse().report(client: "a", name: nil))
        #expect(html.contains("<a href=\"curve.csv\">curve.csv</a>"))
    }

    @Test("Tracks are in each photo's pixels, their loads in square millimetres where there is a scale")
    func dotTracks() {
        var report = SampleReport.report(photos: [SampleReport.photo()])
        report.tracks = [
            TrackPoint(
                track: 3, photo: 0, position: PixelPoint(x: 10.126, y: 20),
                load: Estimate(value: 12, standardError: 1),
                state: .seen, session: 0),
            TrackPoint(track: 4, photo: 0, position: nil, load: nil, state: .hidden, session: nil),
        ]
        #expect(
            DotTracksTable.text(for: report) == """
                track,photo,x,y,load,state,load_standard_error,session
                3,2026-03-10.jpg,10.13,20,0.03,seen,0.0025,2026-03-02
                4,2026-03-10.jpg,,,,hidden,,

                """)
    }

    @Test("Numbers are rounded the same everywhere and never in exponents")
    func numbers() {
        #expect(NumberText.rounded(1.005, decimals: 1) == "1")
        #expect(NumberText.rounded(-0.001, decimals: 2) == "0")
        #expect(NumberText.rounded(-0.05, decimals: 2) == "-0.05")
        #expect(NumberText.rounded(12, decimals: 2, keepsZeros: true) == "12.00")
        #expect(NumberText.rounded(.nan, decimals: 2) == nil)
        #expect(NumberText.rounded(.infinity, decimals: 2) == nil)
        #expect(NumberText.significant(0.000012345678, digits: 5) == "0.000012346")
        #expect(NumberText.significant(123456789, digits: 3) == "123456789")
        #expect(NumberText.decimals(forError: 0.61, of: 11.8) == 4)
        #expect(NumberText.decimals(forError: 0, of: 11.8) == 4)
    }
}
