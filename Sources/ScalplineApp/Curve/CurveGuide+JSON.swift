import HealingCurve
import ProgressReport

extension CurveGuide {
    private static let schema = "scalpline.curve-guide/1"

    /// The guide as one JSON object on one line (schema `scalpline.curve-guide/1`), in the units of the curve file.
    ///
    /// - Parameter published: The published curve's guide where this is a practice's own; it then stands beside.
    /// - Returns: The object, without a newline.
    public func json(besides published: CurveGuide? = nil) -> String {
        var members: [(String, JSONValue)] = [
            ("schema", .string(Self.schema)), ("method", .string(Scalpline.method)), ("file", .text(file)),
        ]
        members += self.members
        if let published {
            let differing = CurveParameter.allCases.filter { published.priors[$0] != priors[$0] }
            members += [
                ("differs", .array(differing.map { .string($0.rawValue) })),
                ("published", .object(published.members)),
            ]
        }
        return JSONValue.object(members).text
    }

    private var members: [(String, JSONValue)] {
        let parameters = CurveParameter.allCases.map { parameter -> JSONValue in
            let prior = priors[parameter]
            return .object([
                ("name", .string(parameter.rawValue)), ("meaning", .string(CurveWords.meaning(parameter))),
                ("low", .significant(prior.low, 6)), ("median", .significant(prior.median, 6)),
                ("high", .significant(prior.high, 6)), ("log", .bool(prior.isLogarithmic)),
            ])
        }
        let days = table.map { day -> JSONValue in
            .object(
                [("day", .decimal(day.day, 1))]
                    + Quantity.allCases.map { ($0.rawValue, Self.value(day.bands[$0])) })
        }
        return [
            ("parameters", .array(parameters)), ("days", .array(days)),
            ("touchUpDays", Self.value(touchUp)),
        ]
    }

    private static func value(_ band: ExpectedBand?) -> JSONValue {
        .object([
            ("low", .significant(band?.low, 4)), ("median", .significant(band?.median, 4)),
            ("high", .significant(band?.high, 4)),
        ])
    }
}
