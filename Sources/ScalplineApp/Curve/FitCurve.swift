import ClientRecords
import HealingCurve

/// Learns a practice's own expected curve from its clients' photos and writes it: `scalpline curve fit`.
///
/// Photos are measured and series followed as ``AnalyzeClients`` does; nothing but the curve's file is written.
public struct FitCurve: Sendable {
    /// How photos are worked on; series then by as many threads.
    public var work = PhotoWork()
    /// The curve to start from, or nil for the published one.
    public var curveFile: BytePath?
    /// Whether series with findings that ask for attention are learned from too.
    public var includesFindings = false

    /// Largest file that is looked at before it is replaced.
    private static let largestFile = 1_000_000

    /// Makes the use case with its defaults.
    public init() {}

    /// Learns the curve and writes it.
    ///
    /// - Parameters:
    ///   - input: A folder of clients.
    ///   - output: The curve's file; one that is there is replaced only where a fit has made it.
    ///   - progress: Where to tell how far the run is.
    /// - Returns: What was learned; nothing is written without a series to learn from.
    /// - Throws: ``RunError``.
    public func run(
        input: BytePath, output: BytePath, progress: any RunProgress
    ) throws(RunError) -> FittedCurve {
        let curve = try CurveFile.load(from: curveFile)
        let published = try CurveFile.load(from: nil)
        try RunFolders.check(input: input)
        try prepare(output)
        let read = try PracticeClients(work: work, curve: curve).read(input, progress: progress)
        let selection = PracticeSelection(read.clients, includesFindings: includesFindings)
        var result = FittedCurve(
            file: output.text, startFile: curveFile?.text, startIsFitted: CurveFile.isFitted(curve.text),
            selection: selection, summary: read.summary, fit: nil)
        let learned = selection.learned
        guard !learned.isEmpty else { return result }
        progress.note("learning from \(learned.count) finished series")
        let fit = CurveLearning.fit(learned, from: curve.priors, each: PracticeWork.each(jobs: work.jobs))
        let text = try CurveFile.fitted(fit.priors, series: learned.count, onto: published.text)
        do {
            try FileSystem.write(Array(text.utf8), to: output)
        } catch {
            throw .noOutputFile(path: output.text, problem: "cannot be written (\(error.words))")
        }
        result.fit = fit
        return result
    }

    /// Checks that the file may be written before hours go into measuring.
    private func prepare(_ output: BytePath) throws(RunError) {
        if let there = try? FileSystem.status(output) {
            let text =
                there.kind == .file
                ? try? RecordText.load(output, largest: Self.largestFile) : nil
            guard let text, CurveFile.isFitted(text) else {
                throw .noOutputFile(
                    path: output.text, problem: "is there already and was not made by scalpline curve fit")
            }
        }
        do {
            try FileSystem.makeFolder(output.folder)
        } catch {
            throw .noOutputFile(path: output.text, problem: "cannot be written (\(error.words))")
        }
        guard FileSystem.mayWrite(in: output.folder) else {
            throw .noOutputFile(path: output.text, problem: "cannot be written (no permission)")
        }
    }
}
