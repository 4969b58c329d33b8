/// Why a `client.yaml` was not changed.
package enum ClientFileEditError: Error, Equatable, Sendable {
    /// The file as it stands is wrong, or cannot be read.
    case wrongFile(RecordFileError)
    /// What was asked for is no possible value.
    case wrongValue(RecordFileError)
    /// The file is right, but written in a way that is not changed safely; `line` is what to add under `section`.
    case byHand(section: String, line: String)
    /// Two sessions would be of one day, one of them without a time.
    case ambiguousDay(day: String)
    /// The file cannot be written.
    case notWritable(problem: String)
    /// Another program is changing the client's folder.
    case inUse

    /// What happened and how to mend it.
    ///
    /// - Parameter file: The file's name, to begin the sentence with.
    /// - Returns: One or two sentences.
    package func message(file: String) -> String {
        switch self {
        case .wrongFile(let error): error.message(file: file) + " Nothing was changed."
        case .wrongValue(let error): error.message(file: "what was to be written") + " Nothing was changed."
        case .byHand(let section, let line):
            "\(file): cannot be changed safely in the way that it is written, and was not. "
                + "Add under \"\(section)\" in a text editor: \(line)"
        case .ambiguousDay(let day):
            "\(file): has a session of \(day) already, of which only one of the two tells its time. Give both their "
                + "times in a text editor, or name the same date to complete that one. Nothing was changed."
        case .notWritable(let problem):
            "\(file): cannot be written (\(problem)). Check that you may write to the folder. Nothing was changed."
        case .inUse:
            "\(file): another program is changing this client's folder. Wait for it to end. Nothing was changed."
        }
    }
}
