import Raster

/// Order statistics of plain numbers.
package enum Quantile {
    /// The value below which a share of the numbers lies, by linear interpolation, or nil of none.
    ///
    /// - Parameters:
    ///   - values: In any order.
    ///   - share: 0…1.
    /// - Returns: The quantile.
    /// - Complexity: O(n).
    package static func of(_ values: [Double], _ share: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        let place = share * Double(values.count - 1)
        let lower = Int(place)
        var (near, before) = candidates(of: values, at: lower)
        let low = near.select(lower - before)
        guard lower + 1 < values.count else { return low }
        // What stands behind the selected place is no smaller; the other numbers above it are those of higher bins.
        let high =
            near[(lower + 1 - before)...].min() ?? values.reduce(.infinity) { $1 > low ? min($0, $1) : $0 }
        return low + (place - Double(lower)) * (high - low)
    }

    /// From how many numbers on they are counted by size before one is selected.
    private static let leastCounted = 500
    /// Into how many bins they are counted.
    private static let bins = 256

    /// The numbers among which the one is that a sort would put at a place, and how many are smaller than all of them.
    ///
    /// Of many numbers those of one bin between the least and the largest: a selection's branches cannot be foreseen, and
    /// counting has none. A bin's number never falls as a number rises.
    private static func candidates(of values: [Double], at place: Int) -> (near: [Double], before: Int) {
        guard values.count >= leastCounted, let least = values.min(), let most = values.max() else {
            return (values, 0)
        }
        let scale = Double(bins) / (most - least)
        guard scale.isFinite, scale > 0 else { return (values, 0) }
        func bin(_ value: Double) -> Int {
            // What is no number fails both comparisons.
            let step = (value - least) * scale
            return step > 0 ? (step < Double(bins) ? Int(step) : bins - 1) : 0
        }
        var counts = [Int](repeating: 0, count: bins)
        for value in values { counts[bin(value)] += 1 }
        var (before, middle) = (0, 0)
        while before + counts[middle] <= place {
            before += counts[middle]
            middle += 1
        }
        return (values.filter { bin($0) == middle }, before)
    }

    /// The median of numbers of 0 or more, or nil of none.
    ///
    /// Such numbers are ordered as their bits are: their first bits are counted, and only those of the middle's count are
    /// looked at one by one.
    ///
    /// - Parameter values: In any order.
    /// - Returns: The median; of an even count the mean of the two in the middle.
    /// - Complexity: O(n).
    package static func middle(ofSizes values: [Float]) -> Double? {
        guard !values.isEmpty else { return nil }
        func bin(_ value: Float) -> Int { Int((value.bitPattern & 0x7FFF_FFFF) >> 19) }
        var counts = [Int32](repeating: 0, count: 1 << 12)
        for value in values { counts[bin(value)] += 1 }
        let place = values.count / 2
        var (before, middle) = (0, 0)
        while before + Int(counts[middle]) <= place {
            before += Int(counts[middle])
            middle += 1
        }
        var near = [Double]()
        near.reserveCapacity(Int(counts[middle]))
        for value in values where bin(value) == middle { near.append(Double(value)) }
        let upper = near.select(place - before)
        guard values.count % 2 == 0 else { return upper }
        // What stands before the selected place is no larger.
        let lower =
            near[..<(place - before)].max()
            ?? values.reduce(0) { bin($1) < middle ? max($0, Double($1)) : $0 }
        return (lower + upper) / 2
    }

    /// The median, or nil of none.
    static func median(_ values: [Double]) -> Double? { of(values, 0.5) }

    /// The median, and the standard deviation of a normal distribution with the same median absolute deviation, or nil of
    /// none.
    static func middleAndDeviation(_ values: [Double]) -> (middle: Double, deviation: Double)? {
        guard let middle = median(values), let deviation = median(values.map { abs($0 - middle) }) else {
            return nil
        }
        return (middle, deviation * 1.4826)
    }
}

extension [Double] {
    /// Brings the number that a sort would put at a place there, none smaller behind it and none larger before it.
    ///
    /// Source: Hoare's selection (1961), the middle of three as the pivot.
    ///
    /// - Parameter place: A place of the array.
    /// - Returns: The number.
    /// - Complexity: O(n) as a rule.
    fileprivate mutating func select(_ place: Int) -> Double {
        unsafe withUnsafeMutableBufferPointer { values in
            var (low, high) = (0, values.count - 1)
            while low < high {
                // Bounded: low … high are places of the array, and each walk is stopped by the pivot or what it swapped.
                let (a, b, c) = unsafe (values[low], values[(low + high) / 2], values[high])
                let pivot = Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
                var (left, right) = (low, high)
                while left <= right {
                    while unsafe values[left] < pivot { left += 1 }
                    while unsafe pivot < values[right] { right -= 1 }
                    guard left <= right else { break }
                    unsafe values.swapAt(left, right)
                    left += 1
                    right -= 1
                }
                if place <= right {
                    high = right
                } else if place >= left {
                    low = left
                } else {
                    break
                }
            }
            return unsafe values[place]
        }
    }
}

/// Some of a plane's numbers, for their robust deviation around 0: `1.4826 · median |v|`.
package struct DeviationSample {
    private let step: Int
    private let rowStep: Int
    private let width: Int
    private var sizes: [Float] = []

    /// Numbers that a robust deviation is read from, about: more would not move it.
    private static let numbers = 100_000

    /// Takes no number yet.
    ///
    /// - Parameters:
    ///   - width: Pixels in a row.
    ///   - height: Rows.
    ///   - step: Every how many pixels of a row one is read; of a large plane some rows are read only.
    package init(width: Int, height: Int, step: Int) {
        (self.width, self.step) = (width, step)
        rowStep = max(1, width * height / (step * Self.numbers))
        sizes.reserveCapacity(width * height / (step * rowStep) + height)
    }

    /// Takes what counts of a row, if that is one of those that are read.
    ///
    /// - Parameters:
    ///   - y: The row's number.
    ///   - row: Its samples.
    ///   - counts: Whether the pixel of a column with its value counts.
    @inline(__always)
    package mutating func add(
        row y: Int, _ row: UnsafePointer<Float>, where counts: (_ x: Int, _ value: Float) -> Bool
    ) {
        guard y % rowStep == 0 else { return }
        // The first pixel moves from row to row, so that all columns are read.
        for x in stride(from: y * 3 % step, to: width, by: step) {
            // Bounded: x < width.
            let value = unsafe row[x]
            if counts(x, value) { sizes.append(abs(value)) }
        }
    }

    /// The deviation in the numbers' unit, 0 of none.
    package var deviation: Double { (Quantile.middle(ofSizes: sizes) ?? 0) * 1.4826 }
}

extension Plane {
    /// Robust deviation of a plane's values around 0, as a ``DeviationSample`` has it.
    ///
    /// - Parameters:
    ///   - step: Every how many pixels of a row one is read.
    ///   - counts: Whether the pixel of an index with its value counts.
    /// - Returns: In the plane's unit.
    /// - Complexity: O(pixels that are read).
    @inline(__always)
    func robustDeviation(every step: Int, where counts: (_ pixel: Int, _ value: Float) -> Bool) -> Double {
        var sample = DeviationSample(width: width, height: height, step: step)
        let width = width
        unsafe forRows { y, row in
            // Bounded: row y of the plane.
            unsafe sample.add(row: y, row) { x, value in counts(y * width + x, value) }
        }
        return sample.deviation
    }
}
