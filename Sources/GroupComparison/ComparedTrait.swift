/// What may differ between groups beside the factor, and so may be what a difference comes from.
package enum ComparedTrait: String, Sendable, Hashable, CaseIterable {
    /// Individual typology angle of the untreated skin, degrees.
    case skin
    /// Day of the first photo after the last session.
    case firstDay = "first-day"
    /// Day of the last photo.
    case lastDay = "last-day"
    /// Photos after the last session that tell the measure.
    case photos
    /// Sessions of a client.
    case sessions
    /// When the last session was, in days since 1970.
    case sessionDate = "session-date"
    /// Pixels per millimetre.
    case scale
    /// Blur of the photos in pixels.
    case blur
    /// Share of the photos that are not usable.
    case unusable

    /// A smaller difference of two groups' means is of no account, however alike the clients of each group are.
    package var leastDifference: Double {
        switch self {
        // A class of skin types is 10 to 20 degrees wide (Chardon 1991).
        case .skin: 5
        // What counts as fresh pales by some per cent a day at first.
        case .firstDay: 1
        case .lastDay: 30
        case .photos: 1
        case .sessions: 0.5
        // A season.
        case .sessionDate: 90
        // Pixels per millimetre: a tenth of a usual scale.
        case .scale: 2
        // Pixels: a tenth of a usual dot's width.
        case .blur: 0.3
        case .unusable: 0.1
        }
    }
}
