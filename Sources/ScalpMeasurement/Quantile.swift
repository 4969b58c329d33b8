import Raster

/// Order statistics of plain numbers.
enum Quantile {
    /// The value below which a share of the numbers lies, by linear interpolation, or nil of none.
    ///
    /// - Parameters:
    ///   - values: In any order.
    ///   - share: 0…1.
    /// - Returns: The quantile.
    /// - Complexity: O(n).
    static func of(_ values: [Double], _ share: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        var values = values
        let place = share * Double(values.count - 1)
        let lower = Int(place)
        let low = values.select(lower)
        guard lower + 1 < values.count else { return low }
        // What stands behind the selected place is no smaller.
        var high = values[lower + 1]
        for index in (lower + 1)..<values.count { high = Swift.min(high, values[index]) }
        return low + (place - Double(lower)) * (high - low)
    }

    /// The median of numbers of 0 or more, or nil of none.
    ///
    /// Such numbers are ordered as their bits are: their first bits are counted, and only those of the middle's count are
    /// looked at one by one.
    ///
    /// - Parameter values: In any order.
    /// - Returns: The median; of an even count the mean of the two in the middle.
    /// - Complexity: O(n).
    static func middle(ofSizes values: [Float]) -> Double? {
        guard !values.isEmpty else { return nil }
        func bin(_ value: Float) -> Int { Int((value.bitPattern & 0x7FFF_FFFF) >> 19) }
        var counts = [Int32](repeating: 0, count: 1 << 12)
        for value in values { counts[bin(value)] += 1 }
        func find(_ place: Int) -> Double {
            var (before, middle) = (0, 0)
            while before + Int(counts[middle]) <= place {
                before += Int(counts[middle])
                middle += 1
            }
            var near = values.filter { bin($0) == middle }.map { Double($0) }
            return near.select(place - before)
        }
        let upper = find(values.count / 2)
        return values.count % 2 == 1 ? upper : (find(values.count / 2 - 1) + upper) / 2
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

extension Plane {
    /// Pixels that a robust deviation is read from, about: more would not move it.
    private static var pixelsOfDeviation: Int { 100_000 }

    /// Robust deviation of a plane's values around 0: `1.4826 · median |v|`, 0 of none.
    ///
    /// - Parameters:
    ///   - step: Every how many pixels of a row one is read; of a large plane some rows are read only.
    ///   - counts: Whether the pixel of an index with its value counts.
    /// - Returns: In the plane's unit.
    /// - Complexity: O(pixels that are read).
    @inline(__always)
    func robustDeviation(every step: Int, where counts: (_ pixel: Int, _ value: Float) -> Bool) -> Double {
        let rowStep = max(1, width * height / (step * Self.pixelsOfDeviation))
        var sizes = [Float]()
        sizes.reserveCapacity(width * height / (step * rowStep) + height)
        unsafe samples.withUnsafeBufferPointer { samples in
            for y in Swift.stride(from: 0, to: height, by: rowStep) {
                // The first pixel moves from row to row, so that all columns are read.
                for x in Swift.stride(from: y * 3 % step, to: width, by: step) {
                    // Bounded: x < width and y < height.
                    let value = unsafe samples[y * width + x]
                    if counts(y * width + x, value) { sizes.append(abs(value)) }
                }
            }
        }
        return (Quantile.middle(ofSizes: sizes) ?? 0) * 1.4826
    }
}
