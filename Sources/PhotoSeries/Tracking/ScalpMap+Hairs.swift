import ScalpMeasurement
import SteadyMath

extension ScalpMap {
    /// Leaves out what does not fade while the dots around it do: shaved hairs and moles.
    ///
    /// Healing takes a third to two thirds of a session's pigment from the skin (the expected curve's settled
    /// share), while a shaved hair is as dark as ever. Each place's load after healing over its fresh load is
    /// therefore drawn from the dots' own scatter about their median, or from a hair's about 1; where the latter is
    /// likelier the place is no dot. Nothing is left out where the dots have not faded enough to tell.
    ///
    /// - Parameter stages: For each photo the sessions that it comes after; each session's places are told apart
    ///   for themselves.
    mutating func leaveOutWhatStays(stages: [Int]) {
        let photos = views.indices.filter { !views[$0].isEmpty }
        var groups: [[Int]] = Array(repeating: [], count: (stages.max() ?? 0) + 1)
        for place in places.indices {
            guard let first = photos.first(where: { views[$0][place].dot != nil }) else { continue }
            groups[stages[first]].append(place)
        }
        var stays = [Bool](repeating: false, count: places.count)
        for stage in groups.indices where stage > 0 {
            let shown = photos.filter { stages[$0] >= stage }
            for place in placesThatStay(among: groups[stage], photos: shown) { stays[place] = true }
        }
        keep(isKept: stays.map { !$0 })
    }

    /// Places whose load after healing is that of a hair.
    private func placesThatStay(among group: [Int], photos: [Int]) -> [Int] {
        guard let first = photos.first, group.count >= Self.fewestFading else { return [] }
        // What the middle dot has left in each photo, over the session's first.
        let levels = photos.map { photo in
            group.compactMap { place -> Double? in
                guard let now = views[photo][place].load, let then = views[first][place].load,
                    then.value > Self.sureErrors * then.standardError
                else { return nil }
                return now.value / then.value
            }.median
        }
        let fresh = zip(photos, levels).filter { $0.1 >= Self.freshLevel }.map(\.0)
        let healed = zip(photos, levels).filter { $0.1 <= Self.healedLevel }.map(\.0)
        guard !fresh.isEmpty, !healed.isEmpty else { return [] }
        var ratios: [(place: Int, logarithm: Double, variance: Double)] = []
        for place in group {
            guard let then = mean(of: place, in: fresh), let now = mean(of: place, in: healed),
                then.value > Self.sureErrors * then.standardError,
                now.value > Self.sureErrors * now.standardError
            else { continue }
            let error = then.standardError / then.value
            ratios.append((place, Steady.log(now.value / then.value), error * error))
        }
        guard ratios.count >= Self.fewestFading else { return [] }
        let middle = ratios.map(\.logarithm).median
        guard middle < Steady.log(Self.healedLevel) else { return [] }
        // The skin beneath a place errs by the same amount in all photos: nothing of it is left where nothing fades,
        // and for a dot that keeps the share m it is (1 − m) / m of the first load's relative error.
        let lever = Steady.exp(-middle) - 1
        // The dots' own scatter, errors taken off, by those that have more left than most: the others may be on
        // their way out.
        let above = ratios.filter { $0.logarithm > middle }.map { $0.logarithm - middle }.median / 0.6745
        let errors = lever * lever * ratios.map(\.variance).median
        let scatter = max(Self.leastScatter, max(0, above * above - errors).squareRoot())
        func oddness(_ off: Double, _ variance: Double) -> Double {
            off * off / variance + Steady.log(variance)
        }
        return ratios.filter { ratio in
            guard ratio.logarithm > middle else { return false }
            let dot = oddness(ratio.logarithm - middle, scatter * scatter + lever * lever * ratio.variance)
            let hair = oddness(min(0, ratio.logarithm), Self.hairScatter * Self.hairScatter)
            return dot > hair + Self.dotsPerHair
        }.map(\.place)
    }

    /// Mean load of a place over photos, in the anchor's px², or nil where none shows it.
    private func mean(of place: Int, in photos: [Int]) -> Estimate? {
        var sum = 0.0
        var square = 0.0
        var count = 0.0
        for photo in photos {
            guard let load = views[photo][place].load else { continue }
            sum += load.value
            square += load.standardError * load.standardError
            count += 1
        }
        guard count > 0 else { return nil }
        // Most of the error is the skin's beneath the place, the same in all photos.
        return Estimate(value: sum / count, standardError: (square / count).squareRoot())
    }

    /// Places from which the dots' fading can be told.
    private static let fewestFading = 40
    /// Load left of the middle dot, over the session's first photo, in photos that count as healed.
    private static let healedLevel = 0.7
    /// Scatter of the logarithm of a hair's load from photo to photo (shaving, growth, focus), and the least of the
    /// dots'.
    private static let hairScatter = 0.2
    private static let leastScatter = 0.1
    /// Twice the logarithm of how many dots there are for one hair among them, as a rule: twenty.
    private static let dotsPerHair = 6.0
}
