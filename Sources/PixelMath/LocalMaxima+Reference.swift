import Raster

extension Plane {
    /// What ``localMaxima(above:limit:)`` must give without a limit: the oracle of its tests.
    package func localMaximaReference(above threshold: Float) -> [LocalMaximum] {
        var found = [LocalMaximum]()
        for y in 0..<height {
            for x in 0..<width where x > 0 && y > 0 && x < width - 1 && y < height - 1 {
                let value = self[x, y]
                var isHighest = value > threshold
                for dy in -1...1 {
                    for dx in -1...1 where (dx, dy) != (0, 0) {
                        let isEarlier = dy < 0 || (dy == 0 && dx < 0)
                        let other = self[x + dx, y + dy]
                        if isEarlier ? value <= other : value < other { isHighest = false }
                    }
                }
                if isHighest { found.append(LocalMaximum(x: x, y: y, value: value)) }
            }
        }
        return found
    }
}
