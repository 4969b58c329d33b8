import Dispatch
import Glibc
import ScalplineApp

/// Ctrl-C and a plain `kill`: once they ask a run to stop, twice they end it.
final class Interruption {
    private let sources: [any DispatchSourceSignal]
    private static let signals = [SIGINT, SIGTERM]

    /// Listens from now on.
    ///
    /// - Parameter stop: What is asked.
    init(_ stop: StopRequest) {
        sources = Self.signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                guard !stop.isRequested else { exit(128 + number) }
                stop.request()
                Console.complain("stopping: the photos in hand are finished first; once more ends at once.")
            }
            source.resume()
            return source
        }
    }

    /// Listens no more.
    func end() {
        for source in sources { source.cancel() }
        for number in Self.signals { signal(number, SIG_DFL) }
    }
}
