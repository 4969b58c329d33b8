import KernelTable

extension Kernels {
    package static func maxima(
        of row: UnsafePointer<Float>, above: UnsafePointer<Float>, below: UnsafePointer<Float>, width: Int,
        threshold: Float, found: UnsafeMutablePointer<Int32>
    ) -> Int {
        var count = 0
        var x = 1
        while x + 16 <= width - 1 {
            // Bounded: x + 16 ≤ width − 1. Half of the neighbours first, which hardly a place outdoes; what is left is asked
            // for the others.
            let here = unsafe Lanes(at: row + x)
            let isHigh =
                unsafe here .> threshold .& here .> Lanes(at: row + x - 1)
                .& here .>= Lanes(at: row + x + 1) .& here .> Lanes(at: above + x)
                .& here .>= Lanes(at: below + x)
            if any(isHigh) {
                var bits = isHigh.bits
                while bits != 0 {
                    let place = x + bits.trailingZeroBitCount
                    bits &= bits &- 1
                    let value = unsafe row[place]
                    let isHighest =
                        unsafe value > above[place - 1] && value > above[place + 1]
                        && value >= below[place - 1] && value >= below[place + 1]
                    if isHighest {
                        unsafe found[count] = Int32(truncatingIfNeeded: place)
                        count += 1
                    }
                }
            }
            x += 16
        }
        while x < width - 1 {
            let value = unsafe row[x]
            let isHighest =
                unsafe value > threshold && value > row[x - 1] && value >= row[x + 1] && value > above[x - 1]
                && value > above[x] && value > above[x + 1] && value >= below[x - 1] && value >= below[x]
                && value >= below[x + 1]
            if isHighest {
                unsafe found[count] = Int32(truncatingIfNeeded: x)
                count += 1
            }
            x += 1
        }
        return count
    }

    package static func missingLight(
        _ light: UnsafePointer<Float>, over bare: UnsafePointer<Float>, where skin: UnsafePointer<Bool>,
        into target: UnsafeMutablePointer<Float>, width: Int
    ) {
        let skin = unsafe bytes(skin)
        // Bounded: x < width, the length of all four.
        for x in 0..<width { unsafe target[x] = unsafe chosen(1 - light[x] / bare[x], skin[x]) }
    }

    package static func rebasedBytes(
        _ source: UnsafePointer<Float>, on row: UnsafePointer<Float>, where chosen: UnsafePointer<Bool>,
        least: Float, stepsPerUnit: Float, into target: UnsafeMutablePointer<UInt8>, width: Int
    ) {
        let chosen = unsafe bytes(chosen)
        // Bounded: x < width, the length of all four. A value that is no number fails both comparisons.
        for x in 0..<width {
            let offset = unsafe Self.chosen(row[x], chosen[x])
            let share = unsafe (source[x] - offset) / (1 - offset)
            let value = (share - least) * stepsPerUnit
            let limited: Float = value > 0 ? (value < 255 ? value : 255) : 0
            // Adding 2²³ rounds to a whole number, which then stands in the lowest bits.
            unsafe target[x] = UInt8(truncatingIfNeeded: (limited + 8_388_608).bitPattern)
        }
    }

    package static func add(
        _ row: UnsafePointer<Float>, where chosen: UnsafePointer<Bool>,
        to sums: UnsafeMutablePointer<Float>, width: Int
    ) {
        // Bounded: x < width, the length of all three.
        let chosen = unsafe bytes(chosen)
        for x in 0..<width { unsafe sums[x] += unsafe Self.chosen(row[x], chosen[x]) }
    }

    package static func count(
        _ chosen: UnsafePointer<Bool>, in counts: UnsafeMutablePointer<UInt8>, width: Int
    ) {
        // Bounded: x < width, the length of both.
        let chosen = unsafe bytes(chosen)
        for x in 0..<width { unsafe counts[x] &+= chosen[x] }
    }

    package static func above(
        _ limit: Float, red: UnsafePointer<Float>, luminance: UnsafePointer<Float>,
        blue: UnsafePointer<Float>, shares: SIMD3<Float>, into target: UnsafeMutablePointer<Bool>, width: Int
    ) -> Int {
        let (ofRed, ofBlue, leastOfGreen) = (shares.x, shares.z, shares.y * limit)
        var count: Int32 = 0
        let answers = unsafe UnsafeMutableRawPointer(target).assumingMemoryBound(to: UInt8.self)
        // Bounded: x < width, the length of all four. Every comparison is made: a loop without branches.
        for x in 0..<width {
            let (r, b) = unsafe (red[x], blue[x])
            let green = unsafe luminance[x] - ofRed * r - ofBlue * b
            let answer: UInt8 =
                (r >= limit ? 1 : 0) | (b >= limit ? 1 : 0) | (green >= leastOfGreen ? 1 : 0)
            unsafe answers[x] = answer
            count &+= Int32(truncatingIfNeeded: answer)
        }
        return Int(count)
    }

    package static func unite(
        _ target: UnsafeMutablePointer<Bool>, with row: UnsafePointer<Bool>, width: Int
    ) {
        let answers = unsafe UnsafeMutableRawPointer(target).assumingMemoryBound(to: UInt8.self)
        let others = unsafe bytes(row)
        // Bounded: x < width, the length of both.
        for x in 0..<width { unsafe answers[x] |= others[x] }
    }

    /// Answers as bytes: a Bool is one that is 0 or 1, and loops over bytes become wide where loops over Bools do not.
    @inline(always)
    private static func bytes(_ answers: UnsafePointer<Bool>) -> UnsafePointer<UInt8> {
        unsafe UnsafeRawPointer(answers).assumingMemoryBound(to: UInt8.self)
    }

    /// A number where the answer is 1, 0 where it is 0: its bits under a mask, since a choice by a byte would be made a
    /// byte at a time.
    @inline(always)
    private static func chosen(_ value: Float, _ answer: UInt8) -> Float {
        Float(bitPattern: value.bitPattern & (0 &- UInt32(truncatingIfNeeded: answer)))
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
