import ArgumentParser

/// Finds the command that was meant where its name is mistyped.
enum CommandSpelling {
    /// Slips in a name that still tells what was meant.
    private static let mostSlips = 2

    /// What is wrong about the commands' names in some arguments.
    ///
    /// - Parameters:
    ///   - arguments: Arguments without the program's name.
    ///   - root: The program's command.
    /// - Returns: A message, or nil where every name is known or an option comes first.
    static func fault(in arguments: [String], of root: any ParsableCommand.Type) -> String? {
        var command = root
        var path = [root.configuration.commandName ?? ""]
        for argument in arguments {
            let choices = command.configuration.subcommands
            if choices.isEmpty || argument.hasPrefix("-") || argument == "help" { return nil }
            // A key path through a metatype is more than the compiler of Swift 6.3 can do.
            let names = choices.map { $0.configuration.commandName ?? "" }
            if let place = names.firstIndex(of: argument) {
                command = choices[place]
                path.append(argument)
                continue
            }
            let known = path.joined(separator: " ")
            let hint =
                nearest(to: argument, among: names).map { "Did you mean '\($0)'?" }
                ?? "It knows: \(names.joined(separator: ", "))."
            return "Unknown command '\(argument)' of \(known). \(hint)"
                + "\n  See '\(known) --help' for more information."
        }
        return nil
    }

    /// The name that a mistyped one is nearest to, or nil where none is near.
    static func nearest(to word: String, among names: [String]) -> String? {
        let found = names.map { (name: $0, slips: slips(from: word.lowercased(), to: $0)) }
            .min { $0.slips < $1.slips }
        guard let found, found.slips <= min(mostSlips, max(1, word.count / 2)) else { return nil }
        return found.name
    }

    /// Letters that are left out, added, wrong, or swapped with their neighbour (Damerau's distance, each place used
    /// once).
    static func slips(from word: String, to other: String) -> Int {
        let (left, right) = (Array(word), Array(other))
        var before: [Int] = []
        var last = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                let change = last[j] + (left[i] == right[j] ? 0 : 1)
                var least = min(change, row[j] + 1, last[j + 1] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    least = min(least, before[j - 1] + 1)
                }
                row.append(least)
            }
            (before, last) = (last, row)
        }
        return last[right.count]
    }
}
