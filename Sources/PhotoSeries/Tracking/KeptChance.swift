import SteadyMath

/// How likely a dot is still there that a photo shows no dot of.
///
/// A faded dot on uneven skin may be overlooked, and its place measured alone does not tell it from an empty one:
/// the skin beneath it may be lighter or darker than around it by as much as a faded dot takes. But the skin
/// beneath is the same in all photos. So the change of the place's load since the nearest photo that shows its dot
/// is held against the change of dots that both photos show (kept) and against all but a trace going (gone). The
/// share of each kind is the likeliest one over the photo (expectation maximisation, Dempster, Laird & Rubin 1977,
/// doi 10.1111/j.2517-6161.1977.tb01600.x); the chance of each place follows.
struct KeptChance {
    /// A place without a seen dot; all over the dot's first load.
    struct Place {
        /// The load less that in the nearest photo that shows the dot.
        var change: Double
        /// Median of the same for dots that both photos show, and their scatter.
        var kept: (change: Double, scatter: Double)
        /// What a dot has left in the photo that shows it.
        var level: Double
    }

    /// Trace that a gone dot leaves: between none and the fifth below which a dot counts as gone, nearer to none.
    private static let trace = 0.05
    /// Least scatter of changes, and what the dots' own loads add to it where they go.
    private static let leastScatter = 0.04
    private static let goneScatter = 0.2
    private static let rounds = 30
    /// Bound of the logarithm of the odds of one place.
    private static let mostOdds = 20.0

    /// The chance of each place that its dot is still there.
    ///
    /// - Parameter places: The places of one photo.
    /// - Returns: 0…1 for each place.
    /// - Complexity: O(places).
    static func chances(of places: [Place]) -> [Double] {
        let odds = places.map { place -> Double in
            let scatter = max(leastScatter, place.kept.scatter)
            let wide = (scatter * scatter + goneScatter * goneScatter * place.level * place.level)
                .squareRoot()
            let kept = (place.change - place.kept.change) / scatter
            let gone = (place.change - (trace - place.level)) / wide
            let value = (gone * gone - kept * kept) / 2 + Steady.log(wide / scatter)
            return Steady.exp(min(mostOdds, max(-mostOdds, value)))
        }
        var share = 0.5
        for _ in 0..<rounds {
            var sum = 0.0
            for value in odds { sum += share * value / (share * value + 1 - share) }
            // One place of each kind more keeps the share off 0 and 1.
            share = (sum + 1) / (Double(odds.count) + 2)
        }
        return odds.map { share * $0 / (share * $0 + 1 - share) }
    }
}
