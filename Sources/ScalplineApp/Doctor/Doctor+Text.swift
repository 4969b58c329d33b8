import PixelMath

extension Doctor {
    /// What is found, for a person: a line each.
    public var text: String {
        let names = runnable.map(\.rawValue).joined(separator: ", ")
        let lines = [
            ("version", Scalpline.method), ("kernels in use", inUse.rawValue), ("processor runs", names),
            (InstructionSet.variable, wished ?? "not set"), ("processors", String(processors)),
            (
                "memory",
                "\(memoryBytes / Self.megabyte) MB, \(sharedBytes / Self.megabyte) MB for photos in work"
            ),
            ("libraries", libraries.map { "\($0.name) \($0.version)" }.joined(separator: ", ")),
            ("self-test", verdict),
        ]
        let width = lines.map(\.0.count).max() ?? 0
        return lines.map { name, value in
            name + String(repeating: " ", count: width - name.count + 2) + value
        }.joined(separator: "\n")
    }

    private static let megabyte = 1_000_000

    private var verdict: String {
        if passes { return "passed: all kernels give \(checksums[0].checksum)" }
        let all = checksums.map { "\($0.set.rawValue) \($0.checksum)" }.joined(separator: ", ")
        return "FAILED: the kernels differ (\(all)). Set \(InstructionSet.variable)=baseline and report this."
    }
}
