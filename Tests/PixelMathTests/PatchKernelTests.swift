import KernelTable
import PixelMath
import Raster
import SteadyMath
import Testing

@Suite("Kernels on patches: the same bits by every instruction set, the scalar's sums but for rounding")
struct PatchKernelTests {
    /// What a sum over a patch may be off, over the sum of its terms' sizes: the window's own rounding, which twelve rows
    /// carry on, and that of some hundred Floats.
    private static let tolerance: Float = 1.2e-5
    /// What the distance from a middle may be off in pixels, and so the share of a pixel on an aperture's rim.
    private static let rim: Float = 4e-6

    /// Parts of a plane at its edges, in its inside, thin ones and an empty one.
    private static func patches(width: Int, height: Int, seed: Int) -> [Patch] {
        var rows = RandomRows(seed: seed)
        func ends(_ length: Int) -> [(Int, Int)] {
            let short = max(1, length / 3)
            return [(0, length), (0, short), (length - short, length), (length - 1, length)]
        }
        let columns =
            ends(width) + [(width / 3, min(width / 3 + 17, width)), (width / 2, width / 2)]
            + (width > 17 ? [(width - 17, width), (1, 17)] : [])
        return columns.flatMap { left, right in
            (ends(height) + [(1, height - 1)]).map { top, bottom in
                let place = rows.floats(5, in: 0...1).map(Double.init)
                let (wide, high) = (0.4 + 4 * place[2], 0.4 + 4 * place[3])
                // Below the geometric mean of both elements, so that the Gaussian falls in every direction.
                let across = 1.6 * (place[4] - 0.5) / (wide * high)
                return Patch(
                    width: width, left: left, right: right, top: top, bottom: bottom,
                    x: Double(left) - 1 + place[0] * Double(right - left + 2),
                    y: Double(top) - 1 + place[1] * Double(bottom - top + 2),
                    halfXX: Float(0.5 / (wide * wide)), halfYY: Float(0.5 / (high * high)), xy: Float(across))
            }
        }
    }

    /// Calls a body with planes of every width from 1 to 70 and their patches.
    private static func forPatches(
        widths: ClosedRange<Int>, _ body: (_ plane: Plane, _ patch: Patch) -> Void
    ) {
        for width in widths {
            let plane = RandomPlane.noise(width: width, height: 11, seed: UInt64(width))
            for patch in patches(width: width, height: 11, seed: width) { body(plane, patch) }
        }
    }

    /// The farthest that a patch's pixel lies from its middle, along a row or across.
    private static func reach(of patch: Patch) -> Float {
        Float(
            [
                patch.x - Double(patch.left), Double(patch.right) - patch.x, patch.y - Double(patch.top),
                Double(patch.bottom) - patch.y,
            ].map(abs).max() ?? 0)
    }

    private static func words(_ patch: Patch) -> String {
        "width \(patch.width), columns \(patch.left)..<\(patch.right), rows \(patch.top)..<\(patch.bottom)"
    }

