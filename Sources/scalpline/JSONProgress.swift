import ProgressReport
import ScalplineApp

/// A JSON object a line on standard error, for a program that shows how far a run is.
final class JSONProgress: RunProgress {
    private var pace = Pace(photos: 0)

    func begin(photos: Int, unchangedClients: Int) {
        pace = Pace(photos: photos)
        tell([
            ("event", .string("begin")), ("photos", .integer(photos)),
            ("unchangedClients", .integer(unchangedClients)),
        ])
    }

    func photoDone(_ photo: PhotoProgress) {
        pace.add(photo)
        let state = photo.failure != nil ? "failed" : photo.isKnown ? "known" : "measured"
        tell([
            ("event", .string("photo")), ("client", .text(photo.client)),
            ("photo", .string(photo.file)), ("state", .string(state)),
            ("message", .text(photo.failure)), ("done", .integer(pace.done)),
            ("of", .integer(pace.photos)), ("photosPerSecond", .decimal(pace.perSecond, 1)),
            ("secondsLeft", .decimal(pace.secondsLeft, 1)),
        ])
    }

    func clientDone(_ id: String, photos: Int) {
        tell([("event", .string("client")), ("client", .string(id)), ("photos", .integer(photos))])
    }

    func note(_ text: String) { tell([("event", .string("note")), ("message", .string(text))]) }

    func end() {
        tell([
            ("event", .string("end")), ("done", .integer(pace.done)), ("measured", .integer(pace.measured)),
        ])
    }

    private func tell(_ members: [(String, JSONValue)]) {
        Console.write(JSONValue.object(members).text + "\n", to: 2)
    }
}
