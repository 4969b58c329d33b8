import Foundation
import Testing

@Suite("Completions of the shells")
struct CompletionTests {
    /// What bash completes a line to.
    private func completed(_ words: [String], settings: String = "") throws -> [String] {
        let scratch = try Scratch()
        for place in ["Clients/Anna/1.jpg", "Clients/Bilal/1.jpg", "Clients/Zoe Z/1.jpg", "note.txt"] {
            try scratch.write(place, "")
        }
        try scratch.write("completion.bash", try Tool.run("--generate-completion-script", "bash").output)
        let quoted = words.map { "'\($0)'" }.joined(separator: " ")
        try scratch.write(
            "line.sh",
            """
            cd '\(scratch.url.path)'
            source ./completion.bash
            \(settings)
            PATH='\(URL(fileURLWithPath: Tool.path).deletingLastPathComponent().path)':$PATH
            COMP_WORDS=(scalpline \(quoted)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
            _scalpline scalpline "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}" > answer

            """)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [scratch.path("line.sh")]
        try process.run()
        process.waitUntilExit()
        return String(decoding: try scratch.read("answer"), as: UTF8.self).split(separator: "\n")
            .map(String.init).sorted()
    }

    @Test("commands and options are completed")
    func names() throws {
        #expect(try completed(["anal"]) == ["analyze"])
        #expect(try completed(["measure", "--show-c"]) == ["--show-config"])
        #expect(try completed(["measure", "--color", "al"]) == ["always"])
    }

    @Test("clients are those of the folder on the line, else of the one that is configured")
    func clients() throws {
        #expect(try completed(["analyze", "Clients", "--client", ""]) == ["Anna", "Bilal", "Zoe Z"])
        #expect(try completed(["analyze", "Clients", "--client", "B"]) == ["Bilal"])
        #expect(try completed(["forget", "Z"], settings: "export SCALPLINE_OUTPUT=Clients") == ["Zoe Z"])
        #expect(try completed(["analyze", "--client", ""]).isEmpty)
    }

    @Test("folders are offered for folders, photos for photos")
    func files() throws {
        #expect(try completed(["analyze", ""]) == ["Clients"])
        #expect(try completed(["measure", "Clients/Anna/"]) == ["Clients/Anna/1.jpg"])
        #expect(!(try completed(["measure", ""]).contains("note.txt")))
    }

    @Test("scripts for all three shells can be had", arguments: ["bash", "zsh", "fish"])
    func scripts(shell: String) throws {
        let outcome = try Tool.run("--generate-completion-script", shell)
        #expect(outcome.status == 0 && outcome.output.contains("---completion"))
    }
}
