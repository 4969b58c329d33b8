/// What belongs to one session of a client.
public struct SessionCurve: Sendable, Equatable {
    /// When it was, on the visits' clock.
    public var day: Double
    /// `A_s`: redness it brought at once, EI.
    public var rednessAmplitude: Double
    /// Coverage it brought when fresh, a fraction.
    public var freshCoverage: Double
    /// Dots per cm² that it made.
    public var dotsMade: Double

    /// Makes a session's part of the curve.
    public init(day: Double, rednessAmplitude: Double, freshCoverage: Double, dotsMade: Double) {
        self.day = day
        self.rednessAmplitude = rednessAmplitude
        self.freshCoverage = freshCoverage
        self.dotsMade = dotsMade
    }
}
