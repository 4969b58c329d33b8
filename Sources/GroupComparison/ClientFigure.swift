import SteadyMath

/// A client's own value of a quantity, on the scale that groups are averaged on.
package struct ClientFigure: Sendable, Equatable {
    /// The value: itself, or its logarithm where the measure is averaged by ratios.
    package var value: Double
    /// How many photos it comes from.
    package var photos: Int

    /// Photos from this day on tell the yearly change: a photo of the visit after three months may be some days early.
    package static let settledDay = 84.0
    /// The least days between the first and the last photo that tell a yearly change; over fewer, errors of the photos
    /// outweigh it.
    package static let leastSpan = 180.0
    /// Days of a year.
    static let daysOfYear = 365.0
    /// A photo stands for a day that lies off by no more than this share of the days since the session.
    static let nearShare = 1.0 / 15
    /// On early days a photo stands for one that lies off by half a day.
    static let nearDays = 0.5

    /// A client's figure, from the client's own photos alone.
    ///
    /// A value on a day is read off the line between the last photo before and the first after it; where they are too far
    /// apart or one is missing, off the nearest photo if that is near enough. The yearly change is the slope of
    /// the straight line through the logarithms of all photos after settling, all weighing the same.
    ///
    /// - Parameters:
    ///   - quantity: What is asked for.
    ///   - measure: The measure that the visits tell.
    ///   - visits: In order of days.
    /// - Returns: The figure; nil where the photos do not tell it.
    package static func of(
        _ quantity: ComparedQuantity, measure: ComparedMeasure, visits: [ComparedVisit]
    ) -> ClientFigure? {
        switch quantity {
        case .fading: fading(visits)
        case .value(let day): value(on: day, measure: measure, visits: visits)
        }
    }

    private static func value(
        on day: Double, measure: ComparedMeasure, visits: [ComparedVisit]
    ) -> ClientFigure? {
        let before = visits.last { $0.day <= day }
        let after = visits.first { $0.day > day }
        if let before, let after, before.day >= measure.straightFromDay,
            after.day - before.day <= measure.longestGap
        {
            let share = (day - before.day) / (after.day - before.day)
            let value = before.value + share * (after.value - before.value)
            let error = before.standardError + share * (after.standardError - before.standardError)
            return figure(value, error: error, measure: measure, photos: share > 0 ? 2 : 1)
        }
        let near = [before, after].compactMap { $0 }.filter {
            abs($0.day - day) <= max(nearDays, nearShare * day)
        }
        guard let nearest = near.min(by: { abs($0.day - day) < abs($1.day - day) }) else { return nil }
        return figure(nearest.value, error: nearest.standardError, measure: measure, photos: 1)
    }

    private static func figure(
        _ value: Double, error: Double, measure: ComparedMeasure, photos: Int
    ) -> ClientFigure? {
        switch measure.scale {
        case .plain: ClientFigure(value: value, photos: photos)
        case .ratio: logarithm(value, error: error).map { ClientFigure(value: $0, photos: photos) }
        }
    }

    /// Logarithm of a value that cannot be below 0; what is not told from nothing counts as half its error.
    private static func logarithm(_ value: Double, error: Double) -> Double? {
        let floored = max(value, error / 2)
        return floored > 0 ? Steady.log(floored) : nil
    }

    private static func fading(_ visits: [ComparedVisit]) -> ClientFigure? {
        let points = visits.compactMap { visit -> (years: Double, height: Double)? in
            guard visit.day >= settledDay else { return nil }
            return logarithm(visit.value, error: visit.standardError).map { (visit.day / daysOfYear, $0) }
        }
        guard let first = points.first, let last = points.last,
            (last.years - first.years) * daysOfYear >= leastSpan
        else { return nil }
        let count = Double(points.count)
        let middle = points.reduce(0) { $0 + $1.years } / count
        var squares = 0.0
        var products = 0.0
        for point in points {
            squares += (point.years - middle) * (point.years - middle)
            products += (point.years - middle) * point.height
        }
        return ClientFigure(value: -products / squares, photos: points.count)
    }
}
