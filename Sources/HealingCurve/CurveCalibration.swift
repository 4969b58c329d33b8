/// How well bands hold on a practice's own series.
public enum CurveCalibration {
    /// One measure in one stage.
    public struct Row: Sendable, Equatable {
        /// The measure.
        public var measure: CurveMeasure
        /// The stage.
        public var stage: HealingStage
        /// Clients with such a value.
        public var clients: Int
        /// Values held against a band.
        public var values: Int
        /// Values within the 90 % range of what was to be measured (the photo's own error included).
        public var held: Int
        /// Share held.
        public var share: Double { values == 0 ? 0 : Double(held) / Double(values) }
        /// Standard error of ``share`` with clients taken as independent.
        public var standardError: Double
    }

    /// Holds each photo's values against what the earlier photos of its series foretold.
    ///
    /// Truth is not known in a practice, so the range is that of the *measured* value: form, scatter, the photo's
    /// standard error and extra scatter.
    ///
    /// - Parameters:
    ///   - series: The series, finished or not.
    ///   - priors: The curve.
    ///   - each: Does the work on all series, in any order (see ``CurveLearning/fit(_:from:each:)``).
    /// - Returns: Rows with values, by measure and stage.
    public static func check(
        _ series: [PracticeSeries], priors: CurvePriors, each: CurveLearning.Each = CurveLearning.inTurn
    ) -> [Row] {
        let lessons = each(series.count) { SeriesLesson(heldAgainst: priors, series[$0]) }
        var rows: [Row] = []
        for measure in CurveMeasure.allCases {
            for stage in HealingStage.allCases {
                let own = lessons.flatMap(\.tallies).filter { $0.measure == measure && $0.stage == stage }
                if own.isEmpty { continue }
                let values = own.reduce(0) { $0 + $1.values }
                let held = own.reduce(0) { $0 + $1.held }
                let share = Double(held) / Double(values)
                var square = 0.0
                for client in own {
                    let off = Double(client.held) - share * Double(client.values)
                    square += off * off
                }
                // All or none held tells no spread: then as if one value more had gone the other way.
                let least = 1 / Double(values + 1)
                rows.append(
                    Row(
                        measure: measure, stage: stage, clients: own.count, values: values, held: held,
                        standardError: max(square.squareRoot() / Double(values), least)))
            }
        }
        return rows
    }
}
