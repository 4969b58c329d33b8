import ClientRecords
import HealingCurve
import PhotoDecoding

/// Holds an expected curve against a practice's own clients: `scalpline curve check`.
public struct CheckCurve: Sendable {
    /// Bounds that each photo must keep.
    public var limits = DecodingLimits.ofSurvey
    /// Photos, and then series, worked on at once; 1 means one thread in all.
    public var jobs = 1
    /// The curve to check, or nil for the published one.
    public var curveFile: BytePath?

    /// Makes the use case with its defaults.
    public init() {}

    /// Measures all clients and tells how often their values lay where the curve foretold; writes nothing.
    ///
    /// - Parameters:
    ///   - input: A folder of clients.
    ///   - progress: Where to tell how far the run is.
    /// - Returns: What holds and what does not.
    /// - Throws: ``RunError``.
    public func run(input: BytePath, progress: any RunProgress) throws(RunError) -> CheckedCurve {
        let curve = try CurveFile.load(from: curveFile)
        let work = ClientReading.Work(limits: limits, jobs: jobs)
        let read = try PracticeClients(work: work, curve: curve).read(input, progress: progress)
        let selection = PracticeSelection(read.clients, includesFindings: true)
        let rows = CurveCalibration.check(
            selection.series, priors: curve.priors, each: PracticeWork.each(jobs: jobs))
        return CheckedCurve(
            file: curveFile?.text, isFitted: CurveFile.isFitted(curve.text), selection: selection, rows: rows,
            summary: read.summary)
    }
}
