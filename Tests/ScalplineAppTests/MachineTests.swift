import PixelMath
import ScalplineApp
import Testing

@Suite("What the machine leaves to the program")
struct MachineTests {
    @Test("a container's bound on memory is read, and none is none")
    func memory() {
        #expect(Machine.memoryBound(in: "536870912\n") == 536_870_912)
        for text in ["max\n", "", "0\n", "-1\n", "9223372036854775808\n", "12MB\n"] {
            #expect(Machine.memoryBound(in: text) == nil, "\(text)")
        }
        #expect(Machine.memoryBytes > 64 << 20)
    }

    @Test("processors are those that the process may run on")
    func processors() {
        #expect(Machine.processors(in: "Name:\tx\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1\n") == 2)
        #expect(Machine.processors(in: "Cpus_allowed:\tff,00000000,8000000f\n") == 13)
        for text in ["", "Cpus_allowed:\t0\n", "Cpus_allowed_list:\t0-1\n"] {
            #expect(Machine.processors(in: text) == nil, "\(text)")
        }
        #expect(Machine.processors >= 1)
    }
}

@Suite("The wish for kernels")
struct EnvironmentTests {
    @Test("what is unset, empty or runnable is no fault; others are told with what there is")
    func faults() throws {
        #expect(Scalpline.environmentFault(wished: nil, runnable: [.baseline]) == nil)
        #expect(Scalpline.environmentFault(wished: "avx2", runnable: [.baseline, .avx2]) == nil)
        let unknown = try #require(Scalpline.environmentFault(wished: "sse", runnable: [.baseline, .avx2]))
        #expect(
            unknown.contains("SCALPLINE_ISA=sse is no instruction set") && unknown.contains("baseline, avx2"))
        let narrow = try #require(Scalpline.environmentFault(wished: "avx512", runnable: [.baseline, .avx2]))
        #expect(narrow.contains("this processor does not run") && narrow.contains("baseline, avx2"))
    }
}
