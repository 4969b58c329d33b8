import HealingCurve
import ScalpMeasurement

/// How one measure of one photo lies against what was foretold: the contract's `expected` entry.
public struct MeasureVerdict: Sendable, Equatable {
    /// The 90 % band foretold from earlier photos, nil where there is none.
    public var band: ExpectedBand?
    /// How the value lies against it.
    public var status: CurveStatus
    /// The contract's word for why there is no verdict; nil where there is one.
    public var reason: String?

    /// The word for a measure whose band no earlier photo has pinned yet.
    public static let noEarlierPhoto = "no-earlier-photo"
}

extension ClientReport {
    /// Index of the last session before a photo, nil before the first and where the day is not known.
    ///
    /// - Parameter photo: A photo of this report.
    /// - Returns: An index into `sessions`.
    public func latestSession(of photo: ReportPhoto) -> Int? {
        guard let first = sessions.first, let visit = photo.visit, let day = visit.day, day >= 0 else {
            return nil
        }
        guard let chartDay = visit.chartDay else {
            guard let taken = photo.taken else { return nil }
            return sessions.lastIndex { $0.date.calendarDay <= taken.calendarDay }
        }
        // A photo of a session's own day may be held at day 0, so the session is the nearest one, not the equal.
        let wanted = chartDay - day
        var best = 0
        for (index, session) in sessions.enumerated() {
            let distance = abs(session.date.days - first.date.days - wanted)
            if distance <= abs(sessions[best].date.days - first.date.days - wanted) { best = index }
        }
        return best
    }

    /// A measure's value in a photo, as the curve speaks of it: `darkness` is the share left of the latest
    /// session's dots.
    ///
    /// - Parameters:
    ///   - measure: One of the curve's measures.
    ///   - photo: A photo of this report.
    /// - Returns: The value, or why there is none; nil where the photo could not be read.
    public func value(of measure: CurveMeasure, in photo: ReportPhoto) -> Measured? {
        guard case .success(let measurement) = photo.outcome else { return nil }
        switch measure {
        case .redness: return measurement.redness.difference
        case .coverage: return measurement.coverage
        case .density: return measurement.density.value
        case .scabs: return measurement.scabs.areaFraction
        case .darkness:
            guard let visit = photo.visit else { return .unknown(.noSession) }
            guard let session = latestSession(of: photo) else {
                return .unknown(visit.withheld ?? (visit.day == nil ? .noDate : .noSession))
            }
            return relativeDarkness(ofSession: session, in: photo)
        }
    }

    /// Share that is left of a session's fresh load, vanished dots counting with what is left of them.
    ///
    /// - Parameters:
    ///   - session: Index of the session.
    ///   - photo: A photo of this report.
    /// - Returns: The share, or why there is none.
    public func relativeDarkness(ofSession session: Int, in photo: ReportPhoto) -> Measured {
        guard let visit = photo.visit else { return .unknown(.noSession) }
        let shares = visit.expectation.relativeDarkness
        if session < shares.count, let share = shares[session] {
            return .known(Estimate(value: share.value, standardError: share.standardError))
        }
        return .unknown(sessionReason(of: photo))
    }

    /// Why nothing is known of a session's dots in a photo.
    package func sessionReason(of photo: ReportPhoto) -> Reason {
        guard let visit = photo.visit else { return .noSession }
        if visit.registration.homography == nil { return visit.registration.reason ?? .notRegistered }
        if let reason = visit.withheldMeasures[.darkness] ?? visit.withheld { return reason }
        if case .success(let measurement) = photo.outcome {
            return measurement.darkness.pigmentLoad.reason ?? .tooFewDots
        }
        return .tooFewDots
    }

    /// How a measure of a photo lies against what was foretold.
    ///
    /// A verdict is withheld where the photo or the measure has a reason for it; where there is a value but no
    /// earlier photo to foretell from, the reason is ``MeasureVerdict/noEarlierPhoto``.
    ///
    /// - Parameters:
    ///   - measure: One of the curve's measures.
    ///   - photo: A photo of this report.
    /// - Returns: Band, status and reason; nil for a photo that could not be read or stands in no series.
    public func verdict(on measure: CurveMeasure, in photo: ReportPhoto) -> MeasureVerdict? {
        guard let visit = photo.visit, let value = value(of: measure, in: photo) else { return nil }
        let band = visit.expectation.bands[measure]
        let status = visit.expectation.statuses[measure]
        if let reason = value.reason ?? visit.withheldMeasures[measure] ?? visit.withheld {
            return MeasureVerdict(band: band, status: .notComparable, reason: reason.rawValue)
        }
        if let status, status != .notComparable {
            return MeasureVerdict(band: band, status: status, reason: nil)
        }
        let reason: String
        if visit.day == nil {
            reason = Reason.noDate.rawValue
        } else if sessions.isEmpty || visit.stage == .before {
            reason = Reason.noSession.rawValue
        } else {
            reason = MeasureVerdict.noEarlierPhoto
        }
        return MeasureVerdict(band: band, status: .notComparable, reason: reason)
    }
}
