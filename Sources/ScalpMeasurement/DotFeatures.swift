import SteadyMath

/// What a spot is like beside the population of dots that it may belong to, as the numbers that a ``DotRule`` weighs.
///
/// Logarithms of ratios, held within what matters; how much an elongation or a line tells depends on how clear the
/// spot is, so some stand as products.
package struct DotFeatures: Sendable {
    /// Number by number, as in ``names``.
    package let values: InlineArray<29, Double>

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
        let ratios = Self.logarithms(
            of: SIMD4(spot.significance, spot.core, spot.load, spot.width),
            over: SIMD4(Self.middleSignificance, population.core, population.load, population.sigma))
        let clarity = Self.held(ratios.x, -3...2.5)
        let core = Self.held(ratios.y, -3...1.2)
        let load = Self.held(ratios.z, -3...1.5)
        let width = Self.held(ratios.w, -1.2...1.2)
        let length = Self.held(Steady.log(max(spot.axisRatio, Self.least)), 0...1.5)
        let (populationClarity, crowd) = (population.clarity, population.crowding)
        // Noise of colour grows as a spot gets paler.
        let spread = max(
            population.redSpread * max(1, population.core / max(spot.core, 0.01)), Self.leastRedSpread)
        let colour = min(max((spot.redShare - population.redShare) / spread, -8), 0)
        let alongHair = spot.isAlongHair ? 1.0 : 0
        let neighbour = spot.hasCloseNeighbour ? 1.0 : 0
        let line = min(max(spot.lineShare, 0), 1)
        let bridge = max(spot.bridge, 0)
        values = [
            1, clarity, clarity * clarity, core, core * core, load, load * load, width, width * width, length,
            length * length, colour, colour * colour, alongHair, neighbour, neighbour * length, line,
            line * line, clarity * length, clarity * line, populationClarity, populationClarity * clarity,
            line * core, alongHair * length, bridge, bridge * bridge, bridge * width, bridge * length,
            crowd * bridge,
        ]
    }

    /// Least number whose logarithm is taken.
    private static let least = 1e-6

    /// Natural logarithms of ratios.
    private static func logarithms(of values: SIMD4<Double>, over typical: SIMD4<Double>) -> SIMD4<Double> {
        let least = SIMD4(repeating: least)
        return Steady.log(
            values.replacing(with: least, where: values .< least)
                / typical.replacing(with: least, where: typical .< least))
    }

    private static func held(_ value: Double, _ range: ClosedRange<Double>) -> Double {
        min(max(value, range.lowerBound), range.upperBound)
    }

    /// What a population's significance and its crowd tell of each of its spots.
    ///
    /// - Parameters:
    ///   - significance: Median significance of the population.
    ///   - crowd: Share of its dots that have another one close by.
    /// - Returns: `populationClarity` and the `crowd` of ``names``.
    static func ofPopulation(significance: Double, crowd: Double) -> (clarity: Double, crowding: Double) {
        let ratios = logarithms(
            of: SIMD4(significance, crowd, 1, 1), over: SIMD4(middleSignificance, middleCrowd, 1, 1))
        return (held(ratios.x, -3...2.5), held(ratios.y, -2...1.5))
    }

    /// Spread of the red share that is granted to every photo: halved colour resolution blurs it.
    private static let leastRedSpread = 0.028
}
