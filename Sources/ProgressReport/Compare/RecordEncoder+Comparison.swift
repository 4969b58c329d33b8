import GroupComparison

extension RecordEncoder {
    /// Schema of a comparison.
    public static let comparisonSchema = "scalpline.compare/1"

    /// A comparison as one JSON object on one line (schema `scalpline.compare/1`), without a newline.
    ///
    /// - Parameter report: The comparison.
    /// - Returns: One JSON object.
    public static func comparison(_ report: ComparisonReport) -> String {
        let groups = report.groups
        return JSONValue.object([
            ("schema", .string(comparisonSchema)), ("method", .string(report.method)),
            ("methods", .array(report.methods.map(JSONValue.string))),
            ("factor", .string(report.factor.rawValue)), ("measure", .string(groups.measure.rawValue)),
            ("scale", .string(groups.measure.scale == .ratio ? "ratio" : "difference")),
            ("level", .decimal(ComparedGroups.level, 4)),
            ("fewestClients", .integer(ComparedGroups.fewestClients)),
            ("randomised", .bool(false)),
            ("comparisons", .integer(groups.comparisons)),
            ("groups", .array(groups.groups.map { group($0, of: groups.measure) })),
            ("differences", .array(groups.differences.map { difference($0, of: groups.measure) })),
            ("warnings", .array(groups.warnings.map(warning))),
            (
                "leftOut",
                .array(
                    report.leftOut.map {
                        .object([("client", .string($0.client)), ("reason", .string($0.reason.rawValue))])
                    })
            ),
            (
                "sentences",
                .array(
                    (ComparisonWords.conclusions(report) + ComparisonWords.cautions(report)
                        + ComparisonWords.warnings(report)).map(JSONValue.string))
            ),
        ]).text
    }

    private static func number(_ value: Double?) -> JSONValue {
        .significant(value, ComparisonTable.digits)
    }

    private static func quantity(_ quantity: ComparedQuantity) -> [(String, JSONValue)] {
        switch quantity {
        case .value(let day): [("quantity", .string("value")), ("day", .decimal(day, 0))]
        case .fading: [("quantity", .string("fading")), ("day", .null)]
        }
    }

    private static func interval(_ range: ClosedRange<Double>?) -> JSONValue {
        range.map { .object([("low", number($0.lowerBound)), ("high", number($0.upperBound))]) } ?? .null
    }

    private static func group(_ group: ComparedGroup, of measure: ComparedMeasure) -> JSONValue {
        .object([
            ("name", .string(group.name)), ("clients", .array(group.clients.map { .string($0.id) })),
            ("photos", .integer(group.photos)),
            (
                "traits",
                .object(
                    ComparedTrait.allCases.compactMap { trait in
                        group.traits[trait].map { summary in
                            (
                                trait.rawValue,
                                .object([
                                    ("clients", .integer(summary.clients)), ("mean", number(summary.mean)),
                                    ("standardDeviation", number(summary.deviation)),
                                ])
                            )
                        }
                    })
            ),
            (
                "figures",
                .array(
                    group.figures.map { figure in
                        .object(
                            quantity(figure.quantity) + [
                                ("clients", .integer(figure.clients)), ("photos", .integer(figure.photos)),
                                ("value", number(figure.value)), ("interval", interval(figure.interval)),
                                (
                                    "unit",
                                    .string(
                                        ComparisonTable.unit(
                                            figure.quantity, of: measure, isDifference: false))
                                ),
                                ("reason", .text(figure.reason?.rawValue)),
                            ])
                    })
            ),
        ])
    }

    private static func difference(_ difference: GroupDifference, of measure: ComparedMeasure) -> JSONValue {
        .object(
            [("first", .string(difference.first)), ("second", .string(difference.second))]
                + quantity(difference.quantity) + [
                    (
                        "clients",
                        .array([.integer(difference.firstClients), .integer(difference.secondClients)])
                    ),
                    ("value", number(difference.value)), ("interval", interval(difference.interval)),
                    ("intervalTogether", interval(difference.intervalTogether)),
                    (
                        "unit",
                        .string(ComparisonTable.unit(difference.quantity, of: measure, isDifference: true))
                    ),
                    ("reading", .text(difference.reading?.rawValue)),
                    ("reason", .text(difference.reason?.rawValue)),
                ])
    }

    private static func warning(_ warning: ComparisonWarning) -> JSONValue {
        switch warning {
        case .trait(let trait, let first, let second, let deviations):
            .object([
                ("about", .string(trait.rawValue)), ("first", .string(first)), ("second", .string(second)),
                ("deviations", deviations.isFinite ? number(deviations) : .null),
            ])
        case .factor(let factor, let value, let first, let second, let own, let other):
            .object([
                ("about", .string(factor)), ("first", .string(first)), ("second", .string(second)),
                ("value", .text(value)), ("shares", .array([number(own), number(other)])),
            ])
        }
    }
}
