import KernelTable
import PixelMath
import Testing

@Suite("Kernels on rows: every instruction set gives the scalar's bits for every row length from 0 to 70")
struct RowKernelTests {
    /// Stands beside every row that is written.
    private let guarding: Float = 7.25

    @Test("a blur along a row, of 0 to 8 taps a side", arguments: 0...8)
    func blurAlongRow(count: Int) {
        var rows = RandomRows(seed: 100 + count)
        let taps = rows.floats(count, in: 0...0.2)
        let middle = rows.floats(1)[0]
        for width in EveryKernelSet.lengths {
            let source = rows.floats(width + 2 * count)
            let expected = (0..<width).map { x in
                var sum = source[x + count] * middle
                for k in 0..<count {
                    sum += (source[x + count - k - 1] + source[x + count + k + 1]) * taps[k]
                }
                return sum
            }
            EveryKernelSet.expect(
                expected, from: Array(repeating: 0, count: width), guarding: guarding, "width \(width)"
            ) { kernels, target in
                unsafe source.withUnsafeBufferPointer { source in
                    guard let start = source.baseAddress else { return }
                    unsafe kernels.blurAlongRow(
                        start + count, into: target, width: width, middle: middle, taps: taps, count: count)
                }
            }
        }
    }

    @Test("a blur across rows, of 0 to 8 taps a side", arguments: 0...8)
    func blurAcrossRows(count: Int) {
        var rows = RandomRows(seed: 200 + count)
        let taps = rows.floats(count, in: 0...0.2)
        let middle = rows.floats(1)[0]
        for width in EveryKernelSet.lengths {
            let source = rows.floats(width * (2 * count + 2))
            // Both rows, the second behind the first.
            let expected = (0..<2 * width).map { x in
                var sum = source[count * width + x] * middle
                for k in 0..<count {
                    sum +=
                        (source[(count - k - 1) * width + x] + source[(count + k + 1) * width + x]) * taps[k]
                }
                return sum
            }
            EveryKernelSet.expect(
                expected, from: Array(repeating: 0, count: 2 * width), guarding: guarding, "width \(width)"
            ) { kernels, target in
                unsafe source.withUnsafeBufferPointer { source in
                    guard let start = source.baseAddress else { return }
                    let places = unsafe (0...2 * count + 1).map { unsafe start + $0 * width }
                    unsafe places.withUnsafeBufferPointer { places in
                        guard let first = places.baseAddress else { return }
                        unsafe kernels.blurAcrossRows(
                            first, into: target, and: target + width, width: width, middle: middle,
                            taps: taps, count: count)
                    }
                }
            }
        }
    }

    @Test("a difference, also into the row that is taken from")
    func subtract() {
        var rows = RandomRows(seed: 3)
        for width in EveryKernelSet.lengths {
            let (one, other) = (rows.floats(width), rows.floats(width))
            let before = Array(one.prefix(width))
            let expected = (0..<width).map { one[$0] - other[$0] }
            EveryKernelSet.expect(
                expected, from: Array(repeating: 0, count: width), guarding: guarding, "width \(width)"
            ) { unsafe $0.subtract(one, other, into: $1, width: width) }
            EveryKernelSet.expect(expected, from: before, guarding: guarding, "in place, width \(width)") {
                unsafe $0.subtract(UnsafePointer($1), other, into: $1, width: width)
            }
        }
    }

    @Test("means of two by two pixels")
    func halve() {
        var rows = RandomRows(seed: 17)
        for width in EveryKernelSet.lengths {
            let (top, bottom) = (rows.floats(2 * width), rows.floats(2 * width))
            let expected = (0..<width).map { x in
                let upper = top[2 * x] + top[2 * x + 1]
                let lower = bottom[2 * x] + bottom[2 * x + 1]
                return (upper + lower) / 4
            }
            EveryKernelSet.expect(
                expected, from: Array(repeating: 0, count: width), guarding: guarding, "width \(width)"
            ) { unsafe $0.halve(top, bottom, into: $1, width: width) }
        }
    }

