import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline doctor`: what the program finds where it runs.
struct DoctorCommand: ConfiguredCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the installation: libraries, machine, folders, and a photo with known numbers.",
        discussion: """
            Exit status: 0 all is well; 1 kernels of two instruction sets give different bytes, the built-in photo does \
            not give its numbers, or a folder cannot be used. SCALPLINE_ISA in the environment (baseline, avx2, avx512) \
            chooses the kernels; results are the same bytes with each.

            Example: scalpline doctor --input Clients --output Reports
            """)

    @Option(
        help: ArgumentHelp("Folder of clients: tell whether it can be read.", valueName: "input"),
        completion: .directory)
    var input: BytePath?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Folder for reports: tell whether it can be written, and the space.", valueName: "out"),
        completion: .directory)
    var output: BytePath?

    @Flag(help: "One JSON object instead of lines.")
    var json = false

    @OptionGroup var config: ConfigOptions

    mutating func validate() throws {
        config.settings.take(.clients, input)
        config.settings.take(.output, output)
    }

    func run() throws {
        let doctor = Doctor(input: config.settings.path(.clients), output: config.settings.path(.output))
        if json {
            Console.print(doctor.json)
        } else {
            let lines = doctor.text.split(separator: "\n").map { Console.printable(String($0)) }
            Console.print(config.ink.painted(lines.joined(separator: "\n")))
        }
        if !doctor.passes { throw ExitCode.failure }
    }
}
