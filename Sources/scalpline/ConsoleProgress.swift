import Glibc
import ScalplineApp

/// A bar or lines on standard error: photos done, how fast, how long still.
final class ConsoleProgress: RunProgress {
    private static let barWidth = 30
    /// Plain lines at every tenth of the photos.
    private static let plainSteps = 10
    private let bar: Bool
    private var pace = Pace(photos: 0)
    private var client = ""
    private var toldSteps = 0

    init(bar: Bool) {
        self.bar = bar
    }

    func begin(photos: Int, unchangedClients: Int) {
        pace = Pace(photos: photos)
        client = ""
        toldSteps = 0
        if unchangedClients > 0 {
            let clients = unchangedClients == 1 ? "1 client is" : "\(unchangedClients) clients are"
            Console.write("\(clients) unchanged since the last run.\n", to: 2)
        }
        if bar, photos > 0 { draw() }
    }

    func photoDone(_ photo: PhotoProgress) {
        pace.add(photo)
        client = photo.client ?? ""
        if let failure = photo.failure { note("\(photo.path): \(failure)") }
        if bar {
            draw()
        } else if pace.photos > 1 {
            let steps = pace.done * Self.plainSteps / pace.photos
            if steps > toldSteps {
                toldSteps = steps
                Console.write(pace.words + "\n", to: 2)
            }
        }
    }

    func clientDone(_ id: String, photos: Int) { pace.clients += 1 }

    func note(_ text: String) {
        if bar { Console.write("\r\u{1B}[K", to: 2) }
        Console.complain(text)
        if bar { draw() }
    }

    func end() {
        if bar { Console.write("\r\u{1B}[K", to: 2) }
    }

    private func draw() {
        let filled = pace.photos > 0 ? min(Self.barWidth, pace.done * Self.barWidth / pace.photos) : 0
        let line =
            String(repeating: "#", count: filled) + String(repeating: ".", count: Self.barWidth - filled)
        let name = client.isEmpty ? "" : " · " + Console.printable(String(client.prefix(Self.barWidth)))
        Console.write("\r\u{1B}[K[\(line)] \(pace.words)\(name)", to: 2)
    }
}

/// How far and how fast a run is.
struct Pace {
    /// Photos in all.
    let photos: Int
    /// Photos that are done.
    private(set) var done = 0
    /// Photos that had to be measured.
    private(set) var measured = 0
    /// Clients that are done.
    var clients = 0
    private let start = ContinuousClock.now

    /// Begins now.
    ///
    /// - Parameter photos: Photos in all.
    init(photos: Int) { self.photos = photos }

    /// Counts a photo.
    mutating func add(_ photo: PhotoProgress) {
        done += 1
        if !photo.isKnown, photo.failure == nil { measured += 1 }
    }

    /// Seconds since the beginning.
    private var seconds: Double {
        let passed = (ContinuousClock.now - start).components
        return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
    }
    /// Photos a second; nil before it is worth telling.
    var perSecond: Double? { done > 1 && seconds > Self.soonest ? Double(done) / seconds : nil }
    /// Seconds still to come; nil before it is worth telling.
    var secondsLeft: Double? { perSecond.map { Double(photos - done) / $0 } }

    /// A speed told before so many seconds have passed says nothing.
    private static let soonest = 1.0

    /// As `12 of 60 photos, 2.1 a second, about 23 s left`.
    var words: String {
        let count = "\(done) of \(photos) photos"
        guard let perSecond, let secondsLeft, done < photos else { return count }
        let tenths = Int((perSecond * 10).rounded())
        return count + ", \(tenths / 10).\(tenths % 10) a second, about \(Self.span(secondsLeft)) left"
    }

    private static func span(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        if whole < 100 { return "\(whole) s" }
        let minutes = (whole + 59) / 60
        return minutes < 100 ? "\(minutes) min" : "\((minutes + 59) / 60) h"
    }
}
