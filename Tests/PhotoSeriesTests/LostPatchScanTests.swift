import PhotoSeries
import SteadyMath
import Testing

@Suite("Lost patches are told from chance")
struct LostPatchScanTests {
    private func patches(of losses: SyntheticLosses, seed: Int) -> (
        found: [LostPatchScan.Patch], outcome: SyntheticLosses.Outcome
    ) {
        let outcome = losses.outcome(seed: UInt64(100 + 13 * seed))
        return (LostPatchScan(of: outcome.histories, spacing: SyntheticLosses.spacing).patches(), outcome)
    }

    @Test(
        "a patch of 16 % that loses nine dots in ten is found when it comes, where it is and as large as it is"
    )
    func marked() throws {
        for seed in 0..<10 {
            let (found, outcome) = patches(of: SyntheticLosses(patch: .init()), seed: seed)
            let patch = try #require(found.first, "series \(seed)")
            #expect(found.count == 1)
            #expect(SyntheticLosses.days[patch.visit] >= 14 && SyntheticLosses.days[patch.visit] <= 28)
            let off = hypotenuse(patch.centre.x - outcome.centre.x, patch.centre.y - outcome.centre.y)
            #expect(off < 1.2 * SyntheticLosses.spacing, "\(off) px")
            #expect(abs(.pi * patch.radius * patch.radius / outcome.area - 1) < 0.2)
            #expect(patch.probability < 1e-4)
            #expect(Double(patch.lost) > 0.8 * Double(patch.known))
            #expect(patch.expected < 0.45 * Double(patch.known))
        }
    }

    @Test("a patch is told of the first usable photo that shows it")
    func usable() throws {
        let outcome = SyntheticLosses(patch: .init()).outcome(seed: 100)
        let days = SyntheticLosses.days
        let scan = LostPatchScan(
            of: outcome.histories, spacing: SyntheticLosses.spacing, isUsable: days.map { $0 < 10 || $0 > 21 }
        )
        #expect(days[try #require(scan.patches().first).visit] == 28)
    }

    @Test("patches that are not round are found as well")
    func shapes() {
        for shape in [SyntheticLosses.Patch.Shape.ellipse, .strip] {
            var count = 0
            for seed in 0..<6 {
                let losses = SyntheticLosses(dots: 900, patch: .init(shape: shape))
                if !patches(of: losses, seed: seed).found.isEmpty { count += 1 }
            }
            #expect(count >= 5, "\(shape): \(count) of 6")
        }
    }

    @Test("light that falls off, skin that keeps less on one side and locks of hair are no patch")
    func slopes() {
        for seed in 0..<8 {
            #expect(patches(of: SyntheticLosses(darkSide: 0.25), seed: seed).found.isEmpty)
            #expect(patches(of: SyntheticLosses(weakSide: 0.4), seed: seed).found.isEmpty)
            #expect(patches(of: SyntheticLosses(hair: 0.1), seed: seed).found.isEmpty)
        }
    }

    @Test("what many dots make sure and nobody sees is no patch")
    func faint() {
        let losses = SyntheticLosses(dots: 12_000, patch: .init(area: 0.1, lost: 0.13))
        let (found, outcome) = patches(of: losses, seed: 3)
        #expect(found.isEmpty)
        let scan = LostPatchScan(of: outcome.histories, spacing: SyntheticLosses.spacing)
        #expect(scan.falseAlarmProbability < 0.005)
    }

    @Test("a dot that is there again later was overlooked, not lost")
    func again() {
        let places = SyntheticField.scalp(dots: 300, side: 312, seed: 8)
        var states: [[TrackState]] = Array(repeating: Array(repeating: .seen, count: 300), count: 6)
        for dot in places.indices where places[dot].x < 120 { states[3][dot] = .lost }
        let firsts = Array(repeating: 0, count: 300)
        let histories = LossHistories(places: places, firsts: firsts, states: states)
        #expect(histories.lostFrom.allSatisfy { $0 == 6 })
        for visit in 3..<6 {
            for dot in places.indices where places[dot].x < 120 && places[dot].y < 120 {
                states[visit][dot] = .lost
            }
        }
        let gone = LossHistories(places: places, firsts: firsts, states: states)
        #expect(gone.lostFrom.contains(3))
        let found = LostPatchScan(of: gone, spacing: 18).patches()
        #expect(found.count == 1)
        #expect(found.first?.visit == 3)
    }

    @Test("no dots, no losses and nothing but losses are answered")
    func empty() {
        let none = LossHistories(places: [], firsts: [], states: [[], []])
        #expect(LostPatchScan(of: none, spacing: 18).patches().isEmpty)
        #expect(LostPatchScan(of: none, spacing: 18).falseAlarmProbability == 1)
        let places = SyntheticField.scalp(dots: 200, side: 250, seed: 9)
        for state in [TrackState.seen, .lost, .hidden, .outside] {
            let all = LossHistories(
                places: places, firsts: Array(repeating: 0, count: 200),
                states: Array(repeating: Array(repeating: state, count: 200), count: 3))
            #expect(LostPatchScan(of: all, spacing: 18).patches().isEmpty)
        }
    }
}
