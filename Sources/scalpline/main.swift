import ArgumentParser
import Glibc
import ScalplineApp

// A wish for kernels that cannot be had is wrong usage of every command.
if let fault = Scalpline.environmentFault {
    Console.complain(fault)
    exit(ExitCode.validationFailure.rawValue)
}
Scalpline.prepareProcess()
ScalplineCommand.main()
