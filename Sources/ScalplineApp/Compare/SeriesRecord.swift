import ClientRecords
import Foundation
import ProgressReport

/// A client's `series.json` as comparing groups needs it: what was measured, without the dots.
package struct SeriesRecord: Decodable, Sendable {
    /// A value with its error; null where it cannot be given.
    struct Value: Decodable, Sendable {
        var value: Double?
        var standardError: Double?
        var unit: String?
    }

    /// What is told of the skin's redness.
    struct Redness: Decodable, Sendable {
        var value: Double?
        var standardError: Double?
        var individualTypologyAngle: Double?
    }

    /// What is told of the photo.
    struct Quality: Decodable, Sendable {
        var usable: Bool
        var blurPixels: Double?
    }

    /// A session that a photo came after.
    struct Done: Decodable, Sendable {
        var date: String
    }

    /// A photo; one that could not be read has a file's name alone.
    package struct Photo: Decodable, Sendable {
        var view: String?
        var day: Double?
        var dateSource: String?
        var pixelsPerMillimetre: Double?
        var quality: Quality?
        var redness: Redness?
        var coverage: Value?
        var density: Value?
        var relativeDarkness: Value?
        var bySession: [Done]?
    }

    /// A session.
    struct Session: Decodable, Sendable {
        var date: String
        var technique: String?
        var needle: String?
        var pigment: String?
        var practitioner: String?

        /// What is noted of a factor.
        subscript(factor: SessionFactor) -> String? {
            switch factor {
            case .technique: technique
            case .needle: needle
            case .pigment: pigment
            case .practitioner: practitioner
            }
        }
    }

    /// What went wrong with the client.
    struct Failure: Decodable, Sendable {
        var code: String
    }

    var schema: String
    var method: String
    var client: String
    var error: Failure?
    var sessionsAssumed: Bool
    var sessions: [Session]
    /// All photos.
    package var photos: [Photo]
}
