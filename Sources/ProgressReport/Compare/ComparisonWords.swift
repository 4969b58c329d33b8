import GroupComparison

/// A comparison in words: for analysts, in English.
package enum ComparisonWords {
    /// A space that keeps a number and its unit together.
    static let noBreak = "\u{A0}"

    /// What stands above everything.
    ///
    /// - Parameter report: The comparison.
    /// - Returns: As `Darkness by technique`.
    package static func title(_ report: ComparisonReport) -> String {
        name(report.groups.measure) + " by " + report.factor.rawValue
    }

    /// The name of a measure.
    package static func name(_ measure: ComparedMeasure) -> String {
        switch measure {
        case .darkness: "Darkness"
        case .coverage: "Coverage"
        case .density: "Dot density"
        case .redness: "Redness"
        }
    }

    /// What the figures are, in a sentence.
    package static func meaning(_ measure: ComparedMeasure) -> String {
        switch measure {
        case .darkness:
            "What is left of the pigment of each client’s last session, fresh dots having 100 %: means of the clients."
        case .coverage:
            "Share of the treated light that pigment takes after the last session: geometric means of the clients."
        case .density: "Dots that can be counted after the last session: geometric means of the clients."
        case .redness:
            "How much redder the treated skin is than the untreated, days after the last session: means of the clients."
        }
    }

    /// What is compared, as it heads a row.
    package static func name(_ quantity: ComparedQuantity) -> String {
        switch quantity {
        case .value(let day): "day " + plain(day, 0)
        case .fading: "lost a year"
        }
    }

    /// The unit of a figure.
    package static func unit(_ quantity: ComparedQuantity, of measure: ComparedMeasure) -> String {
        if quantity == .fading { return "%" }
        return switch measure {
        case .darkness, .coverage: "%"
        case .density: "per cm²"
        case .redness: "EI"
        }
    }

    /// The unit of a difference.
    package static func differenceUnit(_ quantity: ComparedQuantity, of measure: ComparedMeasure) -> String {
        if quantity == .fading { return "points" }
        return switch measure {
        case .darkness: "points"
        case .coverage, .density: "times"
        case .redness: "EI"
        }
    }

    /// A figure without its unit.
    package static func number(
        _ value: Double, _ quantity: ComparedQuantity, of measure: ComparedMeasure, isDifference: Bool = false
    ) -> String {
        if isDifference, isRatio(quantity, of: measure) { return plain(value, 2) }
        if quantity == .fading { return plain(value * 100, 1) }
        return switch measure {
        case .darkness: plain(value * 100, 1)
        case .coverage: plain(value * 100, 2)
        case .density: plain(value, 1)
        case .redness: plain(value, 2)
        }
    }

    /// An interval without its unit, as `54.1 to 62.0`.
    package static func range(
        _ range: ClosedRange<Double>, _ quantity: ComparedQuantity, of measure: ComparedMeasure,
        isDifference: Bool = false
    ) -> String {
        number(range.lowerBound, quantity, of: measure, isDifference: isDifference) + " to "
            + number(range.upperBound, quantity, of: measure, isDifference: isDifference)
    }

    /// Whether a difference is told as first over second.
    package static func isRatio(_ quantity: ComparedQuantity, of measure: ComparedMeasure) -> Bool {
        quantity != .fading && measure.scale == .ratio
    }

    /// What the intervals of a difference say.
    package static func reading(_ difference: GroupDifference) -> String {
        if let reason = difference.reason { return words(reason) }
        return switch difference.reading {
        case .differ: "they differ"
        case .unsure: "unsure"
        case .notToldApart, nil: "not told apart"
        }
    }

    /// Why there is no figure or no interval.
    package static func words(_ reason: ComparisonReason) -> String {
        switch reason {
        case .noClients: "no client has photos for it"
        case .tooFewClients: "fewer than \(ComparedGroups.fewestClients) clients: no interval"
        }
    }

    /// Why clients belong to no group, as it follows their number.
    package static func words(_ reason: ComparisonReport.Exclusion, factor: SessionFactor) -> String {
        switch reason {
        case .mixed: "with sessions of different \(plural(factor))"
        case .notNoted: "without a \(factor.rawValue) noted for every session"
        case .noSession: "without sessions in client.yaml"
        case .noPhotos: "without a photo after the last session that tells it"
        case .freshNotSeen:
            "without a photo in the first days after the last session, when its dots were fresh"
        case .notMeasured: "that could not be measured"
        case .unreadable: "with a series.json that cannot be read: run analyze again"
        }
    }

    private static func plural(_ factor: SessionFactor) -> String { factor.rawValue + "s" }

    /// A number with its zeros kept and a true minus sign.
    static func plain(_ value: Double, _ decimals: Int) -> String {
        guard let text = NumberText.rounded(value, decimals: decimals, keepsZeros: true) else { return "–" }
        return text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }
}
