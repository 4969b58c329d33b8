import ArgumentParser
import ScalplineApp

/// `scalpline doctor`: what the program finds where it runs.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say which kernels are in use, what the machine has, and whether all kernels agree.",
        discussion: """
            Exit status: 0 the self-test passed; 1 kernels of two instruction sets give different bytes. \
            SCALPLINE_ISA in the environment (baseline, avx2, avx512) chooses the kernels; results are the same bytes \
            with each.

            Example: scalpline doctor
            """)

    @Flag(help: "One JSON object instead of lines.")
    var json = false

    func run() throws {
        let doctor = Doctor()
        if json {
            Console.print(doctor.json)
        } else {
            for line in doctor.text.split(separator: "\n") { Console.print(Console.printable(String(line))) }
        }
        if !doctor.passes { throw ExitCode.failure }
    }
}
