import Raster

extension Plane {
    /// What ``reduced(by:)`` must give within rounding: the oracle of its tests.
    package func reducedReference(by factor: Int) -> Plane {
        var result = Plane(width: width / factor, height: height / factor)
        for y in 0..<result.height {
            for x in 0..<result.width {
                var sum = 0.0
                for inner in 0..<factor {
                    for k in 0..<factor { sum += Double(self[x * factor + k, y * factor + inner]) }
                }
                result[x, y] = Float(sum / Double(factor * factor))
            }
        }
        return result
    }
}
