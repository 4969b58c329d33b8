/// Learns a practice's own priors from its finished series.
public enum CurveLearning {
    /// Does a piece of work for each of a number of series and returns the results in order.
    public typealias Each = (Int, @escaping @Sendable (Int) -> SeriesLesson) -> [SeriesLesson]

    /// One series after the other.
    public static let inTurn: @Sendable (Int, @escaping @Sendable (Int) -> SeriesLesson) -> [SeriesLesson] = {
        count, work in (0..<count).map(work)
    }

    /// What one series says; opaque.
    public struct SeriesLesson: Sendable {}

    /// Refits the priors.
    public static func fit(
        _ series: [PracticeSeries], from priors: CurvePriors, each: Each = inTurn
    ) -> PracticeFit {
        PracticeFit(priors: priors, series: series.count, moves: [], heldBack: nil)
    }
}
