import Foundation
import PixelMath
import Testing

@Suite("No kernel is left out")
struct KernelCoverageTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The names of what `KernelSet` asks for.
    private static func kernels() throws -> [Substring] {
        try text("Sources/KernelTable/KernelSet.swift").matches(of: #/static func (\w+)\(/#).map(\.1)
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
    }

    @Test("each is called by a test of every instruction set")
    func tests() throws {
        let texts = try ["Row", "WholeNumber", "Patch"].map { name in
            try Self.text("Tests/PixelMathTests/\(name)KernelTests.swift")
        }.joined()
        let kernels = try Self.kernels()
        #expect(kernels.count >= 20)
        for kernel in kernels {
            #expect(texts.contains("$0.\(kernel)(") || texts.contains("kernels.\(kernel)("), "\(kernel)")
        }
    }

    @Test("each is part of the doctor's self-test, which passes")
    func selfTest() throws {
        let text = try Self.text("Sources/PixelMath/KernelSelfTest.swift")
        for kernel in try Self.kernels() { #expect(text.contains("kernels.\(kernel)("), "\(kernel)") }
        let test = KernelSelfTest()
        #expect(test.passes)
        #expect(test.checksums.map(\.set) == InstructionSet.runnable)
    }
}
