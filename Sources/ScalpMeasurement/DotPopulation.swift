import SteadyMath

/// What the dots of one photo have in common.
struct DotPopulation {
    /// Median standard deviation, working px.
    let sigma: Double
    /// Median load, working px².
    let load: Double
    /// Median absorption of the core.
    let core: Double
    /// Median significance.
    let significance: Double
    /// What its significance and its crowd tell of each of its spots (``DotFeatures/ofPopulation(significance:crowd:)``).
    let clarity: Double
    let crowding: Double
    /// Red over grey absorption of its ink, and the spread of that.
    let redShare: Double
    let redSpread: Double

    /// Spots that stand for the population are clear, round and neutral.
    static let clearSignificance = 9.0
    static let clearAxisRatio = 1.3
    static let clearRedShare = 0.7
    static let clearCore = 0.07
    /// They lie on no line.
    static let clearLineShare = 0.1
    /// Where among the clear spots' red shares ink is read: scabs among them lie below, nothing lies above, so
    /// that the spread is read on the upper side alone.
    static let neutralQuantile = 0.6
    /// Load of the typical spot over that of a piece of the photo's hairs as long as the spot's standard deviation: a
    /// piece that looks round is at most three times as long, and one seen end-on carries less.
    static let leastLoadOverHairs = 5.0
    /// Spots over pieces of hairs: of hairs fewer than one piece in one looks round.
    static let leastSpotsOverPieces = 1.2
    /// Fewer clear spots than this are no population.
    static let leastSpots = 20
    /// Median core absorption below which spots are pores and texture, not pigment: dots of 0.2 mm that have faded
    /// to half show as much at ten pixels per millimetre.
    static let leastTypicalCore = 0.10
    /// Median load in mm² below which spots are no dots: a dot of 0.12 mm that takes a third of the light.
    static let leastTypicalLoad = 0.0035

    private static let squareRootOfTwoPi = 2.506_628_274_631

    /// The population of a photo's clear spots, or nil where they make none.
    init?(spots: [Spot], pixelsPerMillimetre: Double?) {
        let neutral = spots.indices.filter { index in
            spots[index].significance >= Self.clearSignificance && spots[index].redShare >= Self.clearRedShare
                && !spots[index].isUnderCrust
        }
        let clear = neutral.filter { index in
            spots[index].core >= Self.clearCore && !spots[index].isAlongHair
                && spots[index].lineShare <= Self.clearLineShare
                && spots[index].axisRatio <= Self.clearAxisRatio
        }
        var (sigmas, loads, cores) = ([Double](), [Double](), [Double]())
        var (significances, redShares) = ([Double](), [Double]())
        for index in clear {
            sigmas.append(spots[index].width)
            loads.append(spots[index].load)
            cores.append(spots[index].core)
            significances.append(spots[index].significance)
            redShares.append(spots[index].redShare)
        }
        guard clear.count >= Self.leastSpots, let sigma = Quantile.median(sigmas),
            let load = Quantile.median(loads), let core = Quantile.median(cores),
            let significance = Quantile.median(significances),
            let redShare = Quantile.of(redShares, Self.neutralQuantile),
            let redSpread = Quantile.median(redShares.filter { $0 >= redShare }.map { $0 - redShare }),
            core >= Self.leastTypicalCore
        else { return nil }
        let pieces = neutral.filter { spots[$0].axisRatio > HairLines.hairFrom }.map { spots[$0].model }
        let lightAcross = pieces.map { Self.squareRootOfTwoPi * $0.amplitude * $0.ownShape.shortSigma }
        if let alongHair = Quantile.median(lightAcross),
            Double(clear.count) < Self.leastSpotsOverPieces * Double(pieces.count),
            load < Self.leastLoadOverHairs * alongHair * sigma
        {
            return nil
        }
        if let scale = pixelsPerMillimetre, load < Self.leastTypicalLoad * scale * scale { return nil }
        self.sigma = sigma
        self.load = load
        self.core = core
        self.significance = significance
        (clarity, crowding) = DotFeatures.ofPopulation(
            significance: significance,
            crowd: Self.crowd(of: clear.map { SIMD2(spots[$0].model.x, spots[$0].model.y) }, sigma: sigma))
        self.redShare = redShare
        self.redSpread = 1.4826 * redSpread
    }
}

extension DotPopulation {
    /// Dots whose nearest neighbour is looked for: more would not move the median.
    private static let mostAsked = 3_000

    /// The share of dots with a close neighbour, as dots strewn at random as near to each other would have.
    ///
    /// `1 − 2^(−(r / d)²)`, with `r` the distance within which spots touch and `d` the median distance of a clear dot from
    /// the nearest other one: of dots strewn at random half lie nearer than `d`. Those that touch are seldom clear, so that
    /// they cannot be counted.
    private static func crowd(of clear: [SIMD2<Double>], sigma: Double) -> Double {
        let distances = NearestDistances.of(clear, most: mostAsked)
        guard let distance = Quantile.median(distances), distance > 0 else { return 0 }
        let reach = HairLines.touching * sigma / distance
        return 1 - Steady.exp(-0.693_147_180_559_945 * reach * reach)
    }
}
