import SteadyMath

/// What goes otherwise with a client than the curve foretells, besides a lost patch.
///
/// Fading and shedding are changed in the client's curve itself, the rest at each moment. Chance that a fault
/// needs comes from a stream of its own: a client with a fault differs from its twin without by the fault alone.
public struct PhantomFaults: Sendable, Equatable {
    /// Share of each session's redness under which it does not fall, 0 for none.
    public var stayingRedness = 0.0
    /// Factor of the yearly fading `λ`, 1 for none.
    public var fadingFactor = 1.0
    /// Days by which scabs are shed late, 0 for none.
    public var scabDelay = 0.0
    /// Share of all dots that go at random, 0 for none.
    public var lostDots = 0.0
    /// Days after the first session from which on they are gone.
    public var lostDotsDay = 20.0
    /// Share of their load that all dots hold less from ``palingDay`` on, 0 for none.
    public var paling = 0.0

    /// Days after the session that made them from which on pale dots are pale.
    public static let palingDay = 28.0
    /// Load that a dot which is gone keeps as a trace.
    static let trace = 0.03

    /// Makes faults that change nothing.
    public init() {}

    /// Whether anything is changed.
    public var isAny: Bool { self != PhantomFaults() }

    /// Share of a session's redness that is left.
    ///
    /// - Parameters:
    ///   - days: Days since the session.
    ///   - timeConstant: `τ` in days.
    /// - Returns: 0…1.
    func rednessShare(daysSinceSession days: Double, timeConstant: Double) -> Double {
        max(stayingRedness, Steady.exp(-days / timeConstant))
    }

    /// Numbers of the dots that go, drawn anew in the same way at each call.
    ///
    /// - Parameters:
    ///   - count: Dots of the scene.
    ///   - seed: Fixes which.
    /// - Returns: Whether each dot goes.
    func losses(of count: Int, seed: UInt64) -> [Bool] {
        var random = SeededRandom(seed: seed ^ 0x1057_D075)
        return (0..<count).map { _ in random.uniform() < lostDots }
    }
}

extension PhantomFaults {
    /// The faults as JSON, those that change nothing left out.
    func json() -> TruthJSON {
        var out: [String: TruthJSON] = [:]
        if stayingRedness > 0 { out["stayingRedness"] = .number(stayingRedness, decimals: 4) }
        if fadingFactor != 1 { out["fadingFactor"] = .number(fadingFactor, decimals: 4) }
        if scabDelay > 0 { out["scabDelay"] = .number(scabDelay, decimals: 4) }
        if lostDots > 0 {
            out["lostDots"] = .number(lostDots, decimals: 4)
            out["lostDotsDay"] = .number(lostDotsDay, decimals: 4)
        }
        if paling > 0 { out["paling"] = .number(paling, decimals: 4) }
        return .object(out)
    }
}
