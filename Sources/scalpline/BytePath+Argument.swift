import ArgumentParser
import ClientRecords

extension BytePath: ExpressibleByArgument {
    /// Takes a path from the command line, byte by byte.
    public init?(argument: String) {
        if argument.isEmpty { return nil }
        self.init(bytes: ArgumentBytes.bytes(of: argument))
    }

    /// The path as help shows it.
    public var defaultValueDescription: String { text }
}
