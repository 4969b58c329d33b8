import ArgumentParser
import ScalplineApp

/// What the commands have in common that write to clients' folders.
enum Intake {
    /// Does something and prints its sentence.
    ///
    /// - Parameter work: What is to be done.
    /// - Throws: The exit status 1 with the error's message.
    static func tell(_ work: () throws(IntakeError) -> String) throws {
        Console.print(Console.printable(try orFail(work)))
    }

    /// Does something.
    ///
    /// - Parameter work: What is to be done.
    /// - Returns: What it returns.
    /// - Throws: The exit status 1 with the error's message.
    static func orFail<Output>(_ work: () throws(IntakeError) -> Output) throws -> Output {
        do {
            return try work()
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
    }
}
