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
    /// rule weighs all that it is like. Where no population is, none is a dot: pigment dots never come alone.
    ///
    /// - Parameter spot: The spot.
    /// - Returns: 0…1.
    func probability(_ spot: Spot) -> Double { 1 / (1 + Steady.exp(-logOdds(spot))) }

    /// Whether a spot is rather a dot than not.
    func isDot(_ spot: Spot) -> Bool { logOdds(spot) >= 0 }

    /// Logarithm of the odds that a spot is a dot: the least that a bound or the rule gives.
    private func logOdds(_ spot: Spot) -> Double {
        guard let population, !spot.isUnderCrust else { return -.infinity }
        func above(_ value: Double, _ limit: Double, softness: Double) -> Double {
            (value - limit) / softness
        }
        let width = spot.width / typicalSigma
        var least = above(spot.core, Self.leastCore, softness: 0.005)
        least = min(least, above(width, Self.narrowest, softness: 0.03))
        // The paler a spot, the more its width is that of the texture around it.
        let texture = 1 / max(spot.significance, 1)
        least = min(least, above(-width, -(Self.widest + Self.widthOfTexture * texture), softness: 0.06))
        least = min(least, above(spot.significance, Self.leastSignificance, softness: 0.7))
        least = min(least, above(spot.load / population.load, Self.leastLoad, softness: 0.015))
        return min(least, DotRule.logOdds(DotFeatures(of: spot, in: population)))
    }
}
