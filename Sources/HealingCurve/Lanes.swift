/// The same number of four draws: all that is done to draws is done to four at once.
typealias Lanes = SIMD4<Double>

/// One number of each draw, four draws an element.
typealias DrawColumn = [Lanes]

extension DrawColumn {
    /// A column of a number of draws, all 0.
    ///
    /// - Parameter draws: A multiple of four.
    init(draws: Int) {
        self.init(repeating: Lanes(repeating: 0), count: draws / Lanes.scalarCount)
    }

    /// Draws.
    var draws: Int { count * Lanes.scalarCount }

    /// The number of one draw.
    func value(_ draw: Int) -> Double { self[draw / Lanes.scalarCount][draw % Lanes.scalarCount] }

    /// The numbers of all draws, one an element.
    var values: [Double] {
        var values: [Double] = []
        values.reserveCapacity(draws)
        for four in self { for lane in 0..<Lanes.scalarCount { values.append(four[lane]) } }
        return values
    }

    /// Sum over the draws, in a fixed order.
    var sum: Double {
        var sums = Lanes(repeating: 0)
        for four in self { sums += four }
        return sums.total
    }

    /// The mean by weights of sum 1.
    func mean(_ weights: DrawColumn) -> Double {
        var sums = Lanes(repeating: 0)
        for index in indices { sums += self[index] * weights[index] }
        return sums.total
    }

    /// The largest number.
    var largest: Double {
        var top = Lanes(repeating: -.infinity)
        for four in self { top = top.replacing(with: four, where: four .> top) }
        return Swift.max(Swift.max(top[0], top[1]), Swift.max(top[2], top[3]))
    }
}

extension Lanes {
    /// The four numbers' sum, in a fixed order.
    var total: Double { (self[0] + self[1]) + (self[2] + self[3]) }
}
