import HealingCurve
import ProgressReport

extension FittedCurve {
    private static let schema = "scalpline.curve-fit/1"

    /// What was learned as one JSON object on one line (schema `scalpline.curve-fit/1`), in the units of the curve file.
    public var json: String {
        JSONValue.object([
            ("schema", .string(Self.schema)), ("method", .string(Scalpline.method)),
            ("file", isWritten ? .string(file) : .null), ("start", .text(startFile)),
            ("clients", .integer(selection.clients.count)), ("series", .integer(selection.series.count)),
            ("finished", .integer(selection.finished.count)), ("learned", .integer(selection.learned.count)),
            ("leftOut", .array(leftOut)),
            ("includeFindings", .bool(selection.includesFindings)),
            (
                "findings",
                .array(
                    selection.withFindings.map { entry in
                        .object([
                            ("client", .string(entry.client)),
                            ("codes", .array(entry.codes.map(JSONValue.string))),
                        ])
                    })
            ),
            ("parameters", .array((fit?.moves ?? []).map(Self.value))),
            ("heldBack", fit?.heldBack.map(Self.value) ?? .null),
            ("foretells", .string(foretelling.rawValue)),
            ("notMeasured", summary.notMeasured),
        ]).text
    }

    private var leftOut: [JSONValue] {
        func entry(_ reason: String, _ clients: [String]) -> JSONValue {
            .object([("reason", .string(reason)), ("clients", .array(clients.map(JSONValue.string)))])
        }
        var entries = selection.without.map { entry($0.reason.rawValue, $0.clients) }
        if !selection.unfinished.isEmpty { entries.append(entry("not-finished", selection.unfinished)) }
        if !selection.includesFindings, !selection.withFindings.isEmpty {
            entries.append(entry("findings", selection.withFindings.map(\.client)))
        }
        return entries
    }

    private static func value(_ move: PracticeFit.Move) -> JSONValue {
        func points(_ prior: CurvePrior) -> JSONValue {
            .object([
                ("low", .significant(prior.low, 6)), ("median", .significant(prior.median, 6)),
                ("high", .significant(prior.high, 6)),
            ])
        }
        return .object([
            ("name", .string(move.parameter.rawValue)),
            ("meaning", .string(CurveWords.meaning(move.parameter))),
            ("before", points(move.before)), ("after", points(move.after)),
            ("log", .bool(move.after.isLogarithmic)), ("clientsTelling", .decimal(move.clientsTelling, 2)),
            ("probabilityOfDifference", .decimal(move.probabilityOfDifference, 4)),
        ])
    }

    private static func value(_ held: PracticeFit.HeldBack) -> JSONValue {
        .object([
            ("series", .integer(held.series)), ("better", .integer(held.better)),
            ("gain", .decimal(held.gain, 4)), ("standardError", .decimal(held.standardError, 4)),
        ])
    }
}

extension RunSummary {
    /// Photos and clients that could not be measured, as a list of paths and codes.
    var notMeasured: JSONValue {
        func entry(_ path: String, _ code: String) -> JSONValue {
            .object([("path", .string(path)), ("code", .string(code))])
        }
        return .array(
            clients.flatMap { client in
                (client.failure.map { [entry(client.id, $0.code)] } ?? [])
                    + client.failedPhotos.map { entry("\(client.id)/\($0.file)", $0.failure.code) }
            } + strayPhotos.map { entry($0, PhotoFailure.noClient.code) })
    }
}
