import GroupComparison
import HealingCurve
import SteadyMath

/// A figure of the study: what the product tells, and what is true of the population that clients are drawn from.
struct StudyQuantity: Sendable {
    /// How the page names it.
    var name: String
    /// The measure.
    var measure: ComparedMeasure
    /// What is compared.
    var quantity: ComparedQuantity

    static let all: [StudyQuantity] = [
        StudyQuantity(name: "darkness, day 30", measure: .darkness, quantity: .value(day: 30)),
        StudyQuantity(name: "darkness, day 90", measure: .darkness, quantity: .value(day: 90)),
        StudyQuantity(name: "darkness, day 365", measure: .darkness, quantity: .value(day: 365)),
        StudyQuantity(name: "fading of darkness", measure: .darkness, quantity: .fading),
        StudyQuantity(name: "coverage, day 180", measure: .coverage, quantity: .value(day: 180)),
        StudyQuantity(name: "fading of coverage", measure: .coverage, quantity: .fading),
        StudyQuantity(name: "density, day 180", measure: .density, quantity: .value(day: 180)),
        StudyQuantity(name: "redness, day 7", measure: .redness, quantity: .value(day: 7)),
        StudyQuantity(name: "redness, day 30", measure: .redness, quantity: .value(day: 30)),
    ]

    /// The figure of a client whose curve is known, on the scale that groups are averaged on.
    func truth(_ curve: ClientCurve) -> Double {
        guard case .value(let day) = quantity else {
            return measure == .density ? 0 : curve.darkness.fading
        }
        switch measure {
        case .darkness: return curve.darkness.share(daysSinceSession: day)
        case .coverage: return Steady.log(curve.coverage(day: day))
        case .density: return Steady.log(curve.density(day: day))
        case .redness: return curve.redness(day: day)
        }
    }
}
