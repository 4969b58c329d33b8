import ArgumentParser
import ScalplineApp

/// `scalpline schema`: what the results look like, for programs.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the schema of a result: JSON Schema for objects, CSVW for tables.",
        discussion: """
            photo is a line of measure, series a client's series.json, compare a compare.json (JSON Schema, draft \
            2020-12). measurements, dot-tracks, curve and compare-table tell each column of the tables of those names: \
            title, meaning, type, unit and allowed words (CSV on the Web).

            Example: scalpline schema series > series.schema.json
            """)

    @Argument(help: ArgumentHelp("Which result.", valueName: "result"))
    var result: ResultSchema

    func run() throws {
        do {
            Console.write(try result.text(), to: 1)
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
    }
}

extension ResultSchema: ExpressibleByArgument {}
