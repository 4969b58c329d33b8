/// A parameter of the expected curve; the raw value is its key in the curve file.
public enum CurveParameter: String, Sendable, CaseIterable, Hashable {
    /// `c`: what the treated region's redness differs from its surroundings when calm, EI.
    case rednessOffset
    /// `A`: redness at once after a session, EI.
    case rednessAmplitude
    /// What a session's own redness is of the client's `A`, a factor about 1.
    case rednessSessionFactor
    /// `τ`: days in which redness falls to 37 %.
    case rednessTimeConstant
    /// `ρ`: share of the fresh load that is left when settled, before fading.
    case darknessSettledShare
    /// `m`: day after the session about which pigment lightens.
    case darknessMidpoint
    /// `w`: days over which pigment lightens.
    case darknessWidth
    /// `g`: depth of the passing pale phase, a share of fresh.
    case darknessDip
    /// `λ`: fading per year.
    case darknessFading
    /// `v∞`: share of a session's dots that stay visible.
    case visibleSettledShare
    /// `m_v`: day after the session about which dots go.
    case visibleMidpoint
    /// `w_v`: days over which dots go.
    case visibleWidth
    /// Fresh coverage that a session adds, a fraction of the treated area.
    case freshCoverage
    /// Dots per cm² that a session makes, where nothing was planned.
    case dotsMade
    /// Dots that were made over dots that were planned.
    case dotsMadeOverPlanned
    /// `s`: share of the treated skin under scabs, were none shed.
    case scabsAreaFraction
    /// `d`: day after the session on which half of the scabs are shed.
    case scabsSheddingDay
    /// How far photos of one day disagree on redness beyond what their errors say, EI.
    case rednessExtraScatter
    /// How far photos of one day disagree on load and coverage beyond what their errors say, relative.
    case pigmentExtraScatter
    /// How far photos of one day disagree on density beyond what their errors say, relative.
    case densityExtraScatter
    /// How far photos of one day disagree on scabs beyond what their errors say, an area fraction.
    case scabsExtraScatter

    /// Whether it tells how clients differ; the others tell of sessions and of photos.
    var isOfClient: Bool {
        switch self {
        case .rednessOffset, .rednessAmplitude, .rednessTimeConstant, .darknessSettledShare,
            .darknessMidpoint, .darknessWidth, .darknessDip, .darknessFading, .visibleSettledShare,
            .visibleMidpoint, .visibleWidth, .scabsAreaFraction, .scabsSheddingDay:
            true
        case .rednessSessionFactor, .freshCoverage, .dotsMade, .dotsMadeOverPlanned, .rednessExtraScatter,
            .pigmentExtraScatter, .densityExtraScatter, .scabsExtraScatter:
            false
        }
    }

    /// What nature allows; a quantile beyond is set to the nearer end.
    public var bounds: ClosedRange<Double> {
        switch self {
        case .rednessOffset: -30...30
        case .rednessAmplitude: 0...80
        case .rednessSessionFactor: 0.1...3
        case .rednessTimeConstant: 0.2...30
        case .darknessSettledShare: 0.02...1
        case .darknessMidpoint: 1...30
        case .darknessWidth: 0.2...10
        case .darknessDip: 0...0.3
        case .darknessFading: 0...10
        case .visibleSettledShare: 0.02...1
        case .visibleMidpoint: 1...40
        case .visibleWidth: 0.2...15
        case .freshCoverage: 1e-5...0.9
        case .dotsMade: 0.1...5_000
        case .dotsMadeOverPlanned: 0.05...20
        case .scabsAreaFraction: 0...0.5
        case .scabsSheddingDay: 1...60
        case .rednessExtraScatter: 0...20
        case .pigmentExtraScatter, .densityExtraScatter: 0...1
        case .scabsExtraScatter: 0...0.5
        }
    }
}