    @Test(
        "light that is missing from the bare skin; where there is no skin, nothing is, whatever stands there")
    func missingLight() {
        var rows = RandomRows(seed: 4)
        for width in EveryKernelSet.lengths {
            let light = rows.floats(width, in: 0...1)
            var bare = rows.floats(width, in: 0.1...1)
            let skin = rows.choices(width)
            for x in 0..<width where !skin[x] { bare[x] = x % 2 == 0 ? 0 : .nan }
            let expected = (0..<width).map { skin[$0] ? 1 - light[$0] / bare[$0] : 0 }
            EveryKernelSet.expect(
                expected, from: Array(repeating: 0, count: width), guarding: guarding, "width \(width)"
            ) { unsafe $0.missingLight(light, over: bare, where: skin, into: $1, width: width) }
        }
    }

    @Test("shares in steps of a byte, told anew where they are chosen; what is no number gives 0")
    func rebasedBytes() {
        var rows = RandomRows(seed: 5)
        let (least, steps): (Float, Float) = (-0.3, 200)
        for width in EveryKernelSet.lengths {
            var source = rows.floats(width)
            var row = rows.floats(width, in: -0.5...0.5)
            let chosen = rows.choices(width)
            // What stands where nothing is chosen does not matter.
            for x in 0..<width where !chosen[x] { row[x] = x % 2 == 0 ? 1 : .nan }
            for x in stride(from: 3, to: width, by: 10) { source[x] = [.nan, .infinity, -.infinity][x % 3] }
            let expected = (0..<width).map { x -> UInt8 in
                let share = chosen[x] ? (source[x] - row[x]) / (1 - row[x]) : source[x]
                let value = (share - least) * steps
                return value.isNaN ? 0 : UInt8(min(max(value, 0), 255).rounded(.toNearestOrEven))
            }
            EveryKernelSet.expect(
                expected, from: Array(repeating: 0, count: width), guarding: 77, "width \(width)"
            ) { kernels, target in
                unsafe kernels.rebasedBytes(
                    source, on: row, where: chosen, least: least, stepsPerUnit: steps, into: target,
                    width: width)
            }
        }
    }

    @Test("what belongs to either of two rows")
    func unite() {
        var rows = RandomRows(seed: 16)
        for width in EveryKernelSet.lengths {
            let (before, row) = (Array(rows.choices(width).prefix(width)), rows.choices(width))
            let expected = (0..<width).map { before[$0] || row[$0] }
            EveryKernelSet.expect(expected, from: before, guarding: true, "width \(width)") {
                unsafe $0.unite($1, with: row, width: width)
            }
        }
    }

    @Test("sums and counts of chosen pixels")
    func sums() {
        var rows = RandomRows(seed: 6)
        for width in EveryKernelSet.lengths {
            let before = Array(rows.floats(width).prefix(width))
            let (row, chosen) = (rows.floats(width), rows.choices(width))
            EveryKernelSet.expect(
                (0..<width).map { before[$0] + (chosen[$0] ? row[$0] : 0) }, from: before, guarding: guarding,
                "sum, width \(width)"
            ) { unsafe $0.add(row, where: chosen, to: $1, width: width) }
            // Up to the most that a byte counts.
            let counts = (0..<width).map { UInt8($0 * 254 / max(width - 1, 1)) }
            EveryKernelSet.expect(
                (0..<width).map { counts[$0] + (chosen[$0] ? 1 : 0) }, from: counts, guarding: 9,
                "count, width \(width)"
            ) { unsafe $0.count(chosen, in: $1, width: width) }
        }
    }

