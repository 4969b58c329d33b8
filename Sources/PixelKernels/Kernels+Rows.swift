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
        _ light: UnsafePointer<Float>, over bare: UnsafePointer<Float>, where skin: UnsafePointer<UInt8>,
        into target: UnsafeMutablePointer<Float>, width: Int
    ) {
        // Bounded: x < width, the length of all four.
        for x in 0..<width {
            let missing = unsafe 1 - light[x] / bare[x]
            unsafe target[x] = unsafe skin[x] != 0 ? missing : 0
        }
    }
}
