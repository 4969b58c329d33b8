import SteadyMath

/// The standard normal distribution from a table, to within 1e-7.
struct NormalTable: Sendable {
    private let values: [Double]
    private static let stepsPerUnit = 512.0
    static let reach = 8.0

    static let shared = NormalTable()

    private init() {
        let count = Int(2 * Self.reach * Self.stepsPerUnit) + 2
        values = (0..<count).map { Steady.normalCDF(Double($0) / Self.stepsPerUnit - Self.reach) }
    }

    /// Share below a number within ±8.
    func below(_ z: Double) -> Double {
        let place = (z + Self.reach) * Self.stepsPerUnit
        let index = Int(place)
        let rest = place - Double(index)
        return values[index] + rest * (values[index + 1] - values[index])
    }
}
