import SteadyMath

/// Decides which spots are dots of pigment, from what they are and from the population they belong to.
struct DotDecision {
    /// Median width of the population, working px; that which was looked for where there is none.
    let typicalSigma: Double
    /// The population that the photo's clear spots make, or nil where they make none.
    let population: DotPopulation?

    /// A spot must be this many deviations of the texture deep.
    static let leastSignificance = 5.0
    /// The same as a share of the population's median significance, up to a limit beyond which texture no
    /// longer matters: a dot with a fifth of its fresh load lies above.
    static let leastRelativeSignificance = 0.62
    static let enoughSignificance = 17.0
    /// Least absorption of a core: paler spots are skin texture.
    static let leastCore = 0.03
    /// Core absorption over the population's median: pores are shallow.
    static let leastRelativeCore = 0.25
    /// Load over the population's median.
    static let leastLoad = 0.1
    /// A lone dot's longer axis over its shorter one, where a hair's is greater.
    static let longestAxisRatio = 1.34
    /// The same for a dot whose neighbour touches it.
    static let longestAxisRatioOfNeighbours = 1.65
    /// What texture adds to the axis ratio of a spot, times its significance.
    static let axisRatioOfTexture = 2.5
    /// What it adds to the width over the population's, times its significance.
    static let widthOfTexture = 4.0
    /// A dot's width over the population's.
    static let narrowest = 0.42
    static let widest = 1.8
    /// Red absorption over grey must not lie further below the population's than this many of its spreads:
    /// blood and melanin, scabs and freckles take less red.
    static let redSpreads = 3.0
    /// Spread of the red share that is granted to every photo: halved colour resolution blurs it.
    static let leastRedSpread = 0.028
    /// A spot that lies on a hair's line is a piece of that hair, or hides behind it.
    static let probabilityAlongHair = 0.1
    /// Without a population nothing speaks for pigment but the spot itself, which then must be dark, round,
    /// neutral and clear.
    static let strictSignificance = 14.0
    static let strictCore = 0.2
    static let strictAxisRatio = 1.2
    static let strictRedShare = 0.85

    /// Learns the population from a photo's spots.
    ///
    /// - Parameters:
    ///   - spots: All fitted spots.
    ///   - scale: The width at which they were looked for.
    ///   - pixelsPerMillimetre: Working pixels per millimetre, or nil.
    init(spots: [Spot], scale: DotScale, pixelsPerMillimetre: Double?) {
        population = DotPopulation(spots: spots, pixelsPerMillimetre: pixelsPerMillimetre)
        typicalSigma = population?.sigma ?? scale.sigma
    }

    /// How sure it is that a spot is a dot, 0…1.
    ///
    /// Each feature gives a soft answer (a logistic step about its limit); a dot must satisfy all of them, so
    /// the least answer counts.
    ///
    /// - Parameters:
    ///   - spot: The spot.
    ///   - alone: Whether to judge it without the population, as where no region carries dots.
    /// - Returns: 0…1.
    func probability(_ spot: Spot, alone: Bool = false) -> Double {
        func above(_ value: Double, _ limit: Double, softness: Double) -> Double {
            1 / (1 + Steady.exp(-(value - limit) / softness))
        }
        let width = spot.model.ownSigma / typicalSigma
        var least = above(spot.core, Self.leastCore, softness: 0.005)
        least = min(least, above(width, Self.narrowest, softness: 0.03))
        // The paler a spot, the more its width and shape are those of the texture around it.
        let texture = 1 / max(spot.significance, 1)
        least = min(least, above(-width, -(Self.widest + Self.widthOfTexture * texture), softness: 0.06))
        let longest =
            (spot.hasCloseNeighbour ? Self.longestAxisRatioOfNeighbours : Self.longestAxisRatio)
            + Self.axisRatioOfTexture * texture
        least = min(least, above(-spot.model.ownAxisRatio, -longest, softness: 0.05))
        if spot.isAlongHair { least = min(least, Self.probabilityAlongHair) }
        guard let population, !alone else {
            least = min(least, above(spot.significance, Self.strictSignificance, softness: 1))
            least = min(least, above(spot.core, Self.strictCore, softness: 0.01))
            least = min(least, above(-spot.model.ownAxisRatio, -Self.strictAxisRatio, softness: 0.03))
            return min(least, above(spot.redShare, Self.strictRedShare, softness: 0.02))
        }
        let significance = max(
            Self.leastSignificance,
            min(Self.leastRelativeSignificance * population.significance, Self.enoughSignificance))
        least = min(least, above(spot.significance, significance, softness: 0.7))
        least = min(least, above(spot.load / population.load, Self.leastLoad, softness: 0.015))
        least = min(least, above(spot.core / population.core, Self.leastRelativeCore, softness: 0.025))
        // Noise of colour grows as a spot gets paler.
        let spread = max(
            population.redSpread * max(1, population.core / max(spot.core, 0.01)), Self.leastRedSpread)
        return min(
            least,
            above(spot.redShare, population.redShare - Self.redSpreads * spread, softness: 0.3 * spread))
    }
}
