import KernelTable

extension Kernels {
    package static func moments(of plane: UnsafePointer<Float>, in patch: Patch) -> PatchMoments {
        var sums = MomentLanes()
        var block = PatchBlock(firstOf: patch)
        while block.left < patch.right {
            var window = PatchWindow(on: block, of: patch)
            while window.row < patch.bottom {
                // Bounded: the block lies within the plane.
                unsafe sums.add(Lanes(at: plane + window.place), under: window)
                window.next(of: patch)
            }
            sums.fold(block.dx)
            block.next(of: patch)
        }
        return sums.folded
    }

    package static func paintedMoments(
        _ amplitude: Float, on plane: UnsafeMutablePointer<Float>, in patch: Patch
    ) -> PatchMoments {
        var sums = MomentLanes()
        var block = PatchBlock(firstOf: patch)
        while block.left < patch.right {
            var window = PatchWindow(on: block, of: patch)
            while window.row < patch.bottom {
                // Bounded: the block lies within the plane.
                let light = unsafe Lanes(at: plane + window.place) + window.value * amplitude
                unsafe light.put(at: plane + window.place)
                sums.add(light, under: window)
                window.next(of: patch)
            }
            sums.fold(block.dx)
            block.next(of: patch)
        }
        return sums.folded
    }

    package static func match(of plane: UnsafePointer<Float>, in patch: Patch) -> SIMD2<Float> {
        var (sum, square) = (Lanes.zero, Lanes.zero)
        var block = PatchBlock(firstOf: patch)
        while block.left < patch.right {
            var window = PatchWindow(on: block, of: patch)
            while window.row < patch.bottom {
                // Bounded: the block lies within the plane.
                unsafe sum += window.value * Lanes(at: plane + window.place)
                square += window.value * window.value
                window.next(of: patch)
            }
            block.next(of: patch)
        }
        return SIMD2(sum.folded, square.folded)
    }

    package static func paint(_ amplitude: Float, on plane: UnsafeMutablePointer<Float>, in patch: Patch) {
        var block = PatchBlock(firstOf: patch)
        while block.left < patch.right {
            var window = PatchWindow(on: block, of: patch)
            while window.row < patch.bottom {
                // Bounded: the block lies within the plane.
                let light = unsafe Lanes(at: plane + window.place) + window.value * amplitude
                unsafe light.put(at: plane + window.place)
                window.next(of: patch)
            }
            block.next(of: patch)
        }
    }

    package static func disc(
        of first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>,
        radius: Float, in patch: Patch
    ) -> SIMD4<Float> {
        var (one, two, three, pixels) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        var block = PatchBlock(firstOf: patch)
        while block.left < patch.right {
            let across = block.across
            var place = patch.top &* patch.width &+ block.first
            var dy = Float(Double(patch.top) - patch.y)
            for _ in patch.top..<patch.bottom {
                // Bounded: the block lies within the planes.
                let distance = (across + dy * dy).squareRoot()
                let share = (radius + 0.5 - distance).share
                unsafe one += share * Lanes(at: first + place)
                unsafe two += share * Lanes(at: second + place)
                unsafe three += share * Lanes(at: third + place)
                pixels += share
                place &+= patch.width
                dy += 1
            }
            block.next(of: patch)
        }
        return SIMD4(one.folded, two.folded, three.folded, pixels.folded)
    }

    package static func apertures(
        of plane: UnsafePointer<Float>, adding amplitude: Float, outer: Float, inner: Float, in patch: Patch
    ) -> PatchApertures {
        var (sums, pixels, innerSums, innerPixels) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        var block = PatchBlock(firstOf: patch)
        while block.left < patch.right {
            let across = block.across
            var window = PatchWindow(on: block, of: patch)
            while window.row < patch.bottom {
                // Bounded: the block lies within the plane.
                let light = unsafe Lanes(at: plane + window.place) + window.value * amplitude
                let distance = (across + window.dy * window.dy).squareRoot()
                let share = (outer + 0.5 - distance).share
                sums += share * light
                pixels += share
                // Farther rows have no share in the inner one.
                if abs(window.dy) < inner + 0.5 {
                    let core = (inner + 0.5 - distance).share
                    innerSums += core * light
                    innerPixels += core
                }
                window.next(of: patch)
            }
            block.next(of: patch)
        }
        return PatchApertures(
            outer: sums.folded, outerPixels: pixels.folded, inner: innerSums.folded,
            innerPixels: innerPixels.folded)
    }
}

/// Sixteen columns of a patch.
private struct PatchBlock {
    /// The patch's column from which on this block counts.
    var left: Int
    /// The block's first column within the plane: the last block of a row moves left rather than out of the plane.
    var first: Int
    /// Distance of each column from the patch's middle.
    var dx: Lanes
    /// 1 for the columns that are the patch's and not an earlier block's, else 0.
    var counts: Lanes

