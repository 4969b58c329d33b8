import Raster

/// Order statistics of plain numbers.
enum Quantile {
    /// The value below which a share of the numbers lies, by linear interpolation, or nil of none.
    ///
    /// - Parameters:
    ///   - values: In any order.
    ///   - share: 0…1.
    /// - Returns: The quantile.
    /// - Complexity: O(n log n).
    static func of(_ values: [Double], _ share: Double) -> Double? {
        ofSorted(values.sorted(), share)
    }

    /// The same for numbers that are sorted already.
    static func ofSorted(_ sorted: [Double], _ share: Double) -> Double? {
        guard !sorted.isEmpty else { return nil }
        let place = share * Double(sorted.count - 1)
        let lower = Int(place)
        let upper = min(lower + 1, sorted.count - 1)
        return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
    }

    /// The median, or nil of none.
    static func median(_ values: [Double]) -> Double? { of(values, 0.5) }

    /// Standard deviation of a normal distribution with the same median absolute deviation, or nil of none.
    static func robustDeviation(_ values: [Double]) -> Double? {
        guard let middle = median(values) else { return nil }
        return median(values.map { abs($0 - middle) }).map { $0 * 1.4826 }
    }
}

extension Plane {
    /// Robust deviation of a plane's values around 0: `1.4826 · median |v|`, 0 of none.
    ///
    /// - Parameters:
    ///   - step: Every how many pixels one is read.
    ///   - counts: Whether the pixel of an index counts.
    /// - Returns: In the plane's unit.
    func robustDeviation(every step: Int, where counts: (Int) -> Bool) -> Double {
        var sizes = [Double]()
        for pixel in stride(from: 0, to: samples.count, by: step) where counts(pixel) {
            sizes.append(Double(abs(samples[pixel])))
        }
        return (Quantile.median(sizes) ?? 0) * 1.4826
    }
}
