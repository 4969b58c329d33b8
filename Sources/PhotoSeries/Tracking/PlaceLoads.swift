import ScalpMeasurement

/// Loads in one photo of the series' places and of bare skin between them, in the anchor's px².
struct PlaceLoads {
    /// The dots' places; nil where hidden or outside.
    var places: [ForcedLoad?]
    /// Bare places; nil where hidden or outside.
    var blanks: [ForcedLoad?]

    /// Bare places that are needed to tell what bare skin shows.
    private static let fewestBlanks = 30
    /// Robust deviations within which a bare place is one, and how many typical dots a hair on it may carry: a mole
    /// carries more.
    private static let farOff = 4.0
    private static let mostDots = 2.0
    /// Times that what is far off is left out of a fit.
    private static let rounds = 3
    /// Bounds of the matched loads' factor.
    private static let factors = 0.5...2.0

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
    /// Each dot is told by its matched load, all of them times the factor that gives the dots' sum under wide apertures:
    /// the sum is true under any blur, and single dots are not drowned in the skin's texture around them.
    ///
    /// - Parameter before: The same places before treatment, or nil.
    /// - Returns: For each place the load; its standard error is the scatter of bare skin.
    func cleared(of before: PlaceLoads?) -> [Estimate?] {
        let wide = ground(of: \.aperture.value, before: before)
        let matched = ground(of: \.matched, before: before)
        var sums = (wide: 0.0, matched: 0.0)
        for place in places.indices {
            guard let load = places[place] else { continue }
            let then = before?.places[place]
            sums.wide += wide.ink(load.aperture.value, then: then?.aperture.value)
            sums.matched += matched.ink(load.matched, then: then?.matched)
        }
        let ratio = sums.matched > 0 ? sums.wide / sums.matched : 1
        let factor = min(max(ratio, Self.factors.lowerBound), Self.factors.upperBound)
        return places.indices.map { place in
            places[place].map { load in
                let then = before?.places[place]?.matched
                return Estimate(
                    value: factor * matched.ink(load.matched, then: then),
                    standardError: factor * matched.error(isComparedWithBefore: then != nil))
            }
        }
    }

    /// What bare skin shows.
    private struct Ground {
        /// Alone: mean and scatter.
        var mean = 0.0
        var spread = 0.0
        /// Held against the skin before treatment; nil where too little is known of that.
        var compared: (slope: Double, mean: Double, spread: Double)?

        /// What lies above bare skin.
        func ink(_ now: Double, then: Double?) -> Double {
            if let compared, let then { return now - compared.slope * then - compared.mean }
            return now - mean
        }

        /// Its standard error.
        func error(isComparedWithBefore: Bool) -> Double {
            isComparedWithBefore ? compared?.spread ?? spread : spread
        }
    }

    private func ground(of load: KeyPath<ForcedLoad, Double>, before: PlaceLoads?) -> Ground {
        let typical = places.compactMap { $0?[keyPath: load] }.median
        var ground = Ground()
        let alone = blanks.compactMap { $0.map { (now: $0[keyPath: load], then: 0.0) } }
        if let line = Self.line(through: alone, typical: typical) {
            ground.mean = line.mean
            ground.spread = line.spread
        } else {
            let errors = places.compactMap { $0?.aperture.standardError }
            ground.spread = errors.median
        }
        let pairs = zip(blanks, before?.blanks ?? []).compactMap { now, then in
            now.flatMap { now in then.map { (now: now[keyPath: load], then: $0[keyPath: load]) } }
        }
        ground.compared = Self.line(through: pairs, typical: typical)
        return ground
    }

    /// The line through bare places' loads, moles and the like left out; nil where they are few.
    private static func line(
        through pairs: [(now: Double, then: Double)], typical: Double
    ) -> (slope: Double, mean: Double, spread: Double)? {
        guard pairs.count >= fewestBlanks else { return nil }
        var kept = pairs
        var line = (slope: 0.0, mean: 0.0, spread: 0.0)
        for _ in 0..<rounds {
            let count = Double(kept.count)
            let now = kept.reduce(0) { $0 + $1.now } / count
            let then = kept.reduce(0) { $0 + $1.then } / count
            let square = kept.reduce(0) { $0 + ($1.then - then) * ($1.then - then) }
            let product = kept.reduce(0) { $0 + ($1.now - now) * ($1.then - then) }
            line.slope = square > 0 ? min(max(product / square, 0), steepest) : 0
            line.mean = now - line.slope * then
            let offs = kept.map { $0.now - line.slope * $0.then - line.mean }
            let middle = offs.median
            line.spread = offs.map { abs($0 - middle) }.median / 0.6745
            let bound = max(farOff * line.spread, mostDots * typical)
            kept = zip(kept, offs).filter { abs($0.1 - middle) <= bound }.map(\.0)
        }
        return line
    }

    /// What a place shows again is at most so much stronger: by a sharper photo, by less glare.
    private static let steepest = 1.5
}

extension ForcedLoad {
    /// The load in pixels of which one of the photo's is so many.
    func scaled(by factor: Double) -> ForcedLoad {
        ForcedLoad(
            aperture: Estimate(
                value: aperture.value * factor, standardError: aperture.standardError * factor),
            matched: matched * factor)
    }
}
