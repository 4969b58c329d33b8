import SteadyMath

/// `10^(−x)` by table and straight lines between its entries: the same bits everywhere and fast.
///
/// Relative error below 2e-7 for 0 ≤ x < 4; beyond, the ends hold.
struct DensityTable: Sendable {
    private static let perUnit = 2_048.0
    private static let range = 4.0
    private let values: [Float]

    init() {
        values = (0...Int(Self.perUnit * Self.range) + 1).map {
            Float(Steady.pow(10, -Double($0) / Self.perUnit))
        }
    }

    /// The transmittance of an optical density.
    @inline(__always)
    func callAsFunction(_ density: Float) -> Float {
        let scaled = max(0, min(Float(Self.range * Self.perUnit), density * Float(Self.perUnit)))
        let index = Int(scaled)
        let low = values[index]
        return low + (scaled - Float(index)) * (values[index + 1] - low)
    }
}
