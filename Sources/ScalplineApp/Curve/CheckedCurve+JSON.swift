import HealingCurve
import ProgressReport

extension CheckedCurve {
    private static let schema = "scalpline.curve-check/1"

    /// What holds as one JSON object on one line (schema `scalpline.curve-check/1`); shares are fractions.
    public var json: String {
        let values = rows.map { row -> JSONValue in
            .object([
                ("measure", .string(row.measure.rawValue)), ("stage", .string(row.stage.rawValue)),
                ("clients", .integer(row.clients)), ("values", .integer(row.values)),
                ("held", .integer(row.held)), ("share", .decimal(row.share, 4)),
                ("standardError", .decimal(row.standardError, 4)), ("goal", .decimal(Self.goal, 2)),
                ("verdict", .string(Self.verdict(row).rawValue)),
            ])
        }
        let leftOut = selection.without.map { entry -> JSONValue in
            .object([
                ("reason", .string(entry.reason.rawValue)),
                ("clients", .array(entry.clients.map(JSONValue.string))),
            ])
        }
        return JSONValue.object([
            ("schema", .string(Self.schema)), ("method", .string(Scalpline.method)), ("curve", .text(file)),
            ("clients", .integer(selection.clients.count)), ("series", .integer(selection.series.count)),
            ("leftOut", .array(leftOut)), ("rows", .array(values)), ("notMeasured", summary.notMeasured),
        ]).text
    }
}
