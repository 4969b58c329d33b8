import Foundation
import PhotoDecoding
import SteadyMath

/// Our own photos cut off at every percent, and with bits that flip.
enum Damage {
    /// Flips of one bit tried on each photo.
    static let flips = 2_000

    /// What becomes of bytes that may be anything: a picture of finite numbers or an error with a message.
    static func outcome(_ bytes: [UInt8]) -> Tally.Outcome {
        do throws(PhotoDecodingError) {
            let image = try PhotoDecoder().photo(from: bytes).image
            for plane in [image.red, image.green, image.blue] {
                for sample in plane.samples where !sample.isFinite { return .wrong("a number that is none") }
            }
            return .equal
        } catch {
            return error.message.isEmpty ? .wrong("no message") : .refused
        }
    }

    /// One photo, damaged in every way.
    static func tally(of file: URL) -> Tally {
        let name = file.lastPathComponent
        var tally = Tally("cut and flipped: \(name)")
        let whole = [UInt8]((try? Data(contentsOf: file)) ?? Data())
        for percent in 0..<100 {
            tally.add("\(percent) %", outcome(Array(whole.prefix(whole.count * percent / 100))))
        }
        var random = SeededRandom(seed: 41)
        for flip in 0..<flips where !whole.isEmpty {
            // Half of the flips in the first kilobyte, where the structure is.
            let span = flip % 2 == 0 ? whole.count : min(whole.count, 1_024)
            let place = min(Int(random.uniform() * Double(span * 8)), span * 8 - 1)
            var bytes = whole
            bytes[place / 8] ^= 1 << UInt8(place % 8)
            tally.add("bit \(place)", outcome(bytes))
        }
        return tally
    }
}
