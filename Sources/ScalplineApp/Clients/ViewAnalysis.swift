import ClientRecords
import HealingCurve
import PhotoSeries
import ProgressReport
import Raster
import ScalpMeasurement

/// One view of a client's head (the crown, the hairline): its photos over one another and against the curve.
struct ViewAnalysis {
    /// Name of the view.
    let name: String
    /// The photos in order of time.
    let photos: [ClientPhoto]
    /// The photos over one another.
    let series: ScalpSeries
    /// What each photo shows in the series' region.
    let measurements: [PhotoMeasurement]
    /// Where each photo stands among the sessions; nil without sessions.
    let places: [VisitClock.Place?]
    /// Why all verdicts of a photo are withheld, or nil.
    let withheld: [Reason?]
    /// Why single verdicts of a photo are withheld.
    let withheldMeasures: [[CurveMeasure: Reason]]
    /// The sessions as the curve takes them; empty where they are not known.
    let curveSessions: [CurveSession]
    /// What each photo says to the curve; what is withheld is left out.
    let curveVisits: [CurveVisit]
    /// What the curve says; empty where the sessions are not known.
    let expectation: SeriesExpectation

    /// Follows the photos of one view.
    ///
    /// - Parameters:
    ///   - name: Name of the view.
    ///   - photos: In order of time.
    ///   - series: The photos over one another.
    ///   - clock: The sessions.
    ///   - sessionsAssumed: Whether the sessions are only assumed, so that the curve cannot speak.
    ///   - targetDensity: Dots per cm² as planned.
    ///   - priors: The curve's priors.
    init(
        name: String, photos: [ClientPhoto], series: ScalpSeries, clock: VisitClock, sessionsAssumed: Bool,
        targetDensity: Double?, priors: CurvePriors
    ) {
        self.name = name
        self.photos = photos
        self.series = series
        let measurements = photos.indices.map { index in
            let survey = photos[index].surveyed.survey
            let regions = series.regions[index] ?? survey.regions
            let measured = survey.measurement(in: regions, scale: series.scales[index] ?? photos[index].scale)
            let map = series.registrations[index].homography
            return map.map { measured.inPixels(ofAnchor: $0.areaFactor(at: regions.treatedCentre)) }
                ?? measured
        }
        let places = photos.indices.map {
            clock.place(of: photos[$0].date.clock, isBefore: series.isBefore[$0])
        }
        let knowsScale = measurements.contains { $0.scale != nil }
        let withheld: [Reason?] = photos.indices.map { index in
            if let problem = measurements[index].quality.problems.first { return problem }
            if !photos[index].date.isTrusted { return .noDate }
            return sessionsAssumed || clock.sessions.isEmpty ? .noSession : nil
        }
        let withheldMeasures = photos.indices.map { index in
            Self.withheldMeasures(
                measurements[index], registration: series.registrations[index],
                knowsScale: knowsScale, isBeforeFirst: (places[index]?.day ?? 0) < 0)
        }
        self.measurements = measurements
        self.places = places
        self.withheld = withheld
        self.withheldMeasures = withheldMeasures
        var visits: [CurveVisit] = []
        for index in photos.indices {
            var visit = CurveVisit(
                day: places[index]?.chartDay ?? 0,
                isBeforeSessionOfItsDay: places[index]?.isBeforeSessionOfItsDay ?? false,
                loads: clock.sessions.map { _ in nil }, visibleShares: clock.sessions.map { _ in nil })
            if withheld[index] == nil {
                visit.values = Self.values(measurements[index], without: withheldMeasures[index])
                if withheldMeasures[index][.darkness] == nil {
                    visit.loads = series.sessionShares[index].map { share in
                        share?.load.map { CurveValue(value: $0.value, standardError: $0.standardError) }
                    }
                    visit.visibleShares = series.sessionShares[index].map { share in
                        share?.visibleShare.map {
                            CurveValue(value: $0.value, standardError: $0.standardError)
                        }
                    }
                }
            }
            visits.append(visit)
        }
        curveVisits = visits
        let perArea = knowsScale ? targetDensity : nil
        curveSessions =
            sessionsAssumed
            ? [] : clock.sessionDays.map { CurveSession(day: $0, targetDensity: perArea) }
        expectation =
            curveSessions.isEmpty
            ? SeriesExpectation(visits: photos.map { _ in VisitExpectation() })
            : CurveInference.expectation(sessions: curveSessions, visits: visits, priors: priors)
    }

    /// A photo's measures that may not be held against the curve, and why.
    private static func withheldMeasures(
        _ measurement: PhotoMeasurement, registration: Registration, knowsScale: Bool,
        isBeforeFirst: Bool
    ) -> [CurveMeasure: Reason] {
        var reasons: [CurveMeasure: Reason] = [:]
        for measure in CurveMeasure.allCases {
            if let reason = value(of: measure, in: measurement)?.reason { reasons[measure] = reason }
        }
        // Pigment is compared place by place: another part of the scalp holds other dots. Before the first session
        // there is none to compare, and the verdict says so by itself.
        if registration.homography == nil, !isBeforeFirst {
            for measure in [CurveMeasure.darkness, .coverage, .density] where reasons[measure] == nil {
                reasons[measure] = registration.reason ?? .notRegistered
            }
        }
        if knowsScale, measurement.scale == nil, reasons[.density] == nil { reasons[.density] = .noScale }
        return reasons
    }

    private static func values(
        _ measurement: PhotoMeasurement, without withheld: [CurveMeasure: Reason]
    ) -> [CurveMeasure: CurveValue] {
        var values: [CurveMeasure: CurveValue] = [:]
        for measure in CurveMeasure.allCases where withheld[measure] == nil {
            guard let known = value(of: measure, in: measurement)?.estimate else { continue }
            values[measure] = CurveValue(value: known.value, standardError: known.standardError)
        }
        return values
    }

    /// A measure of one photo alone; darkness has none, since it compares photos.
    private static func value(of measure: CurveMeasure, in measurement: PhotoMeasurement) -> Measured? {
        switch measure {
        case .redness: measurement.redness.difference
        case .darkness: nil
        case .coverage: measurement.coverage
        case .density: measurement.density.value
        case .scabs: measurement.scabs.areaFraction
        }
    }
}
