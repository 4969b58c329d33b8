import KernelTable

extension Kernels {
    package static func maxima(
        of row: UnsafePointer<Float>, above: UnsafePointer<Float>, below: UnsafePointer<Float>, width: Int,
        threshold: Float, found: UnsafeMutablePointer<Int32>
    ) -> Int {
        var count = 0
        func look(from first: Int, to end: Int) {
            for x in first..<end {
                // Bounded: 1 ≤ x < width − 1.
                let value = unsafe row[x]
                guard value > threshold else { continue }
                let isHighest =
                    unsafe value >= row[x + 1] && value >= below[x - 1] && value >= below[x]
                    && value >= below[x + 1] && value > row[x - 1] && value > above[x - 1] && value > above[x]
                    && value > above[x + 1]
                if isHighest {
                    unsafe found[count] = Int32(truncatingIfNeeded: x)
                    count += 1
                }
            }
        }
        var x = 1
        while x + 16 <= width - 1 {
            // Bounded: x + 16 ≤ width − 1. Most places have nothing above the threshold.
            if unsafe any(Lanes(at: row + x) .> threshold) { look(from: x, to: x + 16) }
            x += 16
        }
        if x < width - 1 { look(from: x, to: width - 1) }
        return count
    }

    package static func missingLight(
        _ light: UnsafePointer<Float>, over bare: UnsafePointer<Float>, where skin: UnsafePointer<Bool>,
        into target: UnsafeMutablePointer<Float>, width: Int
    ) {
        // Bounded: x < width, the length of all four.
        for x in 0..<width {
            let missing = unsafe 1 - light[x] / bare[x]
            unsafe target[x] = unsafe skin[x] ? missing : 0
        }
    }

    package static func lower(
        _ target: UnsafeMutablePointer<Float>, by row: UnsafePointer<Float>,
        where chosen: UnsafePointer<Bool>, width: Int
    ) {
        // Bounded: x < width, the length of all three.
        for x in 0..<width { unsafe target[x] -= unsafe chosen[x] ? row[x] : 0 }
    }

    package static func add(
        _ row: UnsafePointer<Float>, where chosen: UnsafePointer<Bool>,
        to sums: UnsafeMutablePointer<Float>, width: Int
    ) {
        // Bounded: x < width, the length of all three.
        for x in 0..<width { unsafe sums[x] += unsafe chosen[x] ? row[x] : 0 }
    }

    package static func count(
        _ chosen: UnsafePointer<Bool>, in counts: UnsafeMutablePointer<Float>, width: Int
    ) {
        // Bounded: x < width, the length of both.
        for x in 0..<width { unsafe counts[x] += unsafe chosen[x] ? 1 : 0 }
    }

    package static func mix(
        red: UnsafePointer<Float>, green: UnsafePointer<Float>, blue: UnsafePointer<Float>,
        shares: SIMD3<Float>, into target: UnsafeMutablePointer<Float>, width: Int
    ) {
        let (r, g, b) = (shares.x, shares.y, shares.z)
        // Bounded: x < width, the length of all four.
        for x in 0..<width { unsafe target[x] = r * red[x] + g * green[x] + b * blue[x] }
    }
}
