import Raster

extension PixelPoint {
    /// Distance to another place, in pixels.
    func distance(to other: PixelPoint) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }

    /// Square of the distance to another place, in px².
    func squaredDistance(to other: PixelPoint) -> Double {
        (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
    }
}

extension [Double] {
    /// The middle of the sorted numbers, the mean of both where two are in the middle; 0 without numbers.
    var median: Double {
        guard !isEmpty else { return 0 }
        let ordered = sorted()
        let middle = ordered.count / 2
        return ordered.count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
    }
}
