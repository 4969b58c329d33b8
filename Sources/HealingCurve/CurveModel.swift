/// A value held against a model.
struct CurveObservation: Sendable {
    /// Index of the visit: row of the model's clock.
    var visit: Int
    /// The session whose dots it speaks of; −1 for what all sessions make together.
    var session: Int
    /// The value.
    var value: Double
    /// One standard error.
    var standardError: Double
}

/// How true values scatter about a form.
struct FormScatter: Sendable {
    /// One standard deviation, anew at each visit, common to all values of a photo.
    var size: Double
    /// Whether it (and the extra scatter) is a share of the form's value.
    var isRelative: Bool
    /// Over what range a wild photo's value may lie, where it is no share of the form's value.
    var wildRange = 1.0

    /// Standard deviation of a true value about the form.
    func spread(_ expected: Lanes) -> Lanes {
        guard isRelative else { return Lanes(repeating: size) }
        return size * expected.replacing(with: -expected, where: expected .< 0)
    }
}

/// One measure's form with its parameters and their priors; parameters are drawn as standard normal numbers.
protocol CurveModel: Sendable {
    /// Priors of the drawn parameters, one a standard normal number, in the parameters' order.
    var scales: [PriorScale] { get }
    /// What each drawn parameter is; nil for what no prior of the curve file speaks of.
    var names: [CurveParameter?] { get }
    /// How true values scatter.
    var scatter: FormScatter { get }
    /// Values, in order of visits.
    var observations: [CurveObservation] { get set }
    /// The visits' clock.
    var clock: CurveClock { get }

    /// Index of the extra scatter of a session's values (−1 for those of all) among the parameters.
    func extraIndex(session: Int) -> Int

    /// What a drawn parameter's value is multiplied by to be in the curve file's unit.
    func unit(of index: Int) -> Double

    /// Shears along which a normal distribution fits draws better.
    ///
    /// - Parameters:
    ///   - parameters: Drawn and completed columns, made only where they are needed.
    ///   - visits: Visits whose values count.
    /// - Returns: The shears, none where they would help nothing.
    func shears(_ parameters: () -> [DrawColumn], visits: [Int]) -> AmountShears

    /// Adds columns that follow from the drawn ones.
    func complete(_ parameters: inout [DrawColumn])

    /// The form's values at a moment.
    ///
    /// - Parameters:
    ///   - parameters: Drawn and completed columns.
    ///   - sessions: What is asked: sessions, or −1 for all together.
    ///   - clock: The clock of the moment.
    ///   - row: The moment.
    /// - Returns: A column for each of `sessions`.
    func expected(
        _ parameters: [DrawColumn], sessions: [Int], clock: CurveClock, row: Int
    ) -> [DrawColumn]
}

extension CurveModel {
    /// Standard normal numbers that fix the parameters.
    var dimension: Int { scales.count }

    /// What a drawn parameter's value is multiplied by to be in the curve file's unit.
    func unit(of index: Int) -> Double { 1 }

    /// None where no amount is multiplied by a share.
    func shears(_ parameters: () -> [DrawColumn], visits: [Int]) -> AmountShears { AmountShears() }

    /// Parameters of draws.
    func decoded(_ z: [DrawColumn]) -> [DrawColumn] {
        var parameters: [DrawColumn] = []
        parameters.reserveCapacity(z.count + 4)
        for (scale, column) in zip(scales, z) { parameters.append(column.map { scale.values($0) }) }
        complete(&parameters)
        return parameters
    }

    /// A visit's value of one session, or of all together (−1).
    func observation(ofVisit visit: Int, session: Int = -1) -> CurveObservation? {
        observations.first { $0.visit == visit && $0.session == session }
    }

    /// Values of one visit.
    func observations(ofVisit visit: Int) -> [CurveObservation] { observations.filter { $0.visit == visit } }

    /// The form's value of one session, or of all together (−1).
    func expected(
        _ parameters: [DrawColumn], session: Int, clock: CurveClock, row: Int
    ) -> DrawColumn {
        expected(parameters, sessions: [session], clock: clock, row: row)[0]
    }
}
