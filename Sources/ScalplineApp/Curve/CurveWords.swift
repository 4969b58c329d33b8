import HealingCurve

/// The curve's parameters in words that a practitioner reads.
enum CurveWords {
    /// What a parameter means.
    static func meaning(_ parameter: CurveParameter) -> String {
        switch parameter {
        case .rednessOffset: "treated over untreated skin when calm"
        case .rednessAmplitude: "redness right after a session"
        case .rednessSessionFactor: "one session's redness over the client's usual"
        case .rednessTimeConstant: "time in which redness falls to 37 %"
        case .darknessSettledShare: "pigment left when settled"
        case .darknessMidpoint: "day about which pigment is shed"
        case .darknessWidth: "pace of the shedding"
        case .darknessDip: "depth of the pale phase"
        case .darknessFading: "fading once settled"
        case .visibleSettledShare: "dots that stay"
        case .visibleMidpoint: "day about which dots go"
        case .visibleWidth: "pace at which dots go"
        case .freshCoverage: "light that fresh pigment takes"
        case .dotsMade: "dots made, where nothing is planned"
        case .dotsMadeOverPlanned: "dots made over dots planned"
        case .scabsAreaFraction: "skin under scabs, were none shed"
        case .scabsSheddingDay: "day by which half of the scabs are shed"
        case .rednessExtraScatter: "photos of one day disagree on redness by"
        case .pigmentExtraScatter: "photos of one day disagree on pigment by"
        case .densityExtraScatter: "photos of one day disagree on density by"
        case .scabsExtraScatter: "photos of one day disagree on scabs by"
        }
    }

    /// The unit that a parameter is shown in, and what its value is multiplied with for it.
    static func unit(_ parameter: CurveParameter) -> (name: String, factor: Double) {
        switch parameter {
        case .rednessOffset, .rednessAmplitude, .rednessExtraScatter: ("EI", 1)
        case .rednessSessionFactor, .dotsMadeOverPlanned: ("times", 1)
        case .rednessTimeConstant, .darknessMidpoint, .darknessWidth, .visibleMidpoint, .visibleWidth,
            .scabsSheddingDay:
            ("days", 1)
        case .darknessSettledShare, .darknessDip: ("% of fresh", 100)
        case .darknessFading: ("% a year", 100)
        case .visibleSettledShare: ("% of dots", 100)
        case .freshCoverage, .scabsAreaFraction, .scabsExtraScatter: ("% of skin", 100)
        case .dotsMade: ("per cm2", 1)
        case .pigmentExtraScatter, .densityExtraScatter: ("% of value", 100)
        }
    }

    /// A column of the table of days: its heading, its factor and the decimals that it is shown with.
    static func column(_ quantity: CurveGuide.Quantity) -> (heading: String, factor: Double, decimals: Int) {
        switch quantity {
        case .redness: ("redness, EI", 1, 1)
        case .darkness: ("darkness, % of fresh", 100, 0)
        case .visibleShare: ("dots visible, %", 100, 0)
        case .scabs: ("scabs, % of skin", 100, 2)
        }
    }
}
