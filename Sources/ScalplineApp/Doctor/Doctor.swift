import ClientRecords
import PhotoDecoding
import PixelMath

/// What the program finds where it runs: which kernels it uses, what the machine leaves to it, whether folders can be
/// used, and whether all kernels agree and measure what they ought to.
public struct Doctor: Sendable {
    /// The instruction set in use.
    let inUse: InstructionSet
    /// Those that the processor runs, the narrowest first.
    let runnable: [InstructionSet]
    /// What the environment wishes, or nil.
    let wished: String?
    /// What the processor calls itself, or nil.
    let processorName: String?
    /// Processors that are left to the process.
    let processors: Int
    /// Bytes of memory that are left to the process.
    let memoryBytes: Int
    /// Bytes that all photos in work share where `--memory` is not given.
    let sharedBytes: Int
    /// Names and versions of the libraries in use; nil where one does not tell or is not there.
    let libraries: [(name: String, version: String?)]
    /// Fonts for the paper report.
    let fonts: FontFiles
    /// Folders that were asked about.
    let folders: [FolderCheck]
    /// The built-in photo.
    let photo: PhotoSelfTest
    private let test: KernelSelfTest

    /// Whether all is well: kernels agree, the built-in photo gives its numbers, the folders can be used.
    public var passes: Bool { kernelsPass && photo.passes && folders.allSatisfy { $0.problem == nil } }

    /// Whether the kernels of all runnable instruction sets give the same bytes.
    var kernelsPass: Bool { test.passes }

    /// The checksum of each instruction set's kernels, as sixteen hexadecimal digits.
    var checksums: [(set: InstructionSet, checksum: String)] {
        test.checksums.map { set, checksum in
            let digits = String(checksum, radix: 16)
            return (set, String(repeating: "0", count: 16 - digits.count) + digits)
        }
    }

    /// Looks around and runs the self-tests.
    ///
    /// - Parameters:
    ///   - input: A folder of clients to look at, or nil.
    ///   - output: A folder for reports to look at, or nil.
    /// - Complexity: Some tenths of a second.
    public init(input: BytePath? = nil, output: BytePath? = nil) {
        inUse = .chosen
        runnable = InstructionSet.runnable
        wished = InstructionSet.wished
        processorName = Machine.processorName
        processors = Machine.processors
        memoryBytes = Machine.memoryBytes
        sharedBytes = PhotoWork().budget.bytes
        libraries =
            CodecLibrary.allCases.map { ($0.name, $0.version) } + [
                ("libexif", LoadedLibrary.fileVersion(of: "libexif")),
                ("SQLite", LoadedLibrary.text(of: "sqlite3_libversion", in: "libsqlite3.so.0")),
                ("Cairo", LoadedLibrary.text(of: "cairo_version_string", in: "libcairo.so.2")),
                ("Pango", LoadedLibrary.text(of: "pango_version_string", in: "libpango-1.0.so.0")),
            ]
        fonts = FontFiles()
        folders = [input.map(FolderCheck.init(reading:)), output.map(FolderCheck.init(writing:))]
            .compactMap { $0 }
        photo = PhotoSelfTest()
        test = KernelSelfTest()
    }
}
