import SteadyMath

/// What a spot is like beside the population of dots that it may belong to, as the numbers that a ``DotRule`` weighs.
///
/// Logarithms of ratios, held within what matters; how much an elongation or a line tells depends on how clear the
/// spot is, so some stand as products.
package struct DotFeatures: Sendable {
    /// Number by number, as in ``names``.
    package let values: [Double]

    /// What the numbers are: `clarity` is how deep the spot is over the texture, `core` its darkness, `load` its light,
    /// `width` and `length` its size and its axis ratio, `colour` how much less red light it takes than the ink,
    /// `line` the share of its darkness that lies on a line, `bridge` how dark it is on the way to a close neighbour.
    package static let names = [
        "one", "clarity", "clarity²", "core", "core²", "load", "load²", "width", "width²", "length",
        "length²",
        "colour", "colour²", "alongHair", "neighbour", "neighbour·length", "line", "line²", "clarity·length",
        "clarity·line", "populationClarity", "populationClarity·clarity", "line·core", "alongHair·length",
        "bridge", "bridge²", "bridge·width", "bridge·length", "crowd·bridge",
    ]

    /// Significance that stands for 0: the logarithms are even around it.
    private static let middleSignificance = 10.0

    /// Share of dots with a close neighbour that stands for 0.
    private static let middleCrowd = 0.15

    init(of spot: Spot, in population: DotPopulation) {
        func ratio(_ value: Double, _ typical: Double, _ range: ClosedRange<Double>) -> Double {
            let logarithm = Steady.log(max(value, 1e-6) / max(typical, 1e-6))
            return min(max(logarithm, range.lowerBound), range.upperBound)
        }
        let clarity = ratio(spot.significance, Self.middleSignificance, -3...2.5)
        let populationClarity = ratio(population.significance, Self.middleSignificance, -3...2.5)
        let core = ratio(spot.core, population.core, -3...1.2)
        let load = ratio(spot.load, population.load, -3...1.5)
        let width = ratio(spot.model.ownSigma, population.sigma, -1.2...1.2)
        let length = ratio(spot.model.ownAxisRatio, 1, 0...1.5)
        // Noise of colour grows as a spot gets paler.
        let spread = max(
            population.redSpread * max(1, population.core / max(spot.core, 0.01)), Self.leastRedSpread)
        let colour = min(max((spot.redShare - population.redShare) / spread, -8), 0)
        let alongHair = spot.isAlongHair ? 1.0 : 0
        let neighbour = spot.hasCloseNeighbour ? 1.0 : 0
        let line = min(max(spot.lineShare, 0), 1)
        let bridge = max(spot.bridge, 0)
        let crowd = ratio(population.crowd, Self.middleCrowd, -2...1.5)
        values = [
            1, clarity, clarity * clarity, core, core * core, load, load * load, width, width * width, length,
            length * length, colour, colour * colour, alongHair, neighbour, neighbour * length, line,
            line * line, clarity * length, clarity * line, populationClarity, populationClarity * clarity,
            line * core, alongHair * length, bridge, bridge * bridge, bridge * width, bridge * length,
            crowd * bridge,
        ]
    }

    /// Spread of the red share that is granted to every photo: halved colour resolution blurs it.
    private static let leastRedSpread = 0.028
}