    /// The square of `dx`; columns that do not count are infinitely far away.
    @inline(always)
    var across: Lanes { (dx * dx).replacing(with: .infinity, where: counts .== 0) }

    @inline(always)
    init(firstOf patch: Patch) { self.init(from: patch.left, of: patch) }

    @inline(always)
    private init(from left: Int, of patch: Patch) {
        self.left = left
        first = min(left, patch.width &- Lanes.scalarCount)
        dx = Lanes.steps + Float(Double(first) - patch.x)
        let columns = Lanes.steps + Float(first &- left)
        counts = Lanes(repeating: 1).replacing(
            with: 0, where: columns .< 0 .| columns .>= Float(patch.right &- left))
    }

    @inline(always)
    mutating func next(of patch: Patch) { self = PatchBlock(from: left &+ Lanes.scalarCount, of: patch) }
}

/// The window of a patch on a block of it, row by row.
///
/// From row to row a Gaussian changes by a ratio, and that ratio by one number: two products instead of an exponential.
private struct PatchWindow {
    /// The row of the plane.
    var row: Int
    /// The block's first pixel in that row.
    var place: Int
    /// Distance of the row from the patch's middle.
    var dy: Float
    /// The window there; 0 in columns that do not count.
    var value: Lanes
    private var ratio: Lanes
    private let change: Float
    private let along: Lanes
    private let slope: Lanes
    private let counts: Lanes
    /// Rows after which the window is told anew.
    private let run: Int
    private var told: Int

    /// Rows that a window is carried on over: its rounding grows with their square.
    private static let longestRun = 12

    @inline(always)
    init(on block: PatchBlock, of patch: Patch) {
        row = patch.top
        place = patch.top &* patch.width &+ block.first
        dy = Float(Double(patch.top) - patch.y)
        along = block.dx * block.dx * patch.halfXX
        slope = block.dx * patch.xy
        counts = block.counts
        value = counts * Lanes.exponential(ofMinus: along + (slope + dy * patch.halfYY) * dy)
        ratio = Lanes.exponential(ofMinus: slope + (2 * dy + 1) * patch.halfYY)
        change = Lanes.exponential(ofMinus: Lanes(repeating: 2 * patch.halfYY))[0]
        // Where its smallest value would be lost to `Float`, each row is told by itself.
        run = Self.largestExponent(of: patch) < 80 ? Self.longestRun : 1
        told = row &+ run
    }

    /// Goes on to the next row.
    @inline(always)
    mutating func next(of patch: Patch) {
        row &+= 1
        place &+= patch.width
        dy += 1
        value *= ratio
        ratio *= change
        if row == told {
            value = counts * Lanes.exponential(ofMinus: along + (slope + dy * patch.halfYY) * dy)
            ratio = Lanes.exponential(ofMinus: slope + (2 * dy + 1) * patch.halfYY)
            told &+= run
        }
    }

    /// The exponent in the corner of a patch where it is largest.
    @inline(always)
    private static func largestExponent(of patch: Patch) -> Float {
        let left = Float(Double(patch.left) - patch.x)
        let right = Float(Double(patch.right &- 1) - patch.x)
        let top = Float(Double(patch.top) - patch.y)
        let bottom = Float(Double(patch.bottom &- 1) - patch.y)
        let (x, y) = (max(-left, right), max(-top, bottom))
        return x * x * patch.halfXX + y * y * patch.halfYY + x * y * abs(patch.xy)
    }
}

/// What the moments of a patch add up to, lane by lane.
private struct MomentLanes {
    private var (sum, x, y) = (Lanes.zero, Lanes.zero, Lanes.zero)
    private var (xx, yy, xy) = (Lanes.zero, Lanes.zero, Lanes.zero)
    private var square = Lanes.zero
    /// Those of one block, for all of whose rows the columns are the same.
    private var (v0, v1, v2) = (Lanes.zero, Lanes.zero, Lanes.zero)

    @inline(always)
    init() {}

    @inline(always)
    mutating func add(_ light: Lanes, under window: PatchWindow) {
        let value = window.value * light
        let down = value * window.dy
        v0 += value
        v1 += down
        v2 += down * window.dy
        square += window.value * window.value
    }

    @inline(always)
    mutating func fold(_ dx: Lanes) {
        let across = v0 * dx
        sum += v0
        x += across
        xx += across * dx
        y += v1
        xy += v1 * dx
        yy += v2
        (v0, v1, v2) = (.zero, .zero, .zero)
    }

    @inline(always)
    var folded: PatchMoments {
        PatchMoments(
            sum: sum.folded, x: x.folded, y: y.folded, xx: xx.folded, yy: yy.folded, xy: xy.folded,
            square: square.folded)
    }
}
