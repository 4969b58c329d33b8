import HealingCurve
import PhotoDecoding
import SteadyMath

/// A synthetic client: a scalp, what was done to it, how it heals, and the photos taken of it.
public struct PhantomClient: Sendable {
    /// Name of the client's folder.
    public var id: String
    /// The scalp with the dots of all sessions.
    public var scene: PhantomScene
    /// How it heals; the sessions' days are days since 1970 (local clock).
    public var curve: ClientCurve
    /// A place that loses its dots, or nil.
    public var lostPatch: PhantomLostPatch?
    /// What else goes otherwise than foretold.
    ///
    /// Fading and shedding are told of here and stand in ``curve`` already.
    public var faults = PhantomFaults()
    /// What the client's file says besides.
    public var notes = PhantomNotes()
    /// The photos, in order of time.
    public var visits: [PhantomVisit] = []
    /// Fixes how true values scatter about the curve at each visit.
    public var scatterSeed: UInt64

    /// Makes a client without photos.
    ///
    /// - Parameters:
    ///   - id: Name of the client's folder.
    ///   - scene: The scalp; it must hold the dots of as many sessions as the curve.
    ///   - curve: How it heals, on the clock of days since 1970.
    ///   - scatterSeed: Fixes the scatter.
    public init(id: String, scene: PhantomScene, curve: ClientCurve, scatterSeed: UInt64) {
        self.id = id
        self.scene = scene
        self.curve = curve
        self.scatterSeed = scatterSeed
    }

    /// How the scalp looks at a moment.
    ///
    /// Each session's dots keep `darkness(u)` of their fresh load and `visibleShare(u)` of them stay visible, both
    /// with the curve's scatter: the dots last in rank go first and keep a trace, and the others lighten so that
    /// the mean is met.
    ///
    /// - Parameters:
    ///   - day: Days since 1970.
    ///   - sessionsDone: Sessions done by then.
    ///   - visit: Number of the visit: fixes the scatter.
    /// - Returns: The moment.
    public func moment(day: Double, sessionsDone: Int, visit: Int) -> PhantomMoment {
        var random = SeededRandom(seed: scatterSeed &+ UInt64(visit) &* 0x9E37_79B9)
        let redness = CurveScatter.scattered(
            expectedRedness(day: day, sessionsDone: sessionsDone), measure: .redness, using: &random)
        var shares = [Double](repeating: 0, count: scene.dots.count)
        for session in 0..<sessionsDone {
            let days = max(0, day - curve.sessions[session].day)
            let darkness = CurveScatter.scattered(
                curve.darkness.share(daysSinceSession: days), measure: .darkness, using: &random)
            let visible = CurveScatter.scattered(
                curve.visibleShare.share(daysSinceSession: days), measure: .density, using: &random)
            lighten(
                session: session, days: days, darkness: darkness,
                visible: days < Self.firstLosses ? 1 : min(1, visible), shares: &shares)
        }
        applyFaults(day: day, sessionsDone: sessionsDone, shares: &shares)
        return PhantomMoment(
            redness: redness, shares: shares,
            scabFraction: curve.scabArea(day: day, sessionsDone: sessionsDone))
    }

    /// The curve's redness, where it does not stay.
    private func expectedRedness(day: Double, sessionsDone: Int) -> Double {
        if faults.stayingRedness <= 0 { return curve.redness(day: day, sessionsDone: sessionsDone) }
        return curve.sessions.prefix(sessionsDone).reduce(curve.rednessOffset) { sum, session in
            sum + session.rednessAmplitude
                * faults.rednessShare(
                    daysSinceSession: max(0, day - session.day), timeConstant: curve.rednessTimeConstant)
        }
    }

    /// Takes away the dots that go at random, and lightens pale ones.
    private func applyFaults(day: Double, sessionsDone: Int, shares: inout [Double]) {
        if faults.paling > 0 {
            for (index, dot) in scene.dots.enumerated() where dot.session < sessionsDone {
                let days = day - curve.sessions[dot.session].day
                if days >= PhantomFaults.palingDay { shares[index] *= 1 - faults.paling }
            }
        }
        guard faults.lostDots > 0, let first = curve.sessions.first,
            day - first.day >= faults.lostDotsDay
        else { return }
        let isGone = faults.losses(of: shares.count, seed: scatterSeed)
        for (index, dot) in scene.dots.enumerated() where isGone[index] && dot.session < sessionsDone {
            // Dots that a later session makes stay.
            if curve.sessions[dot.session].day - first.day < faults.lostDotsDay {
                shares[index] = min(shares[index], PhantomFaults.trace)
            }
        }
    }

    /// Days on which no dot is lost yet.
    private static let firstLosses = 1.0
    /// Load that a lost dot may still hold: below the fifth that counts as visible.
    private static let mostOfLost = 0.19
    /// Load that a lost dot keeps as a trace.
    private static let leastOfLost = 0.03
    /// Load that a kept dot holds at least.
    private static let leastOfKept = 0.21

    private func lighten(
        session: Int, days: Double, darkness: Double, visible: Double, shares: inout [Double]
    ) {
        // Dots differ more and more the further they lighten.
        let maturity = min(1, max(0, (1 - darkness) / 0.4))
        var fresh = 0.0
        var lost = 0.0
        var kept = 0.0
        for (index, dot) in scene.dots.enumerated() where dot.session == session {
            if isLost(dot, days: days) {
                shares[index] = Self.leastOfLost
                continue
            }
            let load = dot.effectiveArea * dot.freshAbsorbance
            fresh += load
            if dot.lossRank <= visible {
                shares[index] = Steady.pow(dot.holding, maturity)
                kept += load * shares[index]
            } else {
                let trace = Self.mostOfLost * Steady.exp(-(dot.lossRank - visible) / 0.03)
                shares[index] = max(Self.leastOfLost, trace)
                lost += load * shares[index]
            }
        }
        if kept <= 0 { return }
        let level = (darkness * fresh - lost) / kept
        for (index, dot) in scene.dots.enumerated()
        where dot.session == session && dot.lossRank <= visible && !isLost(dot, days: days) {
            shares[index] = max(Self.leastOfKept, level * shares[index])
        }
    }

    private func isLost(_ dot: PhantomDot, days: Double) -> Bool {
        guard let patch = lostPatch, patch.session == dot.session,
            dot.centre.distance(to: patch.centre) < patch.radius, dot.lossRank >= 1 - patch.share
        else { return false }
        // The dots go within ten days about the patch's day.
        return days > patch.day + 10 * (dot.lossRank - 0.5)
    }

    /// Renders one of the visits.
    ///
    /// - Parameters:
    ///   - visit: Its number.
    ///   - renderer: A renderer of this client's scene.
    /// - Returns: The photo and its truth.
    public func photo(visit: Int, renderer: PhantomRenderer) -> PhantomPhoto {
        let shown = visits[visit]
        return renderer.photo(
            of: moment(day: shown.taken.days, sessionsDone: shown.sessionsDone, visit: visit),
            by: shown.camera)
    }
}
