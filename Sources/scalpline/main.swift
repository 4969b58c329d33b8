import ArgumentParser
import Glibc
import ScalplineApp

// A wish for kernels that cannot be had is wrong usage of every command.
if let fault = Scalpline.environmentFault {
    Console.complain(fault)
    exit(ExitCode.validationFailure.rawValue)
}
let arguments = ArgumentBytes.ofProcess
if let fault = CommandSpelling.fault(in: arguments, of: ScalplineCommand.self) {
    Console.write("Error: " + fault + "\n", to: 2)
    exit(ExitCode.validationFailure.rawValue)
}
Scalpline.prepareProcess()
do {
    var command = try ScalplineCommand.parseAsRoot(arguments)
    if let config = (command as? any ConfiguredCommand)?.config, config.showConfig {
        for line in config.text.split(separator: "\n") { Console.print(Console.printable(String(line))) }
    } else {
        try command.run()
    }
} catch {
    ScalplineCommand.exit(withError: error)
}
