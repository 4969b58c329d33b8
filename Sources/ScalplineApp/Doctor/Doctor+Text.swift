import PixelMath

extension Doctor {
    /// What is found, for a person: a line each.
    public var text: String {
        let names = runnable.map(\.rawValue).joined(separator: ", ")
        let versions = libraries.map { "\($0.name) \($0.version ?? "not found")" }.joined(separator: ", ")
        var lines = [
            ("version", Scalpline.method), ("processor", processorName ?? "not told"),
            ("kernels in use", inUse.rawValue), ("processor runs", names),
            (InstructionSet.variable, wished ?? "not set"), ("processors", String(processors)),
            (
                "memory",
                "\(memoryBytes / Self.megabyte) MB, \(sharedBytes / Self.megabyte) MB for photos in work"
            ), ("libraries", versions), ("fonts", fontWords),
        ]
        lines += folders.map { ($0.role.rawValue, words(of: $0)) }
        lines += [("self-test", verdict), ("built-in photo", photoVerdict)]
        let width = lines.map(\.0.count).max() ?? 0
        return lines.map { name, value in
            name + String(repeating: " ", count: width - name.count + 2) + value
        }.joined(separator: "\n")
    }

    private static let megabyte = 1_000_000

    private var fontWords: String {
        if fonts.count == 0 { return "none found: report.pdf needs some. Install fonts-noto-core." }
        return "\(fonts.count) files"
            + (fonts.isWide ? ", Noto Sans among them" : "; names in other scripts may need fonts-noto-core")
    }

    private func words(of folder: FolderCheck) -> String {
        if let problem = folder.problem { return "FAILED: \(folder.path.text): \(problem)" }
        switch folder.role {
        case .input: return "\(folder.path.text): can be read"
        case .output:
            let free = folder.freeBytes.map { ", \($0 / Self.megabyte) MB free" } ?? ""
            return "\(folder.path.text): can be written\(free)"
        }
    }

    private var verdict: String {
        if kernelsPass { return "passed: all kernels give \(checksums[0].checksum)" }
        let all = checksums.map { "\($0.set.rawValue) \($0.checksum)" }.joined(separator: ", ")
        return "FAILED: the kernels differ (\(all)). Set \(InstructionSet.variable)=baseline and report this."
    }

    private var photoVerdict: String {
        photo.passes
            ? "passed: measured as on every machine"
            : "FAILED: its numbers are not those that are kept, or it is missing. Install the program again, with its "
                + "resources beside it; if that does not help, report this."
    }
}
