import PhotoSeries
import Raster
import ScalpMeasurement
import Testing

@Suite("Thinning along edges is told from chance")
struct EdgeThinningTests {
    private func thinning(of losses: SyntheticLosses, seed: Int) -> EdgeThinning? {
        let outcome = losses.outcome(seed: UInt64(3_000 + 17 * seed))
        return EdgeThinningScan(
            of: outcome.histories, distances: outcome.edgeDistances, spacing: SyntheticLosses.spacing
        ).thinning()
    }

    @Test("a seam of four spacings that loses a third more is found, as wide as it is")
    func marked() {
        var found = 0
        for seed in 0..<10 {
            guard let seam = thinning(of: SyntheticLosses(dots: 1_200, edge: 0.35), seed: seed) else {
                continue
            }
            found += 1
            #expect(seam.widthInPixels == 4 * SyntheticLosses.spacing)
            #expect(seam.shareLostAtEdge > seam.shareLostInside + 0.15)
            #expect(seam.falseAlarmProbability < 0.005)
            #expect(SyntheticLosses.days[seam.photo] >= 7)
        }
        #expect(found >= 9)
    }

    @Test("even losses, light from one side and skin that keeps less on one side are no seam")
    func even() {
        for seed in 0..<10 {
            #expect(thinning(of: SyntheticLosses(), seed: seed) == nil)
            #expect(thinning(of: SyntheticLosses(darkSide: 0.25), seed: seed) == nil)
            #expect(thinning(of: SyntheticLosses(weakSide: 0.4), seed: seed) == nil)
        }
    }

    @Test("the probability is even where nothing thins")
    func uniform() {
        let chances = (0..<40).map { seed -> Double in
            let outcome = SyntheticLosses(dots: 400).outcome(seed: UInt64(5_000 + seed))
            return EdgeThinningScan(
                of: outcome.histories, distances: outcome.edgeDistances, spacing: SyntheticLosses.spacing
            ).falseAlarmProbability
        }
        let below = chances.count { $0 < 0.5 }
        #expect(below >= 10 && below <= 30, "\(below) of 40 below a half")
        #expect(chances.count { $0 < 0.1 } <= 11)
    }

    @Test("no dots and no losses are answered")
    func empty() {
        let none = LossHistories(places: [], firsts: [], states: [[], []])
        #expect(EdgeThinningScan(of: none, distances: [], spacing: 18).thinning() == nil)
        #expect(EdgeThinningScan(of: none, distances: [], spacing: 18).falseAlarmProbability == 1)
    }

    @Test("the edge is where untreated skin begins, not where the picture ends")
    func distances() throws {
        let grid = CellGrid(side: 10, photoWidth: 200, photoHeight: 100)
        let all = Mask(width: grid.columns, height: grid.rows, repeating: true)
        var treated = Mask(width: grid.columns, height: grid.rows)
        for row in 0..<grid.rows { for column in 0..<12 { treated[column, row] = true } }
        let places = [PixelPoint(x: 115, y: 50), PixelPoint(x: 20, y: 50), PixelPoint(x: 60, y: 2)]
        let found = try #require(
            EdgeThinningScan.distances(of: places, treated: treated, skin: all, grid: grid))
        // The first untreated cell begins at 120 px.
        for (distance, expected) in zip(found, [5.0, 100, 60]) { #expect(abs(distance - expected) < 1.5) }
        #expect(EdgeThinningScan.distances(of: places, treated: all, skin: all, grid: grid) == nil)
    }
}
