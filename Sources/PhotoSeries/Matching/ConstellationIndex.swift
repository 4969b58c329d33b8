import Raster

/// The constellations of a field, found by their codes.
struct ConstellationIndex {
    /// Half the side of the cube in which codes count as alike.
    let tolerance: Float
    private let entries: [Constellation]
    private let starts: [Int32]
    /// Buckets are numbered by the low bits of a hash of the code's cell.
    private static let bucketBits: UInt32 = 17

    /// Sorts the constellations of some seeds.
    ///
    /// - Parameters:
    ///   - field: The field.
    ///   - seeds: Numbers of the dots whose constellations are kept.
    ///   - tolerance: Half the side of the cube in which codes count as alike.
    init(field: DotField, seeds: ArraySlice<Int>, tolerance: Float) {
        self.tolerance = tolerance
        var unsorted: [Constellation] = []
        unsorted.reserveCapacity(seeds.count * 56)
        for seed in seeds { Constellation.forEach(seed: seed, in: field) { unsorted.append($0) } }
        let count = 1 << Int(Self.bucketBits)
        var starts = [Int32](repeating: 0, count: count + 1)
        let width = 2 * tolerance
        for entry in unsorted {
            starts[Self.bucket(of: Self.cell(of: entry.code, width: width)) + 1] += 1
        }
        for bucket in 1...count { starts[bucket] += starts[bucket - 1] }
        self.starts = starts
        var next = starts
        var order = [Int32](repeating: 0, count: unsorted.count)
        for (position, entry) in unsorted.enumerated() {
            let home = Self.bucket(of: Self.cell(of: entry.code, width: width))
            order[Int(next[home])] = Int32(position)
            next[home] += 1
        }
        entries = order.map { unsorted[Int($0)] }
    }

    /// Calls `body` with the dots of every constellation whose code is alike, until it says false.
    ///
    /// - Returns: Whether `body` always said true.
    @inline(__always)
    func forEachMatch(of code: SIMD4<Float>, _ body: (SIMD4<Int32>) -> Bool) -> Bool {
        let width = 2 * tolerance
        let low = Self.cell(of: code - tolerance, width: width)
        let high = Self.cell(of: code + tolerance, width: width)
        for corner in 0..<16 {
            let cell = SIMD4<Int32>(
                corner & 1 == 0 ? low.x : high.x, corner & 2 == 0 ? low.y : high.y,
                corner & 4 == 0 ? low.z : high.z, corner & 8 == 0 ? low.w : high.w)
            let bucket = Self.bucket(of: cell)
            var slot = Int(starts[bucket])
            let end = Int(starts[bucket + 1])
            while slot < end {
                let entry = entries[slot]
                slot += 1
                let off = entry.code - code
                let far = max(max(abs(off.x), abs(off.y)), max(abs(off.z), abs(off.w)))
                // Different cells may share a bucket: an entry counts only from its own cell.
                guard far <= tolerance, Self.cell(of: entry.code, width: width) == cell else { continue }
                if !body(entry.dots) { return false }
            }
        }
        return true
    }

    @inline(__always)
    private static func cell(of code: SIMD4<Float>, width: Float) -> SIMD4<Int32> {
        // Codes lie within ±1 or so: the shift makes cutting off the same as rounding down.
        let scaled = code / width + 4_096
        return SIMD4<Int32>(Int32(scaled.x), Int32(scaled.y), Int32(scaled.z), Int32(scaled.w))
    }

    @inline(__always)
    private static func bucket(of cell: SIMD4<Int32>) -> Int {
        var hash = UInt32(bitPattern: cell.x) &* 0x9E37_79B1
        hash ^= UInt32(bitPattern: cell.y) &* 0x85EB_CA77
        hash ^= UInt32(bitPattern: cell.z) &* 0xC2B2_AE3D
        hash ^= UInt32(bitPattern: cell.w) &* 0x27D4_EB2F
        hash ^= hash >> 15
        hash = hash &* 0x2C1B_3C6D
        return Int((hash ^ (hash >> 13)) >> (32 - bucketBits))
    }
}
