import Foundation
import Testing

@Suite("inbox, as a person runs it")
struct InboxTests {
    @Test("photos go to the clients whose dots they show, and all else is left to a person")
    func sorted() throws {
        let clients = try ScalpPhotos.clients.get()
        let scratch = try Scratch()
        for (id, client) in zip(["Anna", "Bea", "Cleo"], clients) {
            for (name, photo) in zip(client.names, client.photos).prefix(3) {
                try scratch.write("all/\(id)/\(name)", photo)
            }
            try scratch.write("all/\(id)/client.yaml", "name: Secret \(id)\n")
        }
        // Under the clients' own folder, as a person might do it.
        let inbox = "all/Phone"
        try scratch.write("\(inbox)/1.jpg", clients[2].photos[3])
        try scratch.write("\(inbox)/2.jpg", clients[0].photos[3])
        try scratch.write("\(inbox)/3.jpg", clients[1].photos[1])
        try scratch.write("\(inbox)/4.jpg", try AddTests.withoutEXIF(clients[1].photos[2]))
        try scratch.write("\(inbox)/new/5.jpg", clients[3].photos[1])
        try scratch.write("\(inbox)/new/6.jpg", clients[3].photos[2])
        try scratch.write("\(inbox)/7.jpg", clients[0].photos[3])
        try scratch.write("\(inbox)/cut.jpg", clients[0].photos[2].prefix(9_000))
        try scratch.write("\(inbox)/film.mp4", Data([0, 0, 0, 24]) + Data("ftypmp42".utf8))
        let arguments = ["inbox", scratch.path(inbox), "--clients", scratch.path("all"), "--quiet"]
        let before = try scratch.files("all")
        let shown = try Tool.run(arguments)
        #expect(shown.status == 3)
        #expect(try scratch.files("all") == before)
        let lines = shown.lines.map { $0.trimmingCharacters(in: .whitespaces) }
        func says(_ file: String, _ words: String) -> Bool {
            lines.contains { $0.hasPrefix(file) && $0.contains(words) }
        }
        #expect(says("1.jpg", "Cleo: "), "\(shown.output)")
        #expect(says("2.jpg", "Anna: "))
        #expect(says("3.jpg", "Bea/\(clients[1].names[1]), the same file"))
        #expect(says("4.jpg", "Bea: the same shot as \(clients[1].names[2])"))
        #expect(says("7.jpg", "2.jpg, the same file"))
        #expect(says("cut.jpg", "[truncated]"))
        #expect(
            lines.contains {
                $0.hasPrefix("scalpline add") && $0.hasSuffix("5.jpg \(scratch.path(inbox))/new/6.jpg")
            })
        #expect(lines.contains("No photos, left alone: film.mp4"))
        #expect(!(shown.output + shown.errors).contains("Secret"))
        let moved = try Tool.run([
            "inbox", scratch.path(inbox), "--clients", scratch.path("all"), "--move", "--quiet",
        ])
        #expect(moved.status == 3)
        #expect(try scratch.read("all/Cleo/1.jpg") == clients[2].photos[3])
        #expect(try scratch.read("all/Anna/2.jpg") == clients[0].photos[3])
        #expect(
            try scratch.files(inbox) == [
                "3.jpg", "4.jpg", "7.jpg", "cut.jpg", "film.mp4", "new/5.jpg", "new/6.jpg",
            ])
        #expect(try scratch.files("all").count == before.count)
        // The result is the same bytes on one thread.
        try scratch.write("\(inbox)/1.jpg", clients[2].photos[3])
        let again = try Tool.run(arguments + ["--jobs", "1"])
        #expect(again.output == (try Tool.run(arguments)).output)
    }

    @Test("one person in two clients' folders is never guessed at")
    func twoFolders() throws {
        let clients = try ScalpPhotos.clients.get()
        let scratch = try Scratch()
        try scratch.write("all/Anna/1.jpg", clients[0].photos[1])
        try scratch.write("all/Hannah/1.jpg", clients[0].photos[2])
        try scratch.write("in/x.jpg", clients[0].photos[3])
        let outcome = try Tool.run(
            "inbox", scratch.path("in"), "--clients", scratch.path("all"), "--copy", "--quiet")
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("shows the same scalp as photos of Anna and Hannah"))
        #expect(try scratch.files("all").count == 2)
    }

    @Test("an empty inbox is fine, and folders that are wrong end with 1")
    func folders() throws {
        let scratch = try Scratch()
        try scratch.write("all/Anna/client.yaml", "")
        try scratch.write("in/x.txt", "")
        #expect(try Tool.run("inbox", scratch.path("in"), "--clients", scratch.path("all")).status == 0)
        for (inbox, clients) in [("none", "all"), ("in", "none"), ("all", "all"), ("in/x.txt", "all")] {
            let outcome = try Tool.run("inbox", scratch.path(inbox), "--clients", scratch.path(clients))
            #expect(outcome.status == 1 && outcome.output.isEmpty && !outcome.errors.isEmpty)
        }
    }
}
