import ClientRecords
import Foundation
import ProgressReport

/// `align.json`: what was brought over what, and what was not (schema `scalpline.align/1`).
struct AlignRecord {
    /// Name of the file.
    static let name = "align.json"
    private static let schema = "scalpline.align/1"
    /// Larger files are not ours.
    private static let largest = 64 << 20

    /// A view's frame.
    struct View {
        /// Name of the view.
        var name: String
        /// File of the anchor photo.
        var anchor: String
        /// What part of the anchor is drawn, and how large.
        var frame: AnchorFrame
    }

    /// A photo and its picture.
    struct Entry {
        /// The photo, as the report tells it.
        var photo: ReportPhoto
        /// Its place in `series.json`, which numbers its warp.
        var number: Int
        /// Path of its picture in the output, or nil.
        var file: String?
        /// Share of the frame that it shows.
        var shown: Double?
        /// Why there is no picture, where the photo could be read and is registered all the same.
        var failure: PhotoFailure?
    }

    var client: String
    var failure: PhotoFailure?
    var isCommon: Bool
    var views: [View]
    var entries: [Entry]

    /// The record as text, one photo a line, ended by a newline.
    var text: String {
        var text = "{\n \"schema\":"
        JSONValue.string(Self.schema).write(to: &text)
        text += ",\n \"method\":\(JSONValue.string(Scalpline.method).text),\n"
        text += " \"client\":\(JSONValue.string(client).text),\n"
        if let failure { text += " \"error\":\(Self.error(failure).text),\n" }
        text += " \"common\":\(isCommon),\n"
        text += " \"views\":[" + Self.lines(views.map(Self.view)) + "],\n"
        text += " \"photos\":[" + Self.lines(entries.map(Self.entry)) + "]\n}\n"
        return text
    }

    private static func lines(_ values: [JSONValue]) -> String {
        values.isEmpty ? "" : values.map { "\n  \($0.text)" }.joined(separator: ",") + "\n "
    }

    private static func error(_ failure: PhotoFailure) -> JSONValue {
        .object([("code", .string(failure.code)), ("message", .string(failure.message))])
    }

    private static func view(_ view: View) -> JSONValue {
        .object([
            ("view", .string(view.name)), ("anchor", .string(view.anchor)),
            ("width", .integer(view.frame.columns)), ("height", .integer(view.frame.rows)),
            // Pixel (x, y) of a picture lies at (left + x · step, top + y · step) of the anchor's pixels, at
            // (left − x · step, …) where the picture is the anchor's mirror image.
            ("left", .decimal(view.frame.place(x: 0, y: 0).x, 4)),
            ("top", .decimal(view.frame.place(x: 0, y: 0).y, 4)),
            ("step", .significant(abs(view.frame.width) / Double(view.frame.columns), 10)),
            ("mirrored", .bool(view.frame.width < 0)),
        ])
    }

    private static func entry(_ entry: Entry) -> JSONValue {
        let photo = entry.photo
        var members: [(String, JSONValue)] = [
            ("photo", .string(photo.file)), ("file", .text(entry.file)),
            ("sha256", .text(photo.sha256.isEmpty ? nil : photo.sha256)),
            ("taken", .text(photo.taken?.text)), ("dateSource", .text(photo.dateSource)),
        ]
        if case .failure(let failure) = photo.outcome {
            return .object(members + [("error", error(failure))])
        }
        let visit = photo.visit
        let registration = visit?.registration
        let map = registration?.homography.map { map in
            JSONValue.array(map.elements.map { .significant($0, 10) })
        }
        let warp =
            registration?.warp == nil || entry.file == nil
            ? nil : RecordEncoder.warpName(ofPhoto: entry.number)
        members += [
            ("day", .decimal(visit?.day, 4)), ("stage", .text(visit?.stage?.rawValue)),
            ("view", .text(visit?.view)), ("homography", map ?? .null), ("warp", .text(warp)),
            ("mirrored", .bool(registration?.mirrored ?? false)), ("shown", .decimal(entry.shown, 4)),
            ("residualPixels", .decimal(registration?.residualPixels, 3)),
            (
                "reason",
                entry.file != nil ? .null : .string(registration?.reason?.rawValue ?? "not-registered")
            ),
        ]
        if let failure = entry.failure { members.append(("error", error(failure))) }
        return .object(members)
    }

    /// Files of the run that wrote the record in a folder; empty where there is none of ours.
    ///
    /// - Parameter folder: The output.
    /// - Returns: Their paths in it; never one that leads out of it or that `align` would not give.
    static func files(in folder: BytePath) -> [String] {
        struct Known: Decodable {
            struct Photo: Decodable { var file: String?, warp: String? }
            var schema: String
            var photos: [Photo]
        }
        guard let bytes = try? FileSystem.read(folder.appending(name), atMost: largest),
            let known = try? JSONDecoder().decode(Known.self, from: Data(bytes)), known.schema == schema
        else { return [] }
        return known.photos.flatMap { [$0.file, $0.warp] }.compactMap { $0 }.filter(AlignedNames.isOwn)
    }
}
