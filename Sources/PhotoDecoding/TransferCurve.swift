import SteadyMath

/// The curve from a file's numbers (0…1) to linear light (0…1).
enum TransferCurve {
    /// sRGB's own (IEC 61966-2-1).
    case standard
    /// `xᵍ`.
    case power(Double)
    /// A profile's.
    case profile(Codecs.ProfileCurve)

    /// The light that a number means.
    ///
    /// - Parameter x: 0…1.
    /// - Returns: 0…1 for a sound curve.
    func light(_ x: Double) -> Double {
        switch self {
        case .standard: x <= 0.04045 ? x / 12.92 : Steady.pow((x + 0.055) / 1.055, 2.4)
        case .power(let exponent): exponent == 1 ? x : Steady.pow(x, exponent)
        case .profile(let curve): curve.kind == 0 ? Self.between(curve.table, x) : Self.formula(curve, x)
        }
    }

    /// The light of each of `levels` numbers spread evenly over 0…1, or nil where one is not finite.
    func table(levels: Int) -> [Float]? {
        let table = (0..<levels).map { Float(light(Double($0) / Double(levels - 1))) }
        return table.allSatisfy { $0.isFinite && abs($0) < 16 } ? table : nil
    }

    private static func between(_ table: [UInt16], _ x: Double) -> Double {
        let place = x * Double(table.count - 1)
        let low = min(Int(place), table.count - 2)
        let share = place - Double(low)
        return (Double(table[low]) * (1 - share) + Double(table[low + 1]) * share) / 65_535
    }

    // The formulas of ICC.1:2022, 10.18, numbered as Little CMS does.
    private static func formula(_ curve: Codecs.ProfileCurve, _ x: Double) -> Double {
        let (g, a, b) = (curve.parameters[0], curve.parameters[1], curve.parameters[2])
        let (c, d, e, f) = (
            curve.parameters[3], curve.parameters[4], curve.parameters[5], curve.parameters[6]
        )
        func power(_ base: Double) -> Double { base > 0 ? Steady.pow(base, g) : 0 }
        switch curve.kind {
        case 1: return g == 1 ? x : power(x)
        case 2: return a != 0 && x >= -b / a ? power(a * x + b) : 0
        case 3: return a != 0 && x >= -b / a ? power(a * x + b) + c : c
        case 4: return x >= d ? power(a * x + b) : c * x
        default: return x >= d ? power(a * x + b) + e : c * x + f
        }
    }
}
