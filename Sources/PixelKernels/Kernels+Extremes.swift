import KernelTable

extension Kernels {
    package static func smallest(
        _ source: UnsafePointer<Int16>, offsets: UnsafePointer<Int>, count: Int,
        into target: UnsafeMutablePointer<Int16>, width: Int
    ) {
        unsafe gathered(source, offsets, count, target, width) { $0 < $1 ? $0 : $1 }
    }

    package static func largest(
        _ source: UnsafePointer<Int16>, offsets: UnsafePointer<Int>, count: Int,
        into target: UnsafeMutablePointer<Int16>, width: Int
    ) {
        unsafe gathered(source, offsets, count, target, width) { $0 > $1 ? $0 : $1 }
    }

    /// Four offsets a walk along the row: a plain loop of choices becomes one instruction for many lanes, and what stands
    /// in the target meanwhile stays in the first cache.
    ///
    /// Every offset leads to samples that the caller holds, for x in 0 ..< width.
    @inline(__always)
    private static func gathered(
        _ source: UnsafePointer<Int16>, _ offsets: UnsafePointer<Int>, _ count: Int,
        _ target: UnsafeMutablePointer<Int16>, _ width: Int, _ chosen: (Int16, Int16) -> Int16
    ) {
        let first = unsafe source + offsets[0]
        var done = 1
        if count >= 4 {
            let (b, c, d) = unsafe (source + offsets[1], source + offsets[2], source + offsets[3])
            for x in 0..<width {
                unsafe target[x] = chosen(chosen(first[x], b[x]), chosen(c[x], d[x]))
            }
            done = 4
        } else {
            for x in 0..<width { unsafe target[x] = first[x] }
        }
        while done + 4 <= count {
            let (a, b) = unsafe (source + offsets[done], source + offsets[done + 1])
            let (c, d) = unsafe (source + offsets[done + 2], source + offsets[done + 3])
            for x in 0..<width {
                unsafe target[x] = chosen(chosen(target[x], chosen(a[x], b[x])), chosen(c[x], d[x]))
            }
            done += 4
        }
        while done < count {
            let a = unsafe source + offsets[done]
            for x in 0..<width { unsafe target[x] = chosen(target[x], a[x]) }
            done += 1
        }
    }

    package static func keepLargerDifference(
        _ best: UnsafeMutablePointer<Int16>, _ one: UnsafePointer<Int16>, _ other: UnsafePointer<Int16>,
        width: Int
    ) {
        // Bounded: x < width, the length of all three.
        for x in 0..<width {
            let difference = unsafe one[x] &- other[x]
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
        _ source: UnsafePointer<Float>, scale: Float, into target: UnsafeMutablePointer<Int16>, width: Int
    ) {
        // Bounded: x < width, the length of both. A value that is no number fails both comparisons.
        for x in 0..<width {
            let value = unsafe source[x] * scale
            let limited: Float = value > 0 ? (value < 32_767 ? value : 32_767) : 0
            // Adding 2²³ rounds to a whole number, which then stands in the lowest bits.
            unsafe target[x] = Int16(truncatingIfNeeded: (limited + 8_388_608).bitPattern)
        }
    }
}
