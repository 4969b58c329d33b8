import Foundation

/// The built `scalpline`, run as a person runs it.
struct Tool {
    /// What a run left behind.
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// The binary that was built with these tests: it lies beside the test bundle.
    static let path: String = {
        let bundles = CommandLine.arguments.filter { $0.contains(".xctest") }
        let folders = bundles.map { URL(fileURLWithPath: $0) }.flatMap {
            [$0.deletingLastPathComponent(), $0.deletingLastPathComponent().deletingLastPathComponent()]
        }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let builds = ["release", "debug"].map { root.appendingPathComponent(".build/\($0)") }
        let places = (folders + builds).map { $0.appendingPathComponent("scalpline").path }
        return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "scalpline"
    }()

    /// Runs the tool.
    ///
    /// - Parameters:
    ///   - arguments: Its arguments.
    ///   - input: What it reads from standard input.
    /// - Returns: Status and texts.
    /// - Throws: Where the tool cannot be run.
    static func run(_ arguments: String..., input: String = "") throws -> Outcome {
        try run(arguments, input: input)
    }

    /// Runs the tool.
    ///
    /// - Parameters:
    ///   - arguments: Its arguments.
    ///   - input: What it reads from standard input.
    ///   - columns: Width of the terminal that it is to believe in.
    ///   - environment: What stands in its environment beside what stands in that of the tests.
    /// - Returns: Status and texts.
    /// - Throws: Where the tool cannot be run.
    static func run(
        _ arguments: [String], input: String = "", columns: String? = nil, environment: [String: String] = [:]
    ) throws -> Outcome {
        let scratch = try Scratch()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(columns.map { ["COLUMNS": $0] } ?? [:]) { $1 }
            // Settings of the person who runs the tests are none of theirs.
            .merging(["XDG_CONFIG_HOME": scratch.path("none")]) { $1 }.merging(environment) { $1 }
        // Files, not pipes: nothing can fill up and wait.
        let names = ["in", "out", "err"].map { scratch.url.appendingPathComponent($0) }
        try Data(input.utf8).write(to: names[0])
        for name in names[1...] { try Data().write(to: name) }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
    }
}

/// A folder that goes away with the test.
final class Scratch: Sendable {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("scalpline-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }

    /// Path of something in the folder.
    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Writes a file and the folders above it.
    func write(_ name: String, _ bytes: Data) throws {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    /// Writes a text file.
    func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    /// A file's bytes.
    func read(_ name: String) throws -> Data { try Data(contentsOf: url.appendingPathComponent(name)) }
}

/// Small photos of a synthetic scalp, rendered once for all tests.
enum SmallPhotos {
    static let good: Result<[Data], any Error> = Result {
        let scratch = try Scratch()
        _ = try Tool.run(
            "phantom", "photos", "--count", "2", "--seed", "41", "--width", "480", "--height", "360",
            "--output",
            scratch.path("photos"))
        return try FileManager.default.contentsOfDirectory(atPath: scratch.path("photos")).sorted()
            .filter { $0.hasSuffix(".jpg") }.map { try scratch.read("photos/\($0)") }
    }
}
