import PhotoDecoding
import Raster

/// What a practitioner wrote down about a client: the content of `client.yaml`.
public struct ClientFile: Sendable, Equatable {
    /// The file's name in a client's folder.
    public static let name = "client.yaml"

    /// The name to show on the report; it goes into no log and no error.
    public var displayName: String?
    /// Treatment sessions, in order of time.
    public var sessions: [ClientSession] = []
    /// Scale of the photos, above 0, where no card gives it.
    public var pixelsPerMillimetre: Double?
    /// Dots per cm² as planned, above 0.
    public var targetDensity: Double?
    /// Itching and tenderness as logged, in order of time.
    public var symptoms: [ClientSymptom] = []
    /// What the practitioner noted, in order of time; for the practitioner's own eyes.
    public var notes: [ClientNote] = []
    /// What is known of single photos, by path under the client's folder.
    public var photos: [String: ClientPhotoNote] = [:]

    /// Scales that a photo can have, in pixels per millimetre: from a whole person in a small picture to a
    /// microscope.
    public static let possibleScales = 0.1...10_000.0

    /// Makes a file without entries.
    public init() {}

    /// The scale to use for a photo: its own, else the client's.
    ///
    /// - Parameter photo: Path under the client's folder.
    /// - Returns: Pixels per millimetre, or nil where neither is given.
    public func pixelsPerMillimetre(of photo: String) -> Double? {
        photos[photo]?.pixelsPerMillimetre ?? pixelsPerMillimetre
    }
}

/// A point in time as a person wrote it: with or without a time of day.
public struct WrittenDate: Sendable, Equatable {
    /// The date; noon where only a day was written.
    public var clock: WallClock
    /// Whether only a day was written.
    public var isWholeDay: Bool

    /// Makes a date.
    ///
    /// - Parameters:
    ///   - clock: The date; noon where only a day was written.
    ///   - isWholeDay: Whether only a day was written.
    public init(clock: WallClock, isWholeDay: Bool) {
        self.clock = clock
        self.isWholeDay = isWholeDay
    }
}

/// A treatment session as `client.yaml` tells it.
public struct ClientSession: Sendable, Equatable {
    /// When it was.
    public var date: WrittenDate
    /// How the pigment was set.
    public var technique: String?
    /// The needle.
    public var needle: String?
    /// The pigment.
    public var pigment: String?
    /// Who did it.
    public var practitioner: String?

    /// Technique, needle, pigment, practitioner: in that order where given.
    public var details: [String] { [technique, needle, pigment, practitioner].compactMap { $0 } }

    /// Makes a session.
    ///
    /// - Parameter date: When it was.
    public init(date: WrittenDate) {
        self.date = date
    }
}

/// Itching and tenderness on a day, 0…10.
public struct ClientSymptom: Sendable, Equatable {
    /// When.
    public var date: WrittenDate
    /// 0…10, nil where not logged.
    public var itching: Double?
    /// 0…10, nil where not logged.
    public var tenderness: Double?
    /// A remark.
    public var note: String?

    /// Makes an entry.
    ///
    /// - Parameter date: When.
    public init(date: WrittenDate) {
        self.date = date
    }
}

/// What the practitioner noted on a day.
public struct ClientNote: Sendable, Equatable {
    /// When.
    public var date: WrittenDate
    /// The note.
    public var text: String
    /// The photo that it is about, as a path under the client's folder, or nil.
    public var photo: String?

    /// Makes a note.
    ///
    /// - Parameters:
    ///   - date: When.
    ///   - text: The note.
    ///   - photo: The photo that it is about, or nil.
    public init(date: WrittenDate, text: String, photo: String? = nil) {
        self.date = date
        self.text = text
        self.photo = photo
    }
}

/// What `client.yaml` says of a single photo.
public struct ClientPhotoNote: Sendable, Equatable {
    /// When it was taken; this goes before the camera's own date.
    public var taken: WrittenDate?
    /// Which part of the head it shows.
    public var view: String?
    /// Whether it was taken before the session of its own day.
    public var before: Bool?
    /// Its scale, above 0.
    public var pixelsPerMillimetre: Double?
    /// Corners of the treated region in pixels of the upright photo, at least three.
    public var treated: [PixelPoint]?
    /// Corners of the reference region in pixels of the upright photo, at least three.
    public var reference: [PixelPoint]?
    /// Whether the photo is to be left out.
    public var exclude = false

    /// Makes a note without entries.
    public init() {}
}
