import KernelTable

extension Kernels {
    /// Walks over a patch in blocks of sixteen columns: `first` the block's first column within the plane, `counts` 1 for
    /// the columns that are the patch's and not an earlier block's.
    @inline(__always)
    private static func blocks(
        of patch: Patch, _ body: (_ first: Int, _ dx: Lanes, _ counts: SIMDMask<SIMD16<Int32>>) -> Void
    ) {
        var left = patch.left
        while left < patch.right {
            // The last block of a row moves left rather than out of the plane.
            let first = min(left, patch.width - Lanes.scalarCount)
            let columns = Lanes.steps + Float(first - left)
            let counts = columns .>= 0 .& columns .< Float(patch.right - left)
            body(first, Lanes.steps + Float(Double(first) - patch.x), counts)
            left += Lanes.scalarCount
        }
    }

    package static func moments(of plane: UnsafePointer<Float>, in patch: Patch) -> PatchMoments {
        var (sum, x, y, xx, yy, xy) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        var square = Lanes.zero
        blocks(of: patch) { first, dx, counts in
            let along = dx * dx * patch.halfXX
            let slope = dx * patch.xy
            var (v0, v1, v2, ww) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
            var row = unsafe plane + (patch.top * patch.width + first)
            var dy = Float(Double(patch.top) - patch.y)
            for _ in patch.top..<patch.bottom {
                // Bounded: the block lies within the plane.
                let t = along + (slope + dy * patch.halfYY) * dy
                var window = Lanes.exponential(ofMinus: t)
                window.replace(with: Lanes.zero, where: .!counts)
                let value = unsafe window * Lanes(at: row)
                let down = value * dy
                v0 += value
                v1 += down
                v2 += down * dy
                ww += window * window
                unsafe row += patch.width
                dy += 1
            }
            sum += v0
            x += v0 * dx
            xx += v0 * dx * dx
            y += v1
            xy += v1 * dx
            yy += v2
            square += ww
        }
        return PatchMoments(
            sum: sum.folded, x: x.folded, y: y.folded, xx: xx.folded, yy: yy.folded, xy: xy.folded,
            square: square.folded)
    }

    package static func paint(_ amplitude: Float, on plane: UnsafeMutablePointer<Float>, in patch: Patch) {
        blocks(of: patch) { first, dx, counts in
            let along = dx * dx * patch.halfXX
            let slope = dx * patch.xy
            var row = unsafe plane + (patch.top * patch.width + first)
            var dy = Float(Double(patch.top) - patch.y)
            for _ in patch.top..<patch.bottom {
                // Bounded: the block lies within the plane.
                let t = along + (slope + dy * patch.halfYY) * dy
                var light = Lanes.exponential(ofMinus: t) * amplitude
                light.replace(with: Lanes.zero, where: .!counts)
                unsafe (Lanes(at: row) + light).put(at: row)
                unsafe row += patch.width
                dy += 1
            }
        }
    }

    package static func disc(
        of first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>,
        radius: Float, in patch: Patch
    ) -> SIMD4<Float> {
        var (one, two, three, pixels) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        blocks(of: patch) { left, dx, counts in
            let across = dx * dx
            var place = patch.top * patch.width + left
            var dy = Float(Double(patch.top) - patch.y)
            for _ in patch.top..<patch.bottom {
                // Bounded: the block lies within the planes.
                let distance = (across + dy * dy).squareRoot()
                var share = (radius + 0.5 - distance).share
                share.replace(with: Lanes.zero, where: .!counts)
                unsafe one += share * Lanes(at: first + place)
                unsafe two += share * Lanes(at: second + place)
                unsafe three += share * Lanes(at: third + place)
                pixels += share
                place += patch.width
                dy += 1
            }
        }
        return SIMD4(one.folded, two.folded, three.folded, pixels.folded)
    }

    package static func apertures(
        of plane: UnsafePointer<Float>, adding amplitude: Float, outer: Float, inner: Float, in patch: Patch
    ) -> PatchApertures {
        var (sums, pixels, innerSums, innerPixels) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        blocks(of: patch) { first, dx, counts in
            let along = dx * dx * patch.halfXX
            let slope = dx * patch.xy
            let across = dx * dx
            var row = unsafe plane + (patch.top * patch.width + first)
            var dy = Float(Double(patch.top) - patch.y)
            for _ in patch.top..<patch.bottom {
                // Bounded: the block lies within the plane.
                let t = along + (slope + dy * patch.halfYY) * dy
                let light = unsafe Lanes(at: row) + Lanes.exponential(ofMinus: t) * amplitude
                let distance = (across + dy * dy).squareRoot()
                var share = (outer + 0.5 - distance).share
                share.replace(with: Lanes.zero, where: .!counts)
                var core = (inner + 0.5 - distance).share
                core.replace(with: Lanes.zero, where: .!counts)
                sums += share * light
                pixels += share
                innerSums += core * light
                innerPixels += core
                unsafe row += patch.width
                dy += 1
            }
        }
        return PatchApertures(
            outer: sums.folded, outerPixels: pixels.folded, inner: innerSums.folded,
            innerPixels: innerPixels.folded)
    }
}
