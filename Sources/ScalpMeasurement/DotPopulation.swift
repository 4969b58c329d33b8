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
    /// Share of the round, clear, neutral spots that lie on no line: of a hair's pieces hardly any does.
    static let leastShareOffLines = 0.45
    /// Where among the clear spots' red shares ink is read: scabs among them lie below, nothing lies above, so
    /// that the spread is read on the upper side alone.
    static let neutralQuantile = 0.6
    /// Fewer clear spots than this are no population.
    static let leastSpots = 20
    /// Median core absorption below which spots are pores and texture, not pigment: dots of 0.2 mm that have faded
    /// to half show as much at ten pixels per millimetre.
    static let leastTypicalCore = 0.10
    /// Median load in mm² below which spots are no dots: a dot of 0.12 mm that takes a third of the light.
    static let leastTypicalLoad = 0.0035

    /// The population of a photo's clear spots, or nil where they make none.
    init?(spots: [Spot], pixelsPerMillimetre: Double?) {
        let round = spots.filter {
            $0.significance >= Self.clearSignificance && $0.model.ownAxisRatio <= Self.clearAxisRatio
                && $0.redShare >= Self.clearRedShare && $0.core >= Self.clearCore && !$0.isUnderCrust
        }
        let clear = round.filter { !$0.isAlongHair && $0.lineShare <= Self.clearLineShare }
        guard clear.count >= Self.leastSpots,
            Double(clear.count) >= Self.leastShareOffLines * Double(round.count),
            let sigma = Quantile.median(clear.map(\.model.ownSigma)),
            let load = Quantile.median(clear.map(\.load)), let core = Quantile.median(clear.map(\.core)),
            let significance = Quantile.median(clear.map(\.significance)),
            let redShare = Quantile.of(clear.map(\.redShare), Self.neutralQuantile),
            let redSpread = Quantile.median(
                clear.map(\.redShare).filter { $0 >= redShare }.map { $0 - redShare }),
            core >= Self.leastTypicalCore
        else { return nil }
        if let scale = pixelsPerMillimetre, load < Self.leastTypicalLoad * scale * scale { return nil }
        self.sigma = sigma
        self.load = load
        self.core = core
        self.significance = significance
        self.redShare = redShare
        self.redSpread = 1.4826 * redSpread
    }
}
