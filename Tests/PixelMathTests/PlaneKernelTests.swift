import PixelMath
import Raster
import Testing

@Suite("Reduction, luminance, maxima and filling in between")
struct PlaneKernelTests {
    @Test("a reduced plane holds the means of its squares, whatever is left over at the edges")
    func reduction() {
        for factor in 1...5 {
            for width in factor...(factor + 12) {
                let plane = RandomPlane.noise(width: width, height: factor * 4 - 1, seed: UInt64(width))
                let reduced = plane.reduced(by: factor)
                let reference = plane.reducedReference(by: factor)
                #expect(reduced.width == width / factor && reduced.height == 3)
                #expect(zip(reduced.samples, reference.samples).allSatisfy { abs($0 - $1) < 1e-6 })
            }
        }
    }

    @Test("every other pixel and row, the first ones with them")
    func everyOther() {
        for (width, height) in [(1, 1), (2, 3), (7, 4)] {
            let plane = RandomPlane.noise(width: width, height: height, seed: 2)
            let half = plane.everyOther
            #expect(half.width == (width + 1) / 2 && half.height == (height + 1) / 2)
            for y in 0..<half.height {
                for x in 0..<half.width { #expect(half[x, y] == plane[2 * x, 2 * y]) }
            }
        }
    }

    @Test("holds a plane within a range")
    func held() {
        var plane = Plane(width: 4, height: 1, samples: [-1, 0.25, 0.5, 2])
        plane.hold(in: 0...0.4)
        #expect(plane.samples == [0, 0.25, 0.4, 0.4])
    }

    @Test("luminance gives the reference's bits for every row length from 1 to 70")
    func luminance() {
        for width in 1...70 {
            let image = RGBImage(
                red: RandomPlane.noise(width: width, height: 2, seed: 1),
                green: RandomPlane.noise(width: width, height: 2, seed: 2),
                blue: RandomPlane.noise(width: width, height: 2, seed: 3))
            #expect(image.luminance == image.luminanceReference)
        }
    }

    @Test("white has luminance 1")
    func white() {
        let one = Plane(width: 1, height: 1, repeating: 1)
        #expect(abs(RGBImage(red: one, green: one, blue: one).luminance[0, 0] - 1) < 1e-6)
    }

    @Test("finds the maxima of the reference, plateaus once, in reading order")
    func maxima() {
        for seed in 1...20 {
            var plane = RandomPlane.noise(width: 30, height: 17, seed: UInt64(seed))
            // Coarse steps make plateaus.
            for i in plane.samples.indices { plane.samples[i] = (plane.samples[i] * 6).rounded() }
            #expect(
                plane.localMaxima(above: 2, limit: .max) == plane.localMaximaReference(above: 2))
        }
    }

    @Test("stops at the limit and finds nothing in a plane without an inside")
    func maximaBounds() {
        let plane = RandomPlane.noise(width: 40, height: 40, seed: 3)
        #expect(plane.localMaxima(above: 0, limit: 7).count == 7)
        #expect(Plane(width: 2, height: 9, repeating: 1).localMaxima(above: 0, limit: 9).isEmpty)
    }

    @Test("a grid of a straight slope fills in as that slope, held at its ends")
    func interpolation() {
        var grid = Plane(width: 5, height: 4)
        for y in 0..<4 { for x in 0..<5 { grid[x, y] = Float(10 * x + 100 * y) } }
        let side = 6
        let filled = BilinearGrid(cells: grid, side: side).plane(width: 30, height: 24)
        for y in 0..<24 {
            for x in 0..<30 {
                let column = min(max((Float(x) - 2.5) / 6, 0), 4)
                let row = min(max((Float(y) - 2.5) / 6, 0), 3)
                #expect(abs(filled[x, y] - (10 * column + 100 * row)) < 1e-3)
            }
        }
    }

    @Test("a grid's value at one pixel is that of its plane, bit for bit")
    func gridValues() {
        for (columns, rows, side) in [(5, 4, 6), (1, 7, 3), (6, 1, 4), (3, 3, 1)] {
            let cells = RandomPlane.noise(width: columns, height: rows, seed: 8)
            let grid = BilinearGrid(cells: cells, side: side)
            let plane = grid.plane(width: columns * side - 1, height: rows * side)
            for y in 0..<plane.height {
                for x in 0..<plane.width { #expect(grid.value(x: x, y: y) == plane[x, y]) }
            }
        }
    }
}
