import SteadyMath

/// The expected curve of one client whose parameters are known.
///
/// The forms are those of the design; `u` is days since a session, and a session has no effect before it. True
/// values scatter about the forms anew at each visit, see ``CurveScatter``.
public struct ClientCurve: Sendable, Equatable {
    /// `c`, EI.
    public var rednessOffset: Double
    /// `τ`, days, above 0.
    public var rednessTimeConstant: Double
    /// How pigment lightens.
    public var darkness: DarknessCurve
    /// How dots go.
    public var visibleShare: VisibleShareCurve
    /// How scabs come and go.
    public var scabs: ScabCurve
    /// What belongs to each session, in order of days.
    public var sessions: [SessionCurve]

    /// Makes a curve.
    public init(
        rednessOffset: Double, rednessTimeConstant: Double, darkness: DarknessCurve,
        visibleShare: VisibleShareCurve, scabs: ScabCurve, sessions: [SessionCurve]
    ) {
        self.rednessOffset = rednessOffset
        self.rednessTimeConstant = rednessTimeConstant
        self.darkness = darkness
        self.visibleShare = visibleShare
        self.scabs = scabs
        self.sessions = sessions
    }

    /// Redness of the treated over the untreated skin, EI.
    ///
    /// ```
    /// c + Σ A_s · exp(−u/τ)
    /// ```
    ///
    /// - Parameters:
    ///   - day: Days on the sessions' clock.
    ///   - sessionsDone: How many sessions count; nil for those that lie at or before `day`.
    /// - Returns: Erythema index difference, EI.
    public func redness(day: Double, sessionsDone: Int? = nil) -> Double {
        var sum = rednessOffset
        for session in done(day: day, sessionsDone) {
            sum += session.rednessAmplitude * Steady.exp(-max(0, day - session.day) / rednessTimeConstant)
        }
        return sum
    }

    /// Share of the treated light that pigment takes, all sessions together.
    ///
    /// - Parameters:
    ///   - day: Days on the sessions' clock.
    ///   - sessionsDone: How many sessions count; nil for those that lie at or before `day`.
    /// - Returns: Coverage, a fraction.
    public func coverage(day: Double, sessionsDone: Int? = nil) -> Double {
        var sum = 0.0
        for session in done(day: day, sessionsDone) {
            sum += session.freshCoverage * darkness.share(daysSinceSession: max(0, day - session.day))
        }
        return sum
    }

    /// Dots per cm² that can be seen, all sessions together.
    ///
    /// - Parameters:
    ///   - day: Days on the sessions' clock.
    ///   - sessionsDone: How many sessions count; nil for those that lie at or before `day`.
    /// - Returns: Density in the unit of ``SessionCurve/dotsMade``.
    public func density(day: Double, sessionsDone: Int? = nil) -> Double {
        var sum = 0.0
        for session in done(day: day, sessionsDone) {
            sum += session.dotsMade * visibleShare.share(daysSinceSession: max(0, day - session.day))
        }
        return sum
    }

    /// Share of the treated skin under scabs, those of the last session done.
    ///
    /// - Parameters:
    ///   - day: Days on the sessions' clock.
    ///   - sessionsDone: How many sessions count; nil for those that lie at or before `day`.
    /// - Returns: Area fraction; 0 before the first session.
    public func scabArea(day: Double, sessionsDone: Int? = nil) -> Double {
        guard let last = done(day: day, sessionsDone).last else { return 0 }
        return scabs.areaFraction(daysSinceSession: max(0, day - last.day))
    }

    private func done(day: Double, _ count: Int?) -> ArraySlice<SessionCurve> {
        sessions.prefix(count ?? sessions.count { $0.day <= day })
    }
}
