import PixelMath
import Raster
import Testing

@Suite("The Gaussian blur")
struct GaussianBlurTests {
    @Test("gives the reference's bits for every row length from 1 to 70")
    func everyTailLength() {
        for width in 1...70 {
            let plane = RandomPlane.noise(width: width, height: 5, seed: UInt64(width))
            #expect(plane.blurred(sigma: 1.3) == plane.blurredReference(sigma: 1.3))
        }
    }

    @Test(
        "gives the reference's bits for widths from a third of a pixel to wider than the plane",
        arguments: [0.34, 0.9, 2, 7.5])
    func everySigma(sigma: Double) {
        let plane = RandomPlane.noise(width: 23, height: 31, seed: 9)
        #expect(plane.blurred(sigma: sigma) == plane.blurredReference(sigma: sigma))
    }

    @Test(
        "gives the reference's bits for planes of more rows than are blurred at a time",
        arguments: [0.9, 7.5])
    func manyRows(sigma: Double) {
        for height in [127, 128, 129, 160, 300] {
            let plane = RandomPlane.noise(width: 19, height: height, seed: UInt64(height))
            #expect(plane.blurred(sigma: sigma) == plane.blurredReference(sigma: sigma))
        }
    }

    @Test("gives the same bits in the plane's own memory", arguments: [0, 0.34, 0.9, 7.5])
    func ownMemory(sigma: Double) {
        for (width, height) in [(1, 1), (70, 1), (19, 2), (33, 64), (3, 65)] {
            let plane = RandomPlane.noise(width: width, height: height, seed: UInt64(height))
            var blurred = plane
            blurred.blur(sigma: sigma)
            #expect(blurred == plane.blurred(sigma: sigma), "\(width) × \(height)")
        }
    }

    @Test("gives a single pixel what it gives the plane, inside and at the edges")
    func singlePixel() {
        let plane = RandomPlane.noise(width: 21, height: 17, seed: 4)
        let blurred = plane.blurred(sigma: 2)
        let kernel = GaussianKernel(sigma: 2)
        for y in 0..<17 {
            for x in 0..<21 {
                #expect(abs(plane.blurred(by: kernel, x: x, y: y) - blurred[x, y]) < 1e-5)
            }
        }
    }

    @Test("a difference of two Gaussians is that of the planes blurred by each", arguments: [1, 2, 40, 41])
    func difference(height: Int) {
        let plane = RandomPlane.noise(width: 37, height: height, seed: 6)
        let fine = plane.blurred(sigma: 0.9)
        for wide in [1.1, 2.5, 7] {
            let blurred = fine.blurred(sigma: (wide * wide - 0.9 * 0.9).squareRoot())
            let band = Plane(
                width: 37, height: height, samples: zip(fine.samples, blurred.samples).map { $0 - $1 })
            let bands = plane.differencesOfGaussians(sigmas: [0.9, wide])
            #expect(bands.bands == [band] && bands.blurred == blurred)
            // What is blurred already is not blurred again.
            #expect(fine.differencesOfGaussians(sigmas: [0.9, wide], present: 0.9).bands == [band])
            #expect(Self.difference(of: plane, fine: 0.9, wide: wide) == band)
        }
    }

    @Test(
        "maxima of a difference are those of its plane, whatever rows its blurs wait for",
        arguments: [(0.6, 1.1), (0.9, 1.7), (1, 2.6), (2, 9)])
    func maxima(fine: Double, wide: Double) {
        for (width, height) in [(1, 1), (2, 9), (37, 2), (37, 3), (33, 70), (64, 131)] {
            let plane = RandomPlane.noise(width: width, height: height, seed: 8)
            let band = Self.difference(of: plane, fine: fine, wide: wide)
            var rows = [Int]()
            let maxima = unsafe plane.maximaOfDifference(fine: fine, wide: wide) { y, row in
                rows.append(y)
                // Bounded: a row of the plane's width.
                for x in 0..<width { #expect(unsafe row[x] == band[x, y]) }
                return 0.01
            }
            #expect(rows == Array(0..<height))
            #expect(maxima == band.localMaxima(above: 0.01, limit: .max))
        }
    }

    /// The rows of a difference as a plane.
    private static func difference(of plane: Plane, fine: Double, wide: Double) -> Plane {
        var band = Plane(width: plane.width, height: plane.height)
        unsafe plane.forRowsOfDifference(fine: fine, wide: wide) { y, rows in
            // Bounded: a row of the plane's width.
            for x in 0..<plane.width { unsafe band[x, y] = rows(y)[x] }
        }
        return band
    }

    @Test("keeps a constant and the sum of a spot away from the edge")
    func keepsLight() {
        let flat = Plane(width: 40, height: 30, repeating: 0.25).blurred(sigma: 3)
        #expect(flat.samples.allSatisfy { abs($0 - 0.25) < 1e-6 })
        var spot = Plane(width: 61, height: 61)
        spot[30, 30] = 1
        let sum = spot.blurred(sigma: 4).samples.reduce(0.0) { $0 + Double($1) }
        #expect(abs(sum - 1) < 1e-5)
    }

    @Test("spreads a spot to the asked width")
    func hasTheAskedWidth() {
        var spot = Plane(width: 61, height: 61)
        spot[30, 30] = 1
        let blurred = spot.blurred(sigma: 3)
        var square = 0.0
        for x in 0..<61 { for y in 0..<61 { square += Double((x - 30) * (x - 30)) * Double(blurred[x, y]) } }
        #expect(abs(square.squareRoot() - 3) < 0.02)
    }

    @Test("of no width gives the plane back")
    func ofNoWidth() {
        let plane = RandomPlane.noise(width: 9, height: 9, seed: 1)
        #expect(plane.blurred(sigma: 0) == plane)
    }
}
