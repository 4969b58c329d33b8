extension MeasureFit {
    /// How many times better a change that two photos confirm foretells them than no change does.
    ///
    /// One photo may show anything, so that alone it can say little; two that show the same are another matter.
    ///
    /// - Parameters:
    ///   - first: The value of the first photo after the change.
    ///   - second: The value of the photo after it, of the same session.
    ///   - bumps: Changes that are possible.
    /// - Returns: Ratios of the probability densities, for a rise and for a fall.
    func lastingEvidence(
        _ first: CurveObservation, _ second: CurveObservation, bumps: CurveBumps
    ) -> (above: Double, below: Double) {
        let sample = samples[first.visit]
        let columns = [first, second].map { seen in
            (
                means: drawn(
                    known: first.visit, session: seen.session, clock: model.clock, row: seen.visit),
                extras: sample.parameters[model.extraIndex(session: seen.session)],
                likelihood: PhotoLikelihood([seen], scatter: model.scatter)
            )
        }
        /// Density of both values with the change, mean over the draws.
        func density(_ change: Double) -> Double {
            var sum = Lanes(repeating: 0)
            for row in sample.weights.indices {
                var both = sample.weights[row]
                for column in columns {
                    let mean = column.means[row]
                    let shifted = bumps.isRelative ? mean * (1 + change) : mean + change
                    both *= column.likelihood.density(expected: shifted, extra: column.extras[row])
                }
                sum += both
            }
            return sum.total
        }
        let usual = density(0)
        func mean(_ range: ClosedRange<Double>, _ sign: Double) -> Double {
            let step = (range.upperBound - range.lowerBound) / Double(Self.changeSizes)
            var sum = 0.0
            for size in 0..<Self.changeSizes {
                sum += density(sign * (range.lowerBound + (Double(size) + 0.5) * step))
            }
            return sum / (Double(Self.changeSizes) * usual)
        }
        return (mean(bumps.rises, 1), mean(bumps.falls, -1))
    }

    /// Sizes of a change that are tried.
    private static var changeSizes: Int { 24 }

    /// Evidence of a sudden change that a visit's value shows, or that it confirms, with the visits' stakes.
    ///
    /// - Parameters:
    ///   - seen: The value.
    ///   - surprise: How it lies against what was foretold.
    ///   - bumps: Changes that are possible.
    /// - Returns: Stake times ratio, for a rise and for a fall.
    func suddenEvidence(
        _ seen: CurveObservation, _ surprise: CurveSurprise, bumps: CurveBumps
    ) -> (above: Double, below: Double) {
        let stake = FindingBudget.stake(ofVisit: seen.visit)
        var evidence = (above: stake * surprise.evidenceAbove, below: stake * surprise.evidenceBelow)
        // What is not far out confirms nothing.
        guard min(surprise.upperTail, surprise.lowerTail) < CurveInference.statusTail,
            let earlier = model.observations.last(where: {
                $0.visit < seen.visit && $0.session == seen.session
                    && model.clock.done[$0.visit] == model.clock.done[seen.visit]
            })
        else { return evidence }
        let lasting = lastingEvidence(earlier, seen, bumps: bumps)
        let earlierStake = FindingBudget.stake(ofVisit: earlier.visit)
        evidence.above += earlierStake * lasting.above
        evidence.below += earlierStake * lasting.below
        return evidence
    }
}

/// Sudden changes that a value is weighed against: any within a range is as likely as any other.
struct CurveBumps: Sendable {
    /// Rises, in the measure's unit or as shares of what is expected.
    var rises: ClosedRange<Double>
    /// Falls, likewise.
    var falls: ClosedRange<Double>
    /// Whether they are shares.
    var isRelative: Bool

    static let redness = CurveBumps(rises: 2...15, falls: 2...15, isRelative: false)
    static let pigment = CurveBumps(rises: 0.1...1.5, falls: 0.1...0.9, isRelative: true)
    static let scabs = CurveBumps(rises: 0.005...0.1, falls: 0.005...0.1, isRelative: false)

    /// Probability density of a rise.
    func density(ofRise change: Lanes) -> Lanes { Self.density(change, in: rises) }

    /// Probability density of a fall.
    func density(ofFall change: Lanes) -> Lanes { Self.density(-change, in: falls) }

    private static func density(_ size: Lanes, in range: ClosedRange<Double>) -> Lanes {
        Lanes(repeating: 1 / (range.upperBound - range.lowerBound))
            .replacing(with: 0, where: size .< range.lowerBound)
            .replacing(with: 0, where: size .> range.upperBound)
    }
}
