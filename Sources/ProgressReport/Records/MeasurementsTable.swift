import HealingCurve
import ScalpMeasurement

/// The tidy table `measurements.csv`: one row a photo and measure.
///
/// Empty cells where nothing is known; `reason` says why. A photo that could not be read has its rows too, with
/// the error's code as `reason`, so that no photo is missing from a count. `session` is the date of the last
/// session before the photo. Names from outside are made safe for spreadsheets as ``CSVRow`` says.
public enum MeasurementsTable {
    /// The first line, with its newline.
    public static let header =
        "client,photo,taken,day,stage,view,session,measure,value,standard_error,unit,"
        + "expected_low,expected_median,expected_high,status,reason,method\n"

    /// The rows of a client, each with its newline.
    ///
    /// - Parameter report: All that is told of the client.
    /// - Returns: Rows in the photos' order, each photo's measures in the contract's order.
    public static func rows(for report: ClientReport) -> String {
        var text = ""
        for photo in report.photos {
            for cells in cells(of: photo, in: report) {
                var row = CSVRow()
                row.addForeign(report.client)
                for (cell, isForeign) in zip(cells, isForeign) {
                    if isForeign { row.addForeign(cell) } else { row.add(cell) }
                }
                text += row.line
            }
        }
        return text
    }

    /// The cells of a photo's rows behind that of the client, from `photo` to `method`, as the table tells them.
    ///
    /// - Parameters:
    ///   - photo: A photo of the report.
    ///   - report: All that is told of the client.
    /// - Returns: A row a measure; nil where nothing is known.
    public static func cells(of photo: ReportPhoto, in report: ClientReport) -> [[String?]] {
        entries(of: photo, in: report).map { row($0, photo: photo, report: report) }
    }

    /// Whether each cell behind the client's is a name from outside.
    private static let isForeign = (0..<16).map { $0 == 0 || $0 == 4 }

    /// The whole table.
    ///
    /// - Parameter reports: The clients in the order they are to have.
    /// - Returns: Header and rows.
    public static func text(for reports: [ClientReport]) -> String {
        reports.reduce(into: header) { $0 += rows(for: $1) }
    }

    /// One measure of one photo.
    private struct Entry {
        var measure: String
        var unit: String
        var value: Measured?
        /// A value that comes without an error of its own.
        var plain: Double?
        var curve: CurveMeasure?
    }

    private static func entries(of photo: ReportPhoto, in report: ClientReport) -> [Entry] {
        var measurement: PhotoMeasurement?
        if case .success(let measured) = photo.outcome { measurement = measured }
        let hasScale = measurement?.scale != nil
        func curve(_ measure: CurveMeasure, _ unit: String) -> Entry {
            Entry(
                measure: measure.rawValue, unit: unit, value: report.value(of: measure, in: photo),
                curve: measure)
        }
        let redness = measurement?.redness
        let darkness = measurement?.darkness
        return [
            curve(.redness, "EI"),
            Entry(
                measure: "erythema_index", unit: "EI", value: redness?.difference,
                plain: redness?.erythemaIndex ?? .nan),
            Entry(measure: "delta_a", unit: "", value: redness?.difference, plain: redness?.deltaA ?? .nan),
            curve(.darkness, "share of fresh"),
            Entry(measure: "pigment_load", unit: hasScale ? "mm2" : "px2", value: darkness?.pigmentLoad),
            Entry(measure: "optical_density", unit: "", value: darkness?.opticalDensity),
            curve(.coverage, "fraction"),
            curve(.density, hasScale ? "dots/cm2" : "dots/Mpx"),
            curve(.scabs, "fraction"),
            Entry(measure: "tone", unit: "", value: darkness?.tone),
        ]
    }

    private static func row(_ entry: Entry, photo: ReportPhoto, report: ClientReport) -> [String?] {
        var row: [String?] = [
            photo.file, photo.taken?.text,
            photo.visit?.day.flatMap { NumberText.rounded($0, decimals: 4) },
            photo.visit?.stage?.rawValue, photo.visit?.view,
            report.latestSession(of: photo).map { report.sessions[$0].date.dateText }, entry.measure,
        ]

        var reason: String?
        if case .failure(let failure) = photo.outcome { reason = failure.code }
        if let plain = entry.plain {
            // Here the reason belongs to the difference; a plain index may be known without it.
            let text = NumberText.rounded(plain, decimals: 3)
            row.append(text)
            row.append(nil)
            if text == nil { reason = reason ?? entry.value?.reason?.rawValue }
        } else if let known = entry.value?.estimate {
            let decimals = NumberText.decimals(forError: known.standardError, of: known.value)
            row.append(NumberText.rounded(known.value, decimals: decimals))
            row.append(NumberText.rounded(known.standardError, decimals: decimals))
        } else {
            row.append(nil)
            row.append(nil)
            reason = reason ?? entry.value?.reason?.rawValue
        }
        row.append(entry.unit)

        let verdict = entry.curve.flatMap { report.verdict(on: $0, in: photo) }
        for edge in [verdict?.band?.low, verdict?.band?.median, verdict?.band?.high] {
            row.append(edge.flatMap { NumberText.significant($0, digits: 5) })
        }
        row.append(verdict?.status.rawValue)
        row.append(reason ?? verdict?.reason)
        row.append(report.method)
        return row
    }
}
