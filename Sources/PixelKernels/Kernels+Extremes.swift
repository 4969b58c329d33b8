import KernelTable

extension Kernels {
    package static func smallest(
        _ source: UnsafePointer<UInt8>, offsets: UnsafePointer<Int>, count: Int,
        into target: UnsafeMutablePointer<UInt8>, width: Int
    ) {
        unsafe gathered(source, offsets, count, target, width) { $0 < $1 ? $0 : $1 }
    }

    package static func largest(
        _ source: UnsafePointer<UInt8>, offsets: UnsafePointer<Int>, count: Int,
        into target: UnsafeMutablePointer<UInt8>, width: Int
    ) {
        unsafe gathered(source, offsets, count, target, width) { $0 > $1 ? $0 : $1 }
    }

    /// Six offsets a walk along the row, in the last walk the last one again: a plain loop of choices becomes one
    /// instruction for many lanes, and what stands in the target meanwhile stays in the first cache.
    ///
    /// Every offset leads to samples that the caller holds, for x in 0 ..< width.
    @inline(always)
    private static func gathered(
        _ source: UnsafePointer<UInt8>, _ offsets: UnsafePointer<Int>, _ count: Int,
        _ target: UnsafeMutablePointer<UInt8>, _ width: Int, _ chosen: (UInt8, UInt8) -> UInt8
    ) {
        var done = 0
        while done < count {
            func place(_ step: Int) -> UnsafePointer<UInt8> {
                let number = done + step < count ? done + step : count - 1
                return unsafe source + offsets[number]
            }
            let (a, b, c) = unsafe (place(0), place(1), place(2))
            let (d, e, f) = unsafe (place(3), place(4), place(5))
            if done == 0 {
                for x in 0..<width {
                    unsafe target[x] = chosen(
                        chosen(chosen(a[x], b[x]), chosen(c[x], d[x])), chosen(e[x], f[x]))
                }
            } else {
                for x in 0..<width {
                    unsafe target[x] = chosen(
                        chosen(chosen(a[x], b[x]), chosen(c[x], d[x])),
                        chosen(chosen(e[x], f[x]), target[x]))
                }
            }
            done += 6
        }
    }

    package static func keepLargerDifference(
        _ best: UnsafeMutablePointer<UInt8>, _ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>,
        width: Int
    ) {
        // Bounded: x < width, the length of all three.
        for x in 0..<width {
            let difference = unsafe (one[x] > other[x] ? one[x] : other[x]) &- other[x]
            unsafe best[x] = unsafe difference > best[x] ? difference : best[x]
        }
    }

    package static func shares(
        of part: UnsafePointer<Float>, in whole: UnsafePointer<Float>, least: Float,
        into target: UnsafeMutablePointer<UInt8>, width: Int
    ) {
        // Bounded: x < width, the length of all three. A value that is no number fails both comparisons.
        for x in 0..<width {
            let below = unsafe whole[x]
            let value = unsafe 255 * part[x] / (below > least ? below : least)
            let limited: Float = value > 0 ? (value < 255 ? value : 255) : 0
            // Adding 2²³ rounds to a whole number, which then stands in the lowest bits.
            unsafe target[x] = UInt8(truncatingIfNeeded: (limited + 8_388_608).bitPattern)
        }
    }

    package static func wholeNumbers(
        _ source: UnsafePointer<Float>, scale: Float, into target: UnsafeMutablePointer<UInt8>, width: Int
    ) {
        // Bounded: x < width, the length of both. A value that is no number fails both comparisons.
        for x in 0..<width {
            let value = unsafe source[x] * scale
            let limited: Float = value > 0 ? (value < 255 ? value : 255) : 0
            // Adding 2²³ rounds to a whole number, which then stands in the lowest bits.
            unsafe target[x] = UInt8(truncatingIfNeeded: (limited + 8_388_608).bitPattern)
        }
    }
}
