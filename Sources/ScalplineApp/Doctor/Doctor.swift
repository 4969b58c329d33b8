import PhotoDecoding
import PixelMath

/// What the program finds where it runs: which kernels it uses, what the machine leaves to it, and whether all kernels
/// agree.
public struct Doctor: Sendable {
    /// The instruction set in use.
    let inUse: InstructionSet
    /// Those that the processor runs, the narrowest first.
    let runnable: [InstructionSet]
    /// What the environment wishes, or nil.
    let wished: String?
    /// Processors that are left to the process.
    let processors: Int
    /// Bytes of memory that are left to the process.
    let memoryBytes: Int
    /// Bytes that all photos in work share where `--memory` is not given.
    let sharedBytes: Int
    /// Names and versions of the libraries that read pictures.
    let libraries: [(name: String, version: String)]
    private let test: KernelSelfTest

    /// Whether the kernels of all runnable instruction sets give the same bytes.
    public var passes: Bool { test.passes }

    /// The checksum of each instruction set's kernels, as sixteen hexadecimal digits.
    var checksums: [(set: InstructionSet, checksum: String)] {
        test.checksums.map { set, checksum in
            let digits = String(checksum, radix: 16)
            return (set, String(repeating: "0", count: 16 - digits.count) + digits)
        }
    }

    /// Looks around and runs the self-test.
    ///
    /// - Complexity: A few milliseconds.
    public init() {
        inUse = .chosen
        runnable = InstructionSet.runnable
        wished = InstructionSet.wished
        processors = Machine.processors
        memoryBytes = Machine.memoryBytes
        sharedBytes = PhotoWork().budget.bytes
        libraries = CodecLibrary.allCases.map { ($0.name, $0.version) }
        test = KernelSelfTest()
    }
}
