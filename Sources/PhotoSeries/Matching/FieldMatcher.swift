import Raster
import SteadyMath

/// Brings fields of dots over one fixed field, without any knowledge of turn, scale, shift or mirror image.
///
/// Constellations of the moving field are looked up among those of the fixed one; each that is alike proposes a
/// map. Its nearest surroundings are then compared dot by dot, most proposals ending after a few dots (Wald's
/// sequential test); what is left grows outward, fitted anew at each step, to the whole field. The map counts
/// only where its matches are beyond all chance over every map tried.
package struct FieldMatcher: Sendable {
    /// The field the others are brought over.
    package let field: DotField
    private let indices: [ConstellationIndex]
    private let reachMaps: [ReachMap]

    /// Fields with fewer dots are not compared: their matches can't be told from chance.
    package static let fewestDots = 24
    /// Scales that are looked for, the other photo's pixels per this one's: 0.5 to 2 and some tilt.
    static let scales = 0.42...2.4
    /// Half sides of the code cubes, tried in turn: scatter of about 0.3 px and up to 1.5 px at 18 px spacing.
    private static let tolerances: [Float] = [0.06, 0.16]
    /// Seeds whose constellations are kept of the fixed field.
    ///
    /// A right proposal is then rare enough to be cheap
    /// and frequent enough to be met within a few dozen seeds of the moving field.
    private static let indexedSeeds = 4_000
    /// Seeds of the moving field that are looked up at most, for each tolerance.
    private static let queriedSeeds = [200, 60]
    /// Proposals looked at before giving up, for each tolerance: keeps the time of foreign photos bounded.
    ///
    /// A true match with 30 % of either side lost is met within 10⁴ nine times in ten; the hardest that are judged
    /// (30 % in common besides, 12,000 dots) within 3 · 10⁴ seven times in ten, and so in all but one of three
    /// thousand.
    private static let proposalLimits = [200_000, 120_000]
    /// The same for a quick look.
    private static let quickProposalLimits = [20_000, 0]
    /// Comparisons while a proposal grows that take as long as one proposal.
    private static let comparisonsPerProposal = 4
    /// Maps that grow to the whole field and fail there before giving up, and the dots that they have in all.
    ///
    /// With many dots only fields whose dots stand in rows come that far, where rows fall upon rows; few dots cost
    /// little.
    private static let mostWholeFields = 12
    private static let mostDotsOfWholeFields = 20_000

    /// Makes a matcher.
    ///
    /// - Parameter field: The field the others are brought over.
    /// - Complexity: O(dots).
    package init(field: DotField) {
        self.field = field
        let seeds = Self.seeds(of: field, salt: 1).prefix(Self.indexedSeeds)
        indices = Self.tolerances.map { ConstellationIndex(field: field, seeds: seeds, tolerance: $0) }
        reachMaps = MatchGrowth.reachMaps(of: field)
    }

    /// Brings a field over the fixed one.
    ///
    /// - Parameters:
    ///   - moving: The field to bring over.
    ///   - isQuick: Whether to give up early: a tenth of the work for foreign photos, while nine true matches in ten are
    ///     found. What is found is as sure.
    /// - Returns: The match, or why there is none.
    package func match(_ moving: DotField, quickly isQuick: Bool = false) -> FieldMatchResult {
        guard field.points.count >= Self.fewestDots, moving.points.count >= Self.fewestDots,
            field.spacing > 0, moving.spacing > 0
        else { return .tooFewDots }
        let seeds = Self.seeds(of: moving, salt: 2)
        let growth = MatchGrowth(moving: moving, fixed: field, reachMaps: reachMaps)
        var work = MatchGrowth.Work()
        for level in indices.indices {
            var left = (isQuick ? Self.quickProposalLimits : Self.proposalLimits)[level]
            work.dots = 0
            for seed in seeds.prefix(Self.queriedSeeds[level]) {
                let surroundings = growth.surroundings(of: seed)
                var found: FieldMatchResult?
                Constellation.forEach(seed: seed, in: moving) { constellation in
                    for mirrored in [false, true] where found == nil && left > 0 {
                        var code = constellation.code
                        if mirrored {
                            code.y = -code.y
                            code.w = -code.w
                        }
                        _ = indices[level].forEachMatch(of: code) { dots in
                            left -= 1
                            guard
                                let map = growth.similarity(
                                    of: constellation.dots, over: dots, mirrored: mirrored),
                                growth.survives(map, surroundings: surroundings, level: level)
                            else { return left > 0 }
                            let before = work
                            found = growth.grown(from: map, surroundings: surroundings, work: &work)
                            left -= (work.dots - before.dots) / Self.comparisonsPerProposal
                            if isSpent(work) { left = 0 }
                            return found == nil && left > 0
                        }
                    }
                }
                if let found { return found }
                if left <= 0 { break }
            }
            if isSpent(work) { break }
        }
        return .notRegistered
    }

    /// Whether so many maps failed at the whole field that no more are tried.
    private func isSpent(_ work: MatchGrowth.Work) -> Bool {
        work.wholeFields >= Self.mostWholeFields
            && work.wholeFields * field.points.count >= Self.mostDotsOfWholeFields
    }

    /// The dots in an order that a fixed seed shuffles, so that any first part is spread over the field.
    private static func seeds(of field: DotField, salt: UInt64) -> [Int] {
        var random = SeededRandom(seed: salt)
        return field.points.indices.shuffled(using: &random)
    }
}
