import ClientRecords
import HealingCurve

/// Holds an expected curve against a practice's own clients: `scalpline curve check`.
public struct CheckCurve: Sendable {
    /// How photos are worked on; series then by as many threads.
    public var work = PhotoWork()
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
        let read = try PracticeClients(work: work, curve: curve).read(input, progress: progress)
        let selection = PracticeSelection(read.clients, includesFindings: true)
        let rows = CurveCalibration.check(
            selection.series, priors: curve.priors, each: PracticeWork.each(jobs: work.jobs))
        return CheckedCurve(
            file: curveFile?.text, isFitted: CurveFile.isFitted(curve.text), selection: selection, rows: rows,
            summary: read.summary)
    }
}
