import ScalpMeasurement

/// Loads in one photo of the series' places and of bare skin between them, in the anchor's px².
struct PlaceLoads {
    /// The dots' places; nil where hidden or outside.
    var places: [Estimate?]
    /// Bare places; nil where hidden or outside.
    var blanks: [Double?]

    /// Bare places that are needed to tell what bare skin shows.
    private static let fewestBlanks = 30
    /// Robust deviations within which a bare place is one, and how many typical dots a hair on it may carry: a mole
    /// carries more.
    private static let farOff = 4.0
    private static let mostDots = 2.0
    /// Times that what is far off is left out of a fit.
    private static let rounds = 3

    /// Begins without loads.
    init(places: Int, blanks: Int) {
        self.places = Array(repeating: nil, count: places)
        self.blanks = Array(repeating: nil, count: blanks)
    }

    /// The loads of ink alone.
    ///
    /// Taken off is `β b + m`: `b` the load of the place before treatment, `β` the regression of bare skin's loads on
    /// theirs before treatment, `m` what that leaves over in the mean. So a place that hides a hair counts with what
    /// lies above the hair. Where nothing is known from before, `m` alone.
    ///
    /// - Parameter before: The same places before treatment, or nil.
    /// - Returns: For each place the load; its standard error is no less than the scatter of bare skin.
    func cleared(of before: PlaceLoads?) -> [Estimate?] {
        let typical = places.compactMap { $0?.value }.median
        let plain = ground(of: blanks.map { $0.map { ($0, 0) } }, typical: typical)
        let pairs = zip(blanks, before?.blanks ?? []).map { now, then in
            now.flatMap { now in then.map { (now, $0) } }
        }
        let compared = ground(of: pairs, typical: typical)
        return places.indices.map { place in
            guard let load = places[place] else { return nil }
            if compared.isKnown, let then = before?.places[place] {
                return Estimate(
                    value: load.value - compared.slope * then.value - compared.mean,
                    standardError: compared.spread)
            }
            return Estimate(
                value: load.value - plain.mean, standardError: max(load.standardError, plain.spread))
        }
    }

    private struct Ground {
        var isKnown = false
        var slope = 0.0
        var mean = 0.0
        var spread = 0.0
    }

    /// The line through bare places' loads (now, then), moles and the like left out.
    private func ground(of pairs: [(now: Double, then: Double)?], typical: Double) -> Ground {
        var kept = pairs.compactMap { $0 }
        guard kept.count >= Self.fewestBlanks else { return Ground() }
        var ground = Ground(isKnown: true)
        for _ in 0..<Self.rounds {
            let count = Double(kept.count)
            let now = kept.reduce(0) { $0 + $1.now } / count
            let then = kept.reduce(0) { $0 + $1.then } / count
            let square = kept.reduce(0) { $0 + ($1.then - then) * ($1.then - then) }
            let product = kept.reduce(0) { $0 + ($1.now - now) * ($1.then - then) }
            ground.slope = square > 0 ? min(max(product / square, 0), Self.steepest) : 0
            ground.mean = now - ground.slope * then
            func off(_ pair: (now: Double, then: Double)) -> Double {
                pair.now - ground.slope * pair.then - ground.mean
            }
            let middle = kept.map(off).median
            ground.spread = kept.map { abs(off($0) - middle) }.median / 0.6745
            let bound = max(Self.farOff * ground.spread, Self.mostDots * typical)
            kept = kept.filter { abs(off($0) - middle) <= bound }
        }
        return ground
    }

    /// What a place shows again is at most so much stronger: by a sharper photo, by less glare.
    private static let steepest = 1.5
}
