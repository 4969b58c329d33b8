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

    package static func blurAcrossRows(
        _ rows: UnsafePointer<UnsafePointer<Float>>, into target: UnsafeMutablePointer<Float>, width: Int,
        middle: Float, taps: UnsafePointer<Float>, count: Int
    ) {
        var x = 0
        while x + 32 <= width {
            // Bounded: x + 31 < width, the length of each row.
            let here = unsafe rows[count] + x
            var one = unsafe Lanes(at: here) * middle
            var two = unsafe Lanes(at: here + 16) * middle
            for k in 0..<count {
                let (upper, lower) = unsafe (rows[count - k - 1] + x, rows[count + k + 1] + x)
                let tap = unsafe taps[k]
                unsafe one += (Lanes(at: upper) + Lanes(at: lower)) * tap
                unsafe two += (Lanes(at: upper + 16) + Lanes(at: lower + 16)) * tap
            }
            unsafe one.put(at: target + x)
            unsafe two.put(at: target + x + 16)
            x += 32
        }
        while x < width {
            var sum = unsafe rows[count][x] * middle
            for k in 0..<count { unsafe sum += (rows[count - k - 1][x] + rows[count + k + 1][x]) * taps[k] }
            unsafe target[x] = sum
            x += 1
        }
    }

    package static func subtract(
        _ one: UnsafePointer<Float>, _ other: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>,
        width: Int
    ) {
        // Bounded: x < width, the length of all three.
        for x in 0..<width { unsafe target[x] = one[x] - other[x] }
    }

    package static func between(
        _ top: UnsafePointer<Float>, _ bottom: UnsafePointer<Float>, share: Float,
        into target: UnsafeMutablePointer<Float>, width: Int
    ) {
        // Bounded: x < width, the length of all three.
        for x in 0..<width { unsafe target[x] = top[x] + share * (bottom[x] - top[x]) }
    }
}
