import PixelMath
import Raster
import SteadyMath
import Testing

@Suite("The opening by lines")
struct LineOpeningTests {
    @Test("keeps a thin line in every direction and drops a disc", arguments: Array(0..<12))
    func lineAndDisc(direction: Int) {
        let angle = Double.pi * Double(direction) / 12
        var plane = Plane(width: 81, height: 61)
        for y in 0..<61 {
            for x in 0..<81 {
                let (u, v) = (Double(x) - 25, Double(y) - 30)
                let beside = abs(u * Steady.sin(angle) - v * Steady.cos(angle))
                let along = abs(u * Steady.cos(angle) + v * Steady.sin(angle))
                let line = along < 18 ? Steady.exp(-beside * beside / (2 * 1.2 * 1.2)) : 0
                let (p, q) = (Double(x) - 62, Double(y) - 30)
                let disc = Steady.exp(-(p * p + q * q) / (2 * 2.2 * 2.2))
                plane[x, y] = Float(0.4 * line + 0.6 * disc)
            }
        }
        let lines = LineOpening(long: 7, short: 3).lines(in: plane, rows: 0..<plane.height)
        #expect(lines[25, 30] > 0.25)
        #expect(lines[62, 30] < 0.06)
    }

    @Test("keeps little of two discs that touch")
    func twoDiscs() {
        var plane = Plane(width: 61, height: 41)
        for y in 0..<41 {
            for x in 0..<61 {
                let first = Double((x - 27) * (x - 27) + (y - 20) * (y - 20))
                let second = Double((x - 34) * (x - 34) + (y - 20) * (y - 20))
                plane[x, y] = first < 12.5 || second < 12.5 ? 0.5 : 0
            }
        }
        let lines = LineOpening(long: 6, short: 2).lines(
            in: plane.blurred(sigma: 0.7), rows: 0..<plane.height)
        #expect(lines[27, 20] < 0.2 * plane[27, 20])
        #expect(lines[34, 20] < 0.2 * plane[34, 20])
    }

    @Test(
        "gives what a plain opening by segments gives, to a step of its bytes, at edges and for some rows only",
        arguments: [1, 2, 5])
    func reference(long: Int) {
        let short = max(1, long / 2)
        for (width, height) in [(1, 1), (5, 3), (9, 140), (21, 30)] {
            let plane = RandomPlane.noise(width: width, height: height, seed: UInt64(width))
            let plain = Self.plain(plane, long: long, short: short)
            for rows in [0..<height, height / 3..<height / 3 + (height + 2) / 3] {
                let found = LineOpening(long: long, short: short).lines(in: plane, rows: rows)
                // Each of the two heights that are taken from one another is off by half a step at most.
                let off = zip(found.samples, plain.rows(rows).samples).map { abs($0 - $1) }.max() ?? .infinity
                #expect(off < 1.01 / LineOpening.stepsPerUnit, "\(width) × \(height), rows \(rows)")
            }
        }
    }

    /// The same by its definition, pixel by pixel.
    private static func plain(_ plane: Plane, long: Int, short: Int) -> Plane {
        func value(_ x: Int, _ y: Int) -> Float {
            min(
                max(plane[min(max(x, 0), plane.width - 1), min(max(y, 0), plane.height - 1)], 0),
                LineOpening.greatestHeight)
        }
        func opened(_ x: Int, _ y: Int, reach: Int, part: Double) -> Float {
            let steps = (-reach...reach).map { step in
                (
                    dx: Int((Double(step) * Steady.cos(.pi * part)).rounded()),
                    dy: Int((Double(step) * Steady.sin(.pi * part)).rounded())
                )
            }
            return steps.map { outer in
                steps.map { value(x + outer.dx + $0.dx, y + outer.dy + $0.dy) }.min() ?? 0
            }.max() ?? 0
        }
        var result = Plane(width: plane.width, height: plane.height)
        for y in 0..<plane.height {
            for x in 0..<plane.width {
                for direction in 0..<16 {
                    let part = Double(direction) / 16
                    let along = opened(x, y, reach: long, part: part)
                    let across = opened(x, y, reach: short, part: part + 0.5)
                    result[x, y] = max(result[x, y], along - across)
                }
            }
        }
        return result
    }
}
