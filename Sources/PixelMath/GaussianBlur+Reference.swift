import Raster

extension Plane {
    /// What ``blurred(sigma:)`` must give, pixel by pixel: the oracle of its tests.
    package func blurredReference(sigma: Double) -> Plane {
        guard sigma > 0 else { return self }
        let kernel = GaussianKernel(sigma: sigma)
        func sum(_ sample: (Int) -> Float) -> Float {
            var sum = sample(0) * kernel.middle
            for (step, tap) in kernel.sides.enumerated() {
                sum += (sample(-step - 1) + sample(step + 1)) * tap
            }
            return sum
        }
        var between = self
        var result = self
        for y in 0..<height {
            for x in 0..<width { between[x, y] = sum { self[min(max(x + $0, 0), width - 1), y] } }
        }
        for y in 0..<height {
            for x in 0..<width { result[x, y] = sum { between[x, min(max(y + $0, 0), height - 1)] } }
        }
        return result
    }
}
