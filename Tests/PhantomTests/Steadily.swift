import Phantom
import SteadyMath

/// Formulas that the tests hold the room against.
enum Steadily {
    /// Erythema index of a ratio of red to green.
    static func erythema(_ ratio: Double) -> Double { 100 * Steady.log10(ratio) }

    /// Erythema index of a colour.
    static func erythema(of colour: LinearColour) -> Double { erythema(colour.red / colour.green) }
}
