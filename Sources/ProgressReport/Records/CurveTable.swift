import HealingCurve

/// The numbers behind a client's charts: `curve.csv`.
///
/// Columns `view,measure,day,kind,low,median,high`: `kind` is `foretold` (the band at that day from the photos
/// before it alone) or `fit` (the band through all photos), `day` counts from the first session, the three points
/// are the 5, 50 and 95 % points of the true value in the units of ``MeasurementsTable``. A foretold band jumps
/// where a photo comes in; two rows may then share a day.
public enum CurveTable {
    /// Name of the file beside the report.
    public static let name = "curve.csv"
    /// The first line, with its newline.
    public static let header = "view,measure,day,kind,low,median,high\n"

    /// The whole table.
    ///
    /// - Parameter report: All that is told of the client.
    /// - Returns: Header and rows by view, measure, kind and day; nil where there is no band at all.
    public static func text(for report: ClientReport) -> String? {
        let views =
            report.views.isEmpty
            ? [
                ReportView(
                    name: report.photos.first?.visit?.view ?? "main", charts: report.charts,
                    foretoldCharts: report.foretoldCharts)
            ] : report.views
        var rows = ""
        for view in views {
            for measure in CurveMeasure.allCases {
                for (kind, charts) in [("foretold", view.foretoldCharts), ("fit", view.charts)] {
                    for point in charts[measure] ?? [] {
                        rows += row(point, view: view.name, measure: measure, kind: kind)
                    }
                }
            }
        }
        return rows.isEmpty ? nil : header + rows
    }

    private static func row(
        _ point: CurveChartPoint, view: String, measure: CurveMeasure, kind: String
    ) -> String {
        var row = CSVRow()
        row.addForeign(view)
        row.add(measure.rawValue)
        row.add(NumberText.rounded(point.day, decimals: 4))
        row.add(kind)
        for value in [point.band.low, point.band.median, point.band.high] {
            row.add(NumberText.significant(value, digits: 5))
        }
        return row.line
    }
}
