import Foundation

/// A client's `series.json` as comparing groups reads it, made up.
struct MadeUpSeries {
    /// A photo.
    struct Photo {
        var day: Double
        var darkness: Double?
        var session = 0
        var view = "main"
        var usable = true
        var dateSource = "exif"
        var unit = "dots/cm2"
    }

    var id: String
    /// What is noted of each session, a fortnight apart.
    var sessions: [[String: String]] = [["technique": "hairline"]]
    var photos = [0.0, 30, 90].map { Photo(day: $0, darkness: 1 - $0 / 300) }
    var assumed = false
    var error: String?
    var method = "scalpline 1"

    /// The record's bytes.
    func bytes() throws -> [UInt8] {
        func date(_ session: Int) -> String { "2026-03-0\(session + 1)" }
        let photos = photos.map { photo -> [String: Any] in
            [
                "schema": "scalpline.photo/1", "method": method, "file": "\"dots\":[ \(photo.day).jpg",
                "view": photo.view, "day": photo.day, "dateSource": photo.dateSource,
                "pixelsPerMillimetre": 19,
                "quality": ["usable": photo.usable, "problems": [], "blurPixels": 1.2] as [String: Any],
                "redness": ["value": 1, "standardError": 0.5, "individualTypologyAngle": 40],
                "coverage": ["value": 0.03, "standardError": 0.001],
                "density": ["value": 70, "standardError": 2, "unit": photo.unit] as [String: Any],
                "dots": [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]],
                "relativeDarkness": [
                    "value": photo.darkness.map { $0 as Any } ?? NSNull(), "standardError": 0.02,
                ],
                "bySession": (0...photo.session).map { ["date": date($0)] },
            ]
        }
        var record: [String: Any] = [
            "schema": "scalpline.series/1", "method": method, "client": id, "sessionsAssumed": assumed,
            "sessions": sessions.enumerated().map { index, noted in
                noted.merging(["date": date(index)]) { $1 }
            },
            "photos": photos + [
                ["schema": "scalpline.photo/1", "method": method, "file": "x", "error": ["code": "empty"]]
            ],
        ]
        if let error { record["error"] = ["code": error, "message": "m"] }
        return [UInt8](try JSONSerialization.data(withJSONObject: record))
    }
}
