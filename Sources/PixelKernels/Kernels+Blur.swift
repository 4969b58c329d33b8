import KernelTable

extension Kernels {
    package static func blurAlongRow(
        _ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>, width: Int, middle: Float,
        taps: UnsafePointer<Float>, count: Int
    ) {
        var x = 0
        while x + 32 <= width {
            // Bounded: x + 31 < width, and `count` samples stand on both sides.
            let here = unsafe source + x
            var one = unsafe Lanes(at: here) * middle
            var two = unsafe Lanes(at: here + 16) * middle
            for k in 0..<count {
                let (left, right, tap) = unsafe (here - (k + 1), here + (k + 1), taps[k])
                unsafe one += (Lanes(at: left) + Lanes(at: right)) * tap
                unsafe two += (Lanes(at: left + 16) + Lanes(at: right + 16)) * tap
            }
            unsafe one.put(at: target + x)
            unsafe two.put(at: target + x + 16)
            x += 32
        }
        while x < width {
            var sum = unsafe source[x] * middle
            for k in 0..<count { unsafe sum += (source[x - k - 1] + source[x + k + 1]) * taps[k] }
            unsafe target[x] = sum
            x += 1
        }
    }

    /// Two rows at a time: of the rows that a tap weighs for the first, one is weighed by the tap before for the second.
    package static func blurAcrossRows(
        _ rows: UnsafePointer<UnsafePointer<Float>>, into target: UnsafeMutablePointer<Float>,
        and next: UnsafeMutablePointer<Float>, width: Int, middle: Float, taps: UnsafePointer<Float>,
        count: Int
    ) {
        var x = 0
        while x + 16 <= width {
            // Bounded: x + 15 < width, the length of each row.
            var upper = unsafe Lanes(at: rows[count] + x)
            var lower = unsafe Lanes(at: rows[count + 1] + x)
            var one = upper * middle
            var two = lower * middle
            for k in 0..<count {
                let above = unsafe Lanes(at: rows[count - k - 1] + x)
                let below = unsafe Lanes(at: rows[count + k + 2] + x)
                unsafe one += (above + lower) * taps[k]
                unsafe two += (upper + below) * taps[k]
                (upper, lower) = (above, below)
            }
            unsafe one.put(at: target + x)
            unsafe two.put(at: next + x)
            x += 16
        }
        while x < width {
            var one = unsafe rows[count][x] * middle
            var two = unsafe rows[count + 1][x] * middle
            for k in 0..<count {
                unsafe one += (rows[count - k - 1][x] + rows[count + k + 1][x]) * taps[k]
                unsafe two += (rows[count - k][x] + rows[count + k + 2][x]) * taps[k]
            }
            unsafe target[x] = one
            unsafe next[x] = two
            x += 1
        }
    }

    package static func subtract(
        _ one: UnsafePointer<Float>, _ other: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>,
        width: Int
    ) {
        // Bounded: x + 15 < width, the length of all three. Blocks, since a plain loop is left a pixel at a time where the
        // target is the row that is taken from.
        var x = 0
        while x + 16 <= width {
            unsafe (Lanes(at: one + x) - Lanes(at: other + x)).put(at: target + x)
            x += 16
        }
        while x < width {
            unsafe target[x] = one[x] - other[x]
            x += 1
        }
    }

    package static func halve(
        _ top: UnsafePointer<Float>, _ bottom: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>,
        width: Int
    ) {
        // Bounded: x < width, and both rows have twice as many samples.
        for x in 0..<width {
            let (upper, lower) = unsafe (top[2 * x] + top[2 * x + 1], bottom[2 * x] + bottom[2 * x + 1])
            unsafe target[x] = (upper + lower) * 0.25
        }
    }

    package static func between(
        _ top: UnsafePointer<Float>, _ bottom: UnsafePointer<Float>, share: Float,
        into target: UnsafeMutablePointer<Float>, width: Int
    ) {
        // Bounded: x < width, the length of all three.
        for x in 0..<width { unsafe target[x] = top[x] + share * (bottom[x] - top[x]) }
    }
}