    @Test("whether a channel reaches a limit, green told from luminance, and how many pixels do")
    func above() {
        var rows = RandomRows(seed: 12)
        let shares = SIMD3<Float>(0.2126, 0.7152, 0.0722)
        for width in EveryKernelSet.lengths {
            var (red, green, blue) = (rows.floats(width), rows.floats(width), rows.floats(width))
            for x in stride(from: 0, to: width, by: 9) { (red[x], green[x], blue[x]) = (0.5, 0, 0) }
            for x in stride(from: 4, to: width, by: 9) { (red[x], green[x], blue[x]) = (.nan, .nan, .nan) }
            let luminance = (0..<max(width, 1)).map {
                shares.x * red[$0] + shares.y * green[$0] + shares.z * blue[$0]
            }
            for limit in [0.5, 2, -2] as [Float] {
                let expected = (0..<width).map { x in
                    let green = luminance[x] - shares.x * red[x] - shares.z * blue[x]
                    return red[x] >= limit || blue[x] >= limit || green >= shares.y * limit
                }
                // By its meaning: only a green within the rounding of its way there and back may differ.
                for x in 0..<width where abs(green[x] - limit) > 1e-6 {
                    #expect(expected[x] == [red[x], green[x], blue[x]].contains { $0 >= limit })
                }
                EveryKernelSet.expect(
                    expected, from: Array(repeating: false, count: width), guarding: true,
                    "limit \(limit), width \(width)"
                ) { kernels, target in
                    let count = unsafe kernels.above(
                        limit, red: red, luminance: luminance, blue: blue, shares: shares, into: target,
                        width: width)
                    #expect(count == expected.count { $0 })
                }
            }
        }
    }

    @Test("a mixture of three channels")
    func mix() {
        var rows = RandomRows(seed: 7)
        let shares = SIMD3<Float>(0.2126, 0.7152, 0.0722)
        for width in EveryKernelSet.lengths {
            let (red, green, blue) = (rows.floats(width), rows.floats(width), rows.floats(width))
            let expected = (0..<width).map { x in
                shares.x * red[x] + shares.y * green[x] + shares.z * blue[x]
            }
            EveryKernelSet.expect(
                expected, from: Array(repeating: 0, count: width), guarding: guarding, "width \(width)"
            ) { unsafe $0.mix(red: red, green: green, blue: blue, shares: shares, into: $1, width: width) }
        }
    }

    @Test("what lies between two rows", arguments: [0, 0.3, 1] as [Float])
    func between(share: Float) {
        var rows = RandomRows(seed: 8)
        for width in EveryKernelSet.lengths {
            let (top, bottom) = (rows.floats(width), rows.floats(width))
            let expected = (0..<width).map { top[$0] + share * (bottom[$0] - top[$0]) }
            EveryKernelSet.expect(
                expected, from: Array(repeating: 0, count: width), guarding: guarding, "width \(width)"
            ) { unsafe $0.between(top, bottom, share: share, into: $1, width: width) }
        }
    }

    @Test("maxima of a row between two others: plateaus once, NaN never, the ends of the row never")
    func maxima() {
        var rows = RandomRows(seed: 9)
        for width in EveryKernelSet.lengths {
            for attempt in 0..<4 {
                // Coarse steps make plateaus.
                var three = (0..<3).map { _ in rows.floats(width, in: 0...1).map { ($0 * 5).rounded() } }
                if attempt == 3, width > 0 { three[1][width / 2] = .nan }
                let (above, row, below) = (three[0], three[1], three[2])
                let threshold: Float = attempt == 2 ? 9 : 1
                let expected = Self.maxima(of: row, above: above, below: below, width: width, over: threshold)
                for set in InstructionSet.runnable {
                    var found = [Int32](repeating: -1, count: max(width, 1))
                    let count = unsafe set.kernels.maxima(
                        of: row, above: above, below: below, width: width, threshold: threshold, found: &found
                    )
                    #expect(Array(found.prefix(count)) == expected, "\(set.rawValue), width \(width)")
                }
            }
        }
    }

    /// The same by its definition.
    private static func maxima(
        of row: [Float], above: [Float], below: [Float], width: Int, over threshold: Float
    ) -> [Int32] {
        (0..<width).filter { x in
            guard x > 0, x < width - 1, row[x] > threshold else { return false }
            let earlier = [row[x - 1], above[x - 1], above[x], above[x + 1]]
            let later = [row[x + 1], below[x - 1], below[x], below[x + 1]]
            return earlier.allSatisfy { row[x] > $0 } && later.allSatisfy { row[x] >= $0 }
        }.map(Int32.init)
    }
}
