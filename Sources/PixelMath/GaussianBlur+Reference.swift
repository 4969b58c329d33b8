import Raster

extension Plane {
    /// What ``blurred(sigma:)`` must give, pixel by pixel: the oracle of its tests.
    package func blurredReference(sigma: Double) -> Plane {
        guard sigma > 0 else { return self }
        let kernel = GaussianKernel(sigma: sigma)
        var between = self
        var result = self
        for y in 0..<height {
            for x in 0..<width {
                var sum: Float = 0
                for tap in 0..<kernel.taps.count {
                    sum += kernel.taps[tap] * self[min(max(x + tap - kernel.radius, 0), width - 1), y]
                }
                between[x, y] = sum
            }
        }
        for y in 0..<height {
            for x in 0..<width {
                var sum: Float = 0
                for tap in 0..<kernel.taps.count {
                    sum += kernel.taps[tap] * between[x, min(max(y + tap - kernel.radius, 0), height - 1)]
                }
                result[x, y] = sum
            }
        }
        return result
    }
}
