import SteadyMath

/// `exp(−t)` for the many small patches of a photo, read from a table.
enum GaussianTable {
    private static let stepsPerUnit = 256.0
    private static let end = 16.0
    private static let values: [Double] = (0...Int(stepsPerUnit * end) + 1).map {
        Steady.exp(-Double($0) / stepsPerUnit)
    }

    /// `exp(−t)`, by straight lines between steps of 1/256: within 2e-6; 0 from 16 on.
    ///
    /// - Parameter halfSquare: `t`, 0 or more (half of a squared distance in standard deviations).
    /// - Returns: 0…1.
    static func value(halfSquare: Double) -> Double {
        guard halfSquare < end else { return 0 }
        let place = max(halfSquare, 0) * stepsPerUnit
        let index = Int(place)
        let low = values[index]
        return low + (place - Double(index)) * (values[index + 1] - low)
    }
}
