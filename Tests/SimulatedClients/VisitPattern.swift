import HealingCurve

/// When a client comes for photos, and when for treatment.
package struct VisitPattern: Sendable {
    /// Its name.
    package var name: String
    /// Days of the photos.
    package var days: [Double]
    /// Days of the sessions.
    package var sessionDays: [Double] = [0]

    /// The sessions.
    package var sessions: [CurveSession] { sessionDays.map { CurveSession(day: $0) } }

    package static let dense = VisitPattern(name: "dense", days: SimulatedClient.denseDays)
    /// All patterns of the study.
    package static let all: [VisitPattern] = [
        dense,
        VisitPattern(name: "sparse", days: [-1, 0, 7, 30, 180]),
        VisitPattern(name: "late start", days: [10, 16, 28, 42, 90, 180, 365]),
        VisitPattern(name: "no photo before", days: [0, 1, 3, 5, 8, 12, 18, 28, 42, 90, 365]),
        VisitPattern(
            name: "two sessions", days: [-1, 0, 2, 6, 13, 15, 18, 22, 30, 45, 70, 110, 365],
            sessionDays: [0, 14]),
        VisitPattern(
            name: "three sessions", days: [-1, 0, 3, 8, 20, 22, 26, 34, 49, 51, 56, 66, 90, 150, 400],
            sessionDays: [0, 21, 50]),
    ]
}
