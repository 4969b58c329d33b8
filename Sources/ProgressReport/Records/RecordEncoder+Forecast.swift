import HealingCurve
import PhotoDecoding
import ScalpMeasurement

extension RecordEncoder {
    /// The contract's `forecast`, with what each photo foretold in its `history`.
    static func forecast(_ report: ClientReport) -> JSONValue {
        guard let forecast = report.forecast else {
            let reason = report.forecastReason ?? .noSession
            return .object([
                ("settledDarkness", .null), ("touchUp", .null), ("reason", .string(reason.rawValue)),
                ("history", .array([])),
            ])
        }
        let history = report.forecastHistory.map { step -> JSONValue in
            let photo = report.photos.first { $0.file == step.photo }
            return .object(
                [("photo", .string(step.photo)), ("day", .decimal(photo?.visit?.day, 4))]
                    + members(step.forecast, in: report))
        }
        return .object(
            members(forecast, in: report) + [("reason", .null), ("history", .array(history))])
    }

    private static func members(
        _ forecast: CurveForecast, in report: ClientReport
    ) -> [(String, JSONValue)] {
        let settled = forecast.settledDarkness
        let touchUp = forecast.touchUp
        return [
            (
                "settledDarkness",
                .object([
                    ("low", .decimal(settled.low, 4)), ("median", .decimal(settled.median, 4)),
                    ("high", .decimal(settled.high, 4)),
                ])
            ),
            (
                "touchUp",
                .object([
                    ("from", .text(report.date(onChartDay: touchUp.low)?.dateText)),
                    ("median", .text(report.date(onChartDay: touchUp.median)?.dateText)),
                    ("to", .text(report.date(onChartDay: touchUp.high)?.dateText)),
                ])
            ),
        ]
    }
}

extension ClientReport {
    /// Days ahead that a date is still told for: a hundred years.
    private static let furthestDay = 36_525.0

    /// The date of a day on the charts' clock.
    ///
    /// - Parameter day: Days since the first session.
    /// - Returns: The date; nil without a session and for days more than a hundred years away.
    public func date(onChartDay day: Double) -> WallClock? {
        guard let first = sessions.first, day.isFinite, abs(day) <= Self.furthestDay else { return nil }
        return WallClock(secondsSince1970: first.date.secondsSince1970 + Int((day * 86_400).rounded()))
    }
}
