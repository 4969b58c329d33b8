/// What became of the files of one folder.
struct Tally {
    /// The folder, or what stands for one.
    let name: String
    private(set) var files = 0
    private(set) var equal = 0
    private(set) var refused = 0
    private(set) var wrong: [String] = []

    /// What became of one file.
    enum Outcome {
        /// Equal to its truth, or, where there is none, a picture of finite numbers.
        case equal
        /// Refused, and rightly so.
        case refused
        /// Neither, and why.
        case wrong(String)
    }

    /// Starts counting.
    init(_ name: String) { self.name = name }

    /// Counts a file.
    mutating func add(_ file: String, _ outcome: Outcome) {
        files += 1
        switch outcome {
        case .equal: equal += 1
        case .refused: refused += 1
        case .wrong(let why): wrong.append("\(file): \(why)")
        }
    }

    /// Counts a file by whether a condition holds.
    mutating func add(_ file: String, isEqual: Bool, _ why: String) {
        add(file, isEqual ? .equal : .wrong(why))
    }

    /// The heads of the table.
    static let heads = row("folder", "files", "equal", "refused rightly", "wrong")

    /// The folder's line in the table.
    var line: String { Self.row(name, "\(files)", "\(equal)", "\(refused)", "\(wrong.count)") }

    private static func row(_ name: String, _ numbers: String...) -> String {
        let padded = numbers.map { String(repeating: " ", count: max(1, 16 - $0.count)) + $0 }
        return name + String(repeating: " ", count: max(1, 44 - name.count)) + padded.joined()
    }
}
