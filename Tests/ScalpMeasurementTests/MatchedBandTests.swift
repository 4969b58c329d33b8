import PixelMath
import Raster
import ScalpMeasurement
import SteadyMath
import Testing

@Suite("The matched band")
struct MatchedBandTests {
    @Test(
        "finds what rises above its deviation, also where the photo's upper half is far rougher or smoother")
    func spots() {
        var random = SeededRandom(seed: 3)
        for (upper, lower) in [(0.02, 0.02), (0.2, 0.01), (0.01, 0.2)] as [(Float, Float)] {
            var plane = Plane(width: 90, height: 160)
            for y in 0..<160 {
                let roughness = y < 70 ? upper : lower
                for x in 0..<90 { plane[x, y] = roughness * Float(random.uniform() - 0.5) }
            }
            plane[30, 120] = 4
            let band = MatchedBand(of: plane, sigma: 1.1, significance: 4)
            // By its definition, from all of the band.
            var whole = Plane(width: 90, height: 160)
            unsafe plane.forRowsOfDifference(fine: 0.62 * 1.1, wide: 1.6 * 1.1) { y, rows in
                // Bounded: a row of the plane's width.
                for x in 0..<90 { unsafe whole[x, y] = rows(y)[x] }
            }
            var sizes = DeviationSample(width: 90, height: 160, step: 5)
            unsafe whole.forRows { y, row in unsafe sizes.add(row: y, row) { $1 < 0 } }
            let deviation = Float(sizes.deviation)
            #expect(band.deviation == deviation)
            #expect(band.spots == whole.localMaxima(above: max(4 * deviation, 0.006), limit: .max))
            #expect(band.spots.contains { $0.x == 30 && $0.y == 120 })
            let held = MatchedBand(of: plane, sigma: 1.1, significance: 4, deviationAtMost: deviation / 3)
            #expect(held.deviation == deviation / 3 && held.spots.count >= band.spots.count)
        }
    }
}
