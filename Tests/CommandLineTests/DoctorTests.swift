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
        for name in ["libjpeg-turbo", "libpng", "libheif", "libwebp", "lcms2", "libexif", "SQLite"] {
            #expect(libraries[name]?.first?.isNumber == true, "\(name)")
        }
        #expect(told["passes"] as? Bool == true)
        #expect((test["photo"] as? [String: Any])?["passes"] as? Bool == true)
        #expect((told["folders"] as? [Any])?.isEmpty == true)
    }

    @Test("the built-in photo gives its numbers by the kernels of every instruction set")
    func photo() throws {
        for isa in ["baseline", "avx2", "avx512"] {
            let outcome = try doctor(isa: isa)
            // A processor that has them not says so.
            if outcome.status == 64 { continue }
            #expect(
                outcome.lines.contains { $0.hasPrefix("built-in photo") && $0.contains("passed") }, "\(isa)")
        }
    }

    @Test("folders that can be used are told with the space, others end with 1")
    func folders() throws {
        let scratch = try Scratch()
        try scratch.write("in/Anna/x.txt", "")
        let good = try doctor(
            isa: nil, "--input", scratch.path("in"), "--output", scratch.path("out/of/here"))
        #expect(good.status == 0)
        #expect(good.lines.contains { $0.hasPrefix("input") && $0.hasSuffix("/in: can be read") })
        #expect(good.output.contains(#/output +\S+/out/of/here: can be written, \d+ MB free/#))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
        let bad = try doctor(
            isa: nil, "--input", scratch.path("none"), "--output", scratch.path("in/Anna/x.txt/out"))
        #expect(bad.status == 1)
        #expect(bad.output.contains("none: No such file or directory"))
        #expect(bad.output.contains("x.txt is no folder"))
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
