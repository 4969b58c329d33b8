import SteadyMath

/// Decides which spots are dots of pigment, from what they are and from the population they belong to.
struct DotDecision {
    /// Median width of the population, working px; that which was looked for where there is none.
    let typicalSigma: Double
    /// The population that the photo's clear spots make, or nil where they make none.
    let population: DotPopulation?

    /// A spot must be this many deviations of the texture deep.
    static let leastSignificance = 5.0
    /// Least absorption of a core: paler spots are skin texture.
    static let leastCore = 0.03
    /// Load over the population's median.
    static let leastLoad = 0.1
    /// What it adds to the width over the population's, times its significance.
    static let widthOfTexture = 4.0
    /// A dot's width over the population's.
    static let narrowest = 0.42
    static let widest = 1.8
    /// A spot that lies on a hair's line is a piece of that hair, or hides behind it.
    static let probabilityAlongHair = 0.1
    /// Without a population nothing speaks for pigment but the spot itself, which then must be dark, round,
    /// neutral and clear.
    static let strictSignificance = 14.0
    static let strictCore = 0.2
    static let strictAxisRatio = 1.2
    static let strictRedShare = 0.85
    static let strictLineShare = 0.2

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
    /// A spot must be clear, and neither much narrower nor much wider than the population's; within these bounds the
    /// rule weighs all that it is like. Without a population the spot must be beyond doubt by itself.
    ///
    /// - Parameters:
    ///   - spot: The spot.
    ///   - alone: Whether to judge it without the population, as where no region carries dots.
    /// - Returns: 0…1.
    func probability(_ spot: Spot, alone: Bool = false) -> Double {
        func above(_ value: Double, _ limit: Double, softness: Double) -> Double {
            1 / (1 + Steady.exp(-(value - limit) / softness))
        }
        guard !spot.isUnderCrust else { return 0 }
        let width = spot.model.ownSigma / typicalSigma
        var least = above(spot.core, Self.leastCore, softness: 0.005)
        least = min(least, above(width, Self.narrowest, softness: 0.03))
        // The paler a spot, the more its width is that of the texture around it.
        let texture = 1 / max(spot.significance, 1)
        least = min(least, above(-width, -(Self.widest + Self.widthOfTexture * texture), softness: 0.06))
        guard let population, !alone else {
            if spot.isAlongHair { least = min(least, Self.probabilityAlongHair) }
            least = min(least, above(-spot.lineShare, -Self.strictLineShare, softness: 0.02))
            least = min(least, above(spot.significance, Self.strictSignificance, softness: 1))
            least = min(least, above(spot.core, Self.strictCore, softness: 0.01))
            least = min(least, above(-spot.model.ownAxisRatio, -Self.strictAxisRatio, softness: 0.03))
            return min(least, above(spot.redShare, Self.strictRedShare, softness: 0.02))
        }
        least = min(least, above(spot.significance, Self.leastSignificance, softness: 0.7))
        least = min(least, above(spot.load / population.load, Self.leastLoad, softness: 0.015))
        return min(least, DotRule.probability(DotFeatures(of: spot, in: population)))
    }
}
