import ClientRecords

/// Why a run could not be done at all.
public enum RunError: Error, Equatable, Sendable {
    /// The input is not there or no folder.
    case noInput(path: String, problem: String)
    /// The input holds no client's results.
    case noSeries(path: String)
    /// What is named as one client's folder is not there, is no folder, or holds several clients.
    case noClient(path: String, problem: String)
    /// The output cannot be written.
    case notWritable(path: String, problem: String)
    /// There is no room left where the output is written.
    case diskFull(path: String)
    /// The output's file cannot be written, or would take the place of another.
    case noOutputFile(path: String, problem: String)
    /// Output and input are one folder, where reports and photos would mix.
    case outputIsInput(path: String)
    /// Another run is writing to the output.
    case outputInUse(path: String, holder: String?)
    /// The records cannot be used.
    case records(message: String)
    /// No client bears this id.
    case unknownClient(id: String, path: String)
    /// The person at the screen has stopped the run.
    case stopped(done: Int, of: Int)
    /// The curve's file cannot be used.
    case badCurve(message: String)
    /// A file that comes with the program is not there.
    case noResource(name: String)
    /// The studio's file, or one that it names, cannot be used.
    case badStudio(message: String)

    /// What happened and how to mend it.
    public var message: String {
        switch self {
        case .noInput(let path, let problem):
            "\(path): \(problem). Name a folder that holds a sub-folder of photos for each client."
        case .noSeries(let path):
            "\(path): holds no client's series.json. Run scalpline analyze first, and name the folder that it wrote."
        case .noClient(let path, let problem):
            "\(path): \(problem). Name one client's folder, which holds the photos of one person."
        case .notWritable(let path, let problem):
            "\(path): cannot be written (\(problem)). Name a folder that you may write to with --output."
        case .diskFull(let path):
            "\(path): there is no room left on the disk. Make room and run the same command again: it goes on where it "
                + "stopped, nothing measured is lost."
        case .noOutputFile(let path, let problem): "\(path): \(problem). Name another file with --output."
        case .outputIsInput(let path):
            "\(path): holds the photos; reports would mix with them. Name another folder with --output."
        case .outputInUse(let path, let holder):
            "\(path): another run is writing there\(holder.map { " (\($0))" } ?? ""). Wait for it to end, or name "
                + "another folder with --output."
        case .records(let message): message
        case .unknownClient(let id, let path): "\(path): holds no client \"\(id)\". Name a client's folder."
        case .stopped(let done, let count):
            "stopped after \(done) of \(count) photos. Nothing measured is lost: the same command goes on from here."
        case .badCurve(let message), .badStudio(let message): message
        case .noResource(let name):
            "\(name): a file of the program is missing beside it. Install the program again, with its resource folders."
        }
    }
}

extension RunError {
    /// The system refused to write.
    ///
    /// - Parameters:
    ///   - refusal: Why.
    ///   - path: What was to be written.
    /// - Returns: ``diskFull(path:)`` or ``notWritable(path:problem:)``.
    static func refused(_ refusal: SystemRefusal, at path: BytePath) -> RunError {
        refusal.isFull ? .diskFull(path: path.text) : .notWritable(path: path.text, problem: refusal.words)
    }
}
