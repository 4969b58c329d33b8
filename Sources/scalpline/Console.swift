import Glibc
import ScalplineApp

/// Standard input, output and error.
enum Console {
    /// Writes a line to standard output at once.
    static func print(_ line: String) { write(line + "\n", to: 1) }

    /// Writes a message to standard error.
    static func complain(_ message: String) { write("scalpline: " + printable(message) + "\n", to: 2) }

    /// A text that cannot move a terminal's cursor or turn the reading direction of what follows.
    ///
    /// - Parameter text: One line, perhaps with names from outside.
    /// - Returns: The line with `?` for them.
    static func printable(_ text: String) -> String {
        var clean = ""
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 32 || (127...159).contains(scalar.value)
            // Embeddings, overrides and isolates; letters of right-to-left scripts stay.
            let turns = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            clean.unicodeScalars.append(isControl || turns ? "?" : scalar)
        }
        return clean
    }

    /// The next line of standard input without its newline, or nil at the end.
    static func readLine() -> [UInt8]? {
        var bytes: [UInt8] = []
        while true {
            let next = getchar_unlocked()
            if next == EOF { return bytes.isEmpty ? nil : bytes }
            if next == 10 { return bytes }
            bytes.append(UInt8(truncatingIfNeeded: next))
        }
    }

    /// Where a run tells how far it is.
    ///
    /// - Parameters:
    ///   - quiet: Whether nothing is to be told.
    ///   - json: Whether a program listens.
    /// - Returns: A bar on a terminal, plain lines elsewhere.
    static func progress(quiet: Bool, json: Bool = false) -> any RunProgress {
        if json { return JSONProgress() }
        if quiet { return NoProgress() }
        return ConsoleProgress(bar: Ink.isTerminal(2))
    }

    /// Writes all of a text; a closed pipe ends the process, as it does for every Unix tool.
    static func write(_ text: String, to file: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            // The slice's own bytes bound the write.
            let count = unsafe bytes.withUnsafeBytes { all in
                unsafe Glibc.write(file, all.baseAddress, all.count)
            }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                // A full disk behind standard output must not look like success.
                if file == 1 { exit(1) }
                return
            }
        }
    }
}
