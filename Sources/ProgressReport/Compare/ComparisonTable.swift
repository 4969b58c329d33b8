import GroupComparison

/// A comparison as the tidy table `compare.csv`: one row a figure.
///
/// Rows with an empty `versus` are a group's own figures; the others are `group` less `versus`, or over it where `unit`
/// is `ratio`. Shares and rates are fractions, as in ``MeasurementsTable``.
public enum ComparisonTable {
    /// Name of the file.
    public static let name = "compare.csv"
    /// The first line, with its newline.
    public static let header =
        "factor,measure,quantity,day,group,versus,clients,versus_clients,photos,value,low,high,low_together,"
        + "high_together,unit,reading,reason,method\n"

    /// The whole table.
    ///
    /// - Parameter report: The comparison.
    /// - Returns: Header, the groups' figures, then their differences.
    public static func text(for report: ComparisonReport) -> String {
        var text = header
        for group in report.groups.groups {
            for figure in group.figures {
                text += row(
                    report, figure.quantity, group: group.name, versus: nil, clients: [figure.clients, nil],
                    photos: figure.photos, value: figure.value, interval: figure.interval, together: nil,
                    reading: nil, reason: figure.reason)
            }
        }
        for difference in report.groups.differences {
            text += row(
                report, difference.quantity, group: difference.first, versus: difference.second,
                clients: [difference.firstClients, difference.secondClients], photos: nil,
                value: difference.value, interval: difference.interval,
                together: difference.intervalTogether, reading: difference.reading, reason: difference.reason)
        }
        return text
    }

    /// The unit of a figure or difference as programs read it.
    static func unit(_ quantity: ComparedQuantity, of measure: ComparedMeasure, isDifference: Bool) -> String
    {
        if quantity == .fading { return "1/year" }
        if isDifference, ComparisonWords.isRatio(quantity, of: measure) { return "ratio" }
        return switch measure {
        case .darkness: "share of fresh"
        case .coverage: "fraction"
        case .density: "dots/cm2"
        case .redness: "EI"
        }
    }

    /// Digits that are kept of every figure.
    static let digits = 5

    private static func row(
        _ report: ComparisonReport, _ quantity: ComparedQuantity, group: String, versus: String?,
        clients: [Int?],
        photos: Int?, value: Double?, interval: ClosedRange<Double>?, together: ClosedRange<Double>?,
        reading: GroupDifference.Reading?, reason: ComparisonReason?
    ) -> String {
        var row = CSVRow()
        row.add(report.factor.rawValue)
        row.add(report.groups.measure.rawValue)
        if case .value(let day) = quantity {
            row.add("value")
            row.add(NumberText.rounded(day, decimals: 0))
        } else {
            row.add("fading")
            row.add(nil)
        }
        row.addForeign(group)
        row.addForeign(versus)
        for count in clients + [photos] { row.add(count.map(String.init)) }
        let edges = [interval?.lowerBound, interval?.upperBound, together?.lowerBound, together?.upperBound]
        for number in [value] + edges {
            row.add(number.flatMap { NumberText.significant($0, digits: digits) })
        }
        row.add(unit(quantity, of: report.groups.measure, isDifference: versus != nil))
        row.add(reading?.rawValue)
        row.add(reason?.rawValue)
        row.add(report.method)
        return row.line
    }
}
