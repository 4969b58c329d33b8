import Foundation
import Testing

@Suite("The doctor, and the choice of kernels")
struct DoctorTests {
    private func doctor(isa: String?, _ arguments: String...) throws -> Tool.Outcome {
        try Tool.run(["doctor"] + arguments, environment: ["SCALPLINE_ISA": isa ?? ""])
    }

    @Test("--json is one object whose self-test passes, with one checksum for all kernels")
    func json() throws {
        let outcome = try doctor(isa: nil, "--json")
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 1)
        let told = try #require(
            JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(told["schema"] as? String == "scalpline.doctor/1")
        #expect(told["method"] as? String == "scalpline 0.8.0")
        let kernels = try #require(told["kernels"] as? [String: Any])
        let runnable = try #require(kernels["runnable"] as? [String])
        #expect(runnable.first == "baseline")
        #expect(kernels["inUse"] as? String == runnable.last)
        #expect(kernels["wished"] is NSNull)
        let test = try #require(told["selfTest"] as? [String: Any])
        #expect(test["passes"] as? Bool == true)
        let checksums = try #require(test["checksums"] as? [String: String])
        #expect(Set(checksums.keys) == Set(runnable))
        #expect(Set(checksums.values).count == 1)
        #expect((told["processors"] as? Int ?? 0) >= 1)
        #expect((told["memoryBytes"] as? Int ?? 0) > 0)
        let libraries = try #require(told["libraries"] as? [String: String])
        for name in ["libjpeg-turbo", "libpng", "libheif", "libwebp", "lcms2"] {
            #expect(libraries[name]?.first?.isNumber == true, "\(name)")
        }
    }

    @Test("kernels that are asked for are in use")
    func baseline() throws {
        let outcome = try doctor(isa: "baseline")
        #expect(outcome.status == 0)
        #expect(outcome.lines.contains { $0.hasPrefix("kernels in use") && $0.hasSuffix(" baseline") })
        #expect(outcome.lines.contains { $0.hasPrefix("SCALPLINE_ISA") && $0.hasSuffix(" baseline") })
        #expect(outcome.lines.contains { $0.hasPrefix("self-test") && $0.contains("passed") })
        let unset = try doctor(isa: nil)
        #expect(unset.lines.contains { $0.hasPrefix("SCALPLINE_ISA") && $0.hasSuffix(" not set") })
    }

    @Test(
        "a name that is no instruction set is wrong usage of every command",
        arguments: [
            ["doctor"], ["--version"], ["measure", "x.jpg"], ["analyze", "x", "-o", "y"], ["curve", "show"],
        ])
    func nonsense(command: [String]) throws {
        for name in ["sse9", "AVX2", "baseline "] {
            let outcome = try Tool.run(command, environment: ["SCALPLINE_ISA": name])
            #expect(outcome.status == 64)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("SCALPLINE_ISA=\(name) is no instruction set"))
            #expect(outcome.errors.contains("baseline"))
        }
    }

    @Test("the same photo gives the same bytes by the kernels of every instruction set")
    func sameBytes() throws {
        let scratch = try Scratch()
        let photo = try #require(SmallPhotos.good.get().first)
        try scratch.write("1.jpg", photo)
        let told = try doctor(isa: nil, "--json")
        let all = ["baseline", "avx2", "avx512"].filter { told.output.contains("\"\($0)\":\"") }
        let outputs = try all.map { isa in
            try Tool.run(
                ["measure", "--dots", "--scale", "20", scratch.path("1.jpg")],
                environment: ["SCALPLINE_ISA": isa]
            ).output
        }
        #expect(outputs.allSatisfy { $0 == outputs[0] && $0.count > 10_000 })
    }
}
