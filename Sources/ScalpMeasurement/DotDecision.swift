import SteadyMath

/// Decides which spots are dots of pigment, from what they are and from the population they belong to.
struct DotDecision {
    /// Median width of the population, working px; nil without one.
    let typicalSigma: Double
    /// Median load of the population, working px²; nil where the photo has none.
    let typicalLoad: Double?

    /// A spot must be this many deviations of the texture deep.
    static let leastSignificance = 4.5
    /// Least absorption of a core: paler spots are skin texture.
    static let leastCore = 0.035
    /// A lone dot's longer axis over its shorter one, where a hair's is greater.
    static let longestAxisRatio = 1.32
    /// The same for a dot whose neighbour touches it.
    static let longestAxisRatioOfNeighbours = 1.65
    /// A dot's width over the population's.
    static let narrowest = 0.42
    static let widest = 1.75
    /// Red absorption over grey: blood and melanin lie below.
    static let leastRedShare = 0.42
    /// Load over the population's median. A fifth of the fresh load of a small dot lies about here.
    static let leastLoad = 0.13
    /// Core absorption over the population's median: pores are shallow.
    static let leastRelativeCore = 0.25
    /// Spots that stand for the population: clear, round, neutral.
    static let clearSignificance = 9.0
    static let clearAxisRatio = 1.35
    static let clearRedShare = 0.6
    /// Fewer clear spots than this are no population.
    static let leastClearSpots = 20

    /// A spot that lies on a hair's line is a piece of that hair, or hides behind it.
    static let probabilityAlongHair = 0.1

    /// Learns the population from a photo's spots.
    init(spots: [Spot], scale: DotScale) {
        let clear = spots.filter {
            $0.significance >= Self.clearSignificance && $0.model.axisRatio <= Self.clearAxisRatio
                && $0.redShare >= Self.clearRedShare && $0.core >= 2 * Self.leastCore && !$0.isAlongHair
        }
        if clear.count >= Self.leastClearSpots, let sigma = Quantile.median(clear.map(\.model.sigma)),
            let load = Quantile.median(clear.map(\.load)), let core = Quantile.median(clear.map(\.core))
        {
            typicalSigma = sigma
            typicalLoad = load
            typicalCore = core
        } else {
            typicalSigma = scale.sigma
            typicalLoad = nil
            typicalCore = nil
        }
    }

    /// Median core absorption of the population.
    let typicalCore: Double?

    /// How sure it is that a spot is a dot, 0…1.
    ///
    /// Each feature gives a soft answer (a logistic step about its limit); a dot must satisfy all of them, so
    /// the least answer counts.
    func probability(_ spot: Spot) -> Double {
        func above(_ value: Double, _ limit: Double, softness: Double) -> Double {
            1 / (1 + Steady.exp(-(value - limit) / softness))
        }
        let width = spot.model.sigma / typicalSigma
        var least = above(spot.significance, Self.leastSignificance, softness: 0.5)
        least = min(least, above(spot.core, Self.leastCore, softness: 0.006))
        let longest = spot.hasCloseNeighbour ? Self.longestAxisRatioOfNeighbours : Self.longestAxisRatio
        least = min(least, above(-spot.model.axisRatio, -longest, softness: 0.05))
        if spot.isAlongHair { least = min(least, Self.probabilityAlongHair) }
        least = min(least, above(width, Self.narrowest, softness: 0.04))
        least = min(least, above(-width, -Self.widest, softness: 0.06))
        least = min(least, above(spot.redShare, Self.leastRedShare, softness: 0.05))
        if let typicalLoad, let typicalCore {
            least = min(least, above(spot.load / typicalLoad, Self.leastLoad, softness: 0.02))
            least = min(least, above(spot.core / typicalCore, Self.leastRelativeCore, softness: 0.03))
        } else {
            // Without a population nothing speaks for pigment but the spot itself.
            least = min(least, above(spot.significance, 2 * Self.leastSignificance, softness: 1))
            least = min(least, above(-spot.model.axisRatio, -Self.clearAxisRatio, softness: 0.05))
            least = min(least, above(spot.redShare, Self.clearRedShare, softness: 0.05))
        }
        return least
    }
}