    @Test("moments")
    func moments() {
        Self.forPatches(widths: Patch.leastWidth...70) { plane, patch in
            let found = EveryKernelSet.agreed(Self.words(patch), bits: Self.bits) { kernels in
                unsafe kernels.moments(of: plane.samples, in: patch)
            }
            #expect(Self.bits(plane.moments(in: patch)) == Self.bits(found))
            let expected = plane.momentsReference(in: patch)
            // The plane's samples lie in 0 ... 1, so that the first sum is that of its terms' sizes.
            let reach = Self.reach(of: patch)
            let size = Self.tolerance * expected.sum + 1e-20
            for (one, other, power) in [
                (found.sum, expected.sum, 1), (found.x, expected.x, reach), (found.y, expected.y, reach),
                (found.xx, expected.xx, reach * reach), (found.yy, expected.yy, reach * reach),
                (found.xy, expected.xy, reach * reach),
            ] as [(Float, Float, Float)] {
                #expect(abs(one - other) <= size * power, "\(Self.words(patch))")
            }
            #expect(
                abs(found.square - expected.square) <= 2 * Self.tolerance * expected.square + 1e-20,
                "\(Self.words(patch))")
        }
    }

    @Test("the sum and the square of the window alone")
    func match() {
        Self.forPatches(widths: Patch.leastWidth...70) { plane, patch in
            let found = EveryKernelSet.agreed(
                Self.words(patch), bits: { [$0.x.bitPattern, $0.y.bitPattern] }
            ) {
                kernels in unsafe kernels.match(of: plane.samples, in: patch)
            }
            let (sum, square) = plane.match(in: patch)
            #expect(found == SIMD2(sum, square))
            let expected = plane.momentsReference(in: patch)
            #expect(
                abs(sum - expected.sum) <= Self.tolerance * expected.sum + 1e-20, "\(Self.words(patch))")
            #expect(
                abs(square - expected.square) <= 2 * Self.tolerance * expected.square + 1e-20,
                "\(Self.words(patch))")
        }
    }

    @Test("moments of what is painted: first paint, then moments, to the bit")
    func paintedMoments() {
        Self.forPatches(widths: 1...70) { plane, patch in
            var (one, other) = (plane, plane)
            let sums = one.paintedMoments(0.8, in: patch)
            other.paint(0.8, in: patch)
            #expect(one == other, "\(Self.words(patch))")
            #expect(Self.bits(sums) == Self.bits(other.moments(in: patch)), "\(Self.words(patch))")
            guard plane.width >= Patch.leastWidth else { return }
            let found = EveryKernelSet.agreed(Self.words(patch), bits: Self.bits) { kernels in
                var samples = plane.samples
                return unsafe kernels.paintedMoments(0.8, on: &samples, in: patch)
            }
            #expect(found == sums)
        }
    }

    @Test("paint, and nothing beside the patch is touched")
    func paint() {
        Self.forPatches(widths: Patch.leastWidth...70) { plane, patch in
            let painted = EveryKernelSet.agreed(Self.words(patch), bits: { $0.map(\.bitPattern) }) {
                kernels in
                var samples = plane.samples
                unsafe kernels.paint(0.8, on: &samples, in: patch)
                return samples
            }
            var own = plane
            own.paint(0.8, in: patch)
            #expect(own.samples == painted)
            var expected = plane
            expected.paintReference(0.8, in: patch)
            for y in 0..<plane.height {
                for x in 0..<plane.width {
                    let (one, other) = (painted[y * plane.width + x], expected[x, y])
                    let isInside =
                        (patch.left..<patch.right).contains(x) && (patch.top..<patch.bottom).contains(y)
                    if isInside ? abs(one - other) > Self.tolerance : one != plane[x, y] {
                        Issue.record("(\(x), \(y)) of \(Self.words(patch)): \(one), not \(other)")
                    }
                }
            }
        }
    }

    @Test("sums over a disc", arguments: [0, 0.4, 2.5, 30] as [Double])
    func disc(radius: Double) {
        Self.forPatches(widths: Patch.leastWidth...70) { plane, patch in
            let (second, third) = (plane.blurred(sigma: 0.5), plane.blurred(sigma: 1))
            let found = EveryKernelSet.agreed(Self.words(patch), bits: Self.bits) { kernels in
                unsafe kernels.disc(
                    of: plane.samples, second.samples, third.samples, radius: Float(radius), in: patch)
            }
            #expect(plane.disc(in: patch, with: second, third, radius: radius) == found)
            let expected = plane.discReference(in: patch, with: second, third, radius: radius)
            let size = Self.tolerance * expected.w + Self.rim
            for lane in 0..<4 { #expect(abs(found[lane] - expected[lane]) <= size, "\(Self.words(patch))") }
        }
    }

    @Test("sums under two apertures", arguments: [(0.7, 0.2), (3, 1.5), (40, 2)] as [(Double, Double)])
    func apertures(outer: Double, inner: Double) {
        Self.forPatches(widths: Patch.leastWidth...70) { plane, patch in
            let found = EveryKernelSet.agreed(Self.words(patch), bits: Self.bits) { kernels in
                unsafe kernels.apertures(
                    of: plane.samples, adding: 0.6, outer: Float(outer), inner: Float(inner), in: patch)
            }
            #expect(plane.apertures(in: patch, adding: 0.6, outer: outer, inner: inner) == found)
            let expected = plane.aperturesReference(in: patch, adding: 0.6, outer: outer, inner: inner)
            for (one, other, pixels) in [
                (found.outer, expected.outer, expected.outerPixels),
                (found.outerPixels, expected.outerPixels, expected.outerPixels),
                (found.inner, expected.inner, expected.innerPixels),
                (found.innerPixels, expected.innerPixels, expected.innerPixels),
            ] {
                // A sample and its light lie below 1.6.
                #expect(
                    abs(one - other) <= 1.6 * (Self.tolerance * pixels + Self.rim), "\(Self.words(patch))")
            }
        }
    }

    @Test("planes too narrow for a kernel's reads go by the reference, to the bit")
    func narrowPlanes() {
        Self.forPatches(widths: 1...(Patch.leastWidth - 1)) { plane, patch in
            #expect(plane.moments(in: patch) == plane.momentsReference(in: patch))
            #expect(
                plane.disc(in: patch, with: plane, plane, radius: 2)
                    == plane.discReference(in: patch, with: plane, plane, radius: 2))
            #expect(
                plane.apertures(in: patch, adding: 0.5, outer: 3, inner: 1)
                    == plane.aperturesReference(in: patch, adding: 0.5, outer: 3, inner: 1))
            var (one, other) = (plane, plane)
            one.paint(0.5, in: patch)
            other.paintReference(0.5, in: patch)
            #expect(one == other)
        }
    }

    @Test("a patch of no pixels sums to nothing and paints nothing")
    func emptyPatch() {
        let plane = RandomPlane.noise(width: 20, height: 9, seed: 1)
        let patch = Patch(
            width: 20, left: 20, right: 20, top: 9, bottom: 9, x: 19, y: 8, halfXX: 0.1, halfYY: 0.1, xy: 0)
        let nothing = PatchMoments(sum: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0, square: 0)
        #expect(plane.moments(in: patch) == nothing)
        #expect(plane.disc(in: patch, with: plane, plane, radius: 3) == .zero)
        var painted = plane
        painted.paint(1, in: patch)
        #expect(painted == plane)
    }

    @Test("the exponential falls as it must, and beyond 80 stays what it is there")
    func exponential() {
        // A patch of one row, whose Gaussian has the exponent dx² / 64 at the distance dx.
        let patch = Patch(
            width: 90, left: 0, right: 90, top: 0, bottom: 1, x: 0, y: 0, halfXX: 1 / 64, halfYY: 0, xy: 0)
        let painted = EveryKernelSet.agreed("exponential", bits: { $0.map(\.bitPattern) }) { kernels in
            var samples = [Float](repeating: 0, count: 90)
            unsafe kernels.paint(1, on: &samples, in: patch)
            return samples
        }
        for (dx, value) in painted.enumerated() {
            let t = min(Double(dx * dx) / 64, 80)
            let expected = Steady.exp(-t)
            // Beside its series, the exponent's own rounding.
            #expect(abs(Double(value) / expected - 1) < 2e-7 + 1.2e-7 * t, "at \(t)")
        }
    }

    private static func bits(_ sums: PatchMoments) -> [UInt32] {
        [sums.sum, sums.x, sums.y, sums.xx, sums.yy, sums.xy, sums.square].map(\.bitPattern)
    }

    private static func bits(_ sums: SIMD4<Float>) -> [UInt32] { (0..<4).map { sums[$0].bitPattern } }

    private static func bits(_ sums: PatchApertures) -> [UInt32] {
        [sums.outer, sums.outerPixels, sums.inner, sums.innerPixels].map(\.bitPattern)
    }
}
