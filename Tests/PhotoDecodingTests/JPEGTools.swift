import Foundation

/// The programs of libjpeg-turbo (Debian: libjpeg-turbo-progs), which write what our own encoder does not.
enum JPEGTools {
    /// Whether they are there; says aloud where they are not.
    static let areThere: Bool = {
        let tools = ["cjpeg", "djpeg", "jpegtran"]
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = tools.allSatisfy { tool in
            folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
        }
        if !found { print("SKIPPED: no cjpeg, djpeg and jpegtran on PATH; install libjpeg-turbo-progs") }
        return found
    }()

    /// Something that a program would not do.
    struct Failure: Error {
        var command: [String]
    }

    /// Encodes 8-bit RGB by `cjpeg`.
    static func encoded(_ rgb: [UInt8], width: Int, height: Int, _ options: [String]) throws -> [UInt8] {
        try run(["cjpeg"] + options, on: Array("P6\n\(width) \(height)\n255\n".utf8) + rgb)
    }

    /// The same coefficients stored another way by `jpegtran`.
    static func restored(_ jpeg: [UInt8], _ options: [String]) throws -> [UInt8] {
        try run(["jpegtran", "-copy", "all"] + options, on: jpeg)
    }

    /// The picture as `djpeg` has it, as a PPM.
    static func decoded(_ jpeg: [UInt8]) throws -> [UInt8] { try run(["djpeg", "-ppm", "-rgb"], on: jpeg) }

    private static func run(_ command: [String], on input: [UInt8]) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scalpline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files, not pipes: nothing can fill up and wait.
        let (source, target) = (folder.appending(path: "in"), folder.appending(path: "out"))
        try Data(input).write(to: source)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command + ["-outfile", target.path, source.path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(command: command) }
        return [UInt8](try Data(contentsOf: target))
    }
}
