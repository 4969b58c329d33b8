import KernelTable
import Raster
import SteadyMath

extension Plane {
    /// Every pixel of a patch with its distance from the middle and the window there.
    private func each(
        of patch: Patch, _ body: (_ pixel: Int, _ dx: Double, _ dy: Double, _ window: Double) -> Void
    ) {
        for row in patch.top..<patch.bottom {
            for column in patch.left..<patch.right {
                let (dx, dy) = (Double(column) - patch.x, Double(row) - patch.y)
                let t =
                    dx * dx * Double(patch.halfXX) + dy * dy * Double(patch.halfYY)
                    + dx * dy * Double(patch.xy)
                body(row * width + column, dx, dy, Steady.exp(-min(t, 80)))
            }
        }
    }

    /// What ``moments(in:)`` must give within a few millionths: the oracle of its tests, and its way with narrow planes.
    package func momentsReference(in patch: Patch) -> PatchMoments {
        var (sum, x, y, xx, yy, xy, square) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        each(of: patch) { pixel, dx, dy, window in
            let value = window * Double(samples[pixel])
            sum += value
            x += value * dx
            y += value * dy
            xx += value * dx * dx
            yy += value * dy * dy
            xy += value * dx * dy
            square += window * window
        }
        return PatchMoments(
            sum: Float(sum), x: Float(x), y: Float(y), xx: Float(xx), yy: Float(yy), xy: Float(xy),
            square: Float(square))
    }

    /// What ``paint(_:in:)`` must give within a few millionths.
    package mutating func paintReference(_ amplitude: Double, in patch: Patch) {
        var painted = samples
        each(of: patch) { pixel, _, _, window in painted[pixel] += Float(amplitude * window) }
        samples = painted
    }

    /// What ``disc(in:with:_:radius:)`` must give within a few millionths.
    package func discReference(
        in patch: Patch, with second: Plane, _ third: Plane, radius: Double
    ) -> SIMD4<Float> {
        var sums = SIMD4<Double>.zero
        each(of: patch) { pixel, dx, dy, _ in
            let share = min(max(radius + 0.5 - (dx * dx + dy * dy).squareRoot(), 0), 1)
            let here = SIMD4(samples[pixel], second.samples[pixel], third.samples[pixel], 1)
            sums += share * SIMD4<Double>(here)
        }
        return SIMD4<Float>(sums)
    }

    /// What ``apertures(in:adding:outer:inner:)`` must give within a few millionths.
    package func aperturesReference(
        in patch: Patch, adding amplitude: Double, outer: Double, inner: Double
    ) -> PatchApertures {
        var (outerSum, outerPixels, innerSum, innerPixels) = (0.0, 0.0, 0.0, 0.0)
        each(of: patch) { pixel, dx, dy, window in
            let light = Double(samples[pixel]) + amplitude * window
            let distance = (dx * dx + dy * dy).squareRoot()
            let share = min(max(outer + 0.5 - distance, 0), 1)
            let core = min(max(inner + 0.5 - distance, 0), 1)
            outerSum += share * light
            outerPixels += share
            innerSum += core * light
            innerPixels += core
        }
        return PatchApertures(
            outer: Float(outerSum), outerPixels: Float(outerPixels), inner: Float(innerSum),
            innerPixels: Float(innerPixels))
    }
}
