import Foundation
import HealingCurve
import ProgressReport

/// What an earlier run said of a client, read from its `series.json`.
///
/// A later photo may change an earlier verdict: that is told by comparing the two runs. What differs because the
/// method, the expected curve, the planned density, a photo's date or its sessions are others is no photo's doing and is
/// not compared.
package struct EarlierRun: Equatable {
    /// What it said of one photo.
    private struct Photo: Equatable, Decodable {
        var file: String
        var sha256: String
        var day: Double?
        var expected: [String: Verdict]

        struct Verdict: Equatable, Decodable { var status: String }
    }

    private struct Curve: Equatable, Decodable { var sha256: String }

    private struct Revision: Decodable { var photo, measure, before, after: String }

    /// The program and its version that wrote it.
    private var method: String?
    /// The expected curve that it used.
    private var curve: Curve?
    /// Dots per cm² as planned, as the file says it.
    private var targetDensity: String?
    /// Its measured photos by file.
    private var photos: [String: Photo] = [:]
    /// Verdicts that it had found changed itself.
    private var revised: [RevisedVerdict] = []

    /// Reads an earlier run from the file's bytes, a line at a time, so that it takes no more memory than one photo;
    /// nil where they are not what this program writes.
    ///
    /// - Parameter bytes: The file's bytes.
    package init?(reading bytes: [UInt8]) {
        let newline = UInt8(ascii: "\n")
        guard bytes.suffix(2).elementsEqual([UInt8(ascii: "}"), newline]) else { return nil }
        var section = Substring()
        for line in bytes.split(separator: newline) {
            if line.starts(with: Array("  {".utf8)) {
                guard read(line, of: section) else { return nil }
            } else if line.starts(with: Array(" \"".utf8)) {
                let text = String(decoding: line, as: UTF8.self)
                let parts = text.split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { return nil }
                section = parts[0].dropFirst(2).dropLast()
                let value = Self.withoutComma(Substring(parts[1]))
                switch section {
                case "schema":
                    guard Self.decode(String.self, value) == RecordEncoder.seriesSchema else { return nil }
                case "method": method = Self.decode(String.self, value)
                case "expectedCurve": curve = Self.decode(Curve.self, value)
                case "targetDensity": targetDensity = String(value)
                default: break
                }
            }
        }
        guard method != nil else { return nil }
    }

    /// The verdicts on earlier photos that a new run's photos have changed.
    ///
    /// Without a new photo the earlier run's list stands, as far as it still says what is told now: running again
    /// changes nothing.
    ///
    /// - Parameter report: The new run.
    /// - Returns: In the photos' and measures' order.
    package func revised(in report: ClientReport) -> [RevisedVerdict] {
        guard method == report.method, curve?.sha256 == report.curve?.sha256 else { return [] }
        let measured = report.photos.filter { if case .success = $0.outcome { true } else { false } }
        let hasNewPhoto = measured.contains { photos[$0.file]?.sha256 != $0.sha256 }
        guard hasNewPhoto else {
            return revised.filter { entry in
                measured.contains { photo in
                    photo.file == entry.photo
                        && report.verdict(on: entry.measure, in: photo)?.status == entry.after
                }
            }
        }
        guard targetDensity == JSONValue.significant(report.targetDensity, 6).text else { return [] }
        return measured.flatMap { photo -> [RevisedVerdict] in
            guard let known = photos[photo.file], known.sha256 == photo.sha256,
                let day = photo.visit?.day, let text = NumberText.rounded(day, decimals: 4),
                known.day == Double(text)
            else { return [] }
            return CurveMeasure.allCases.compactMap { measure in
                guard let word = known.expected[measure.rawValue]?.status,
                    let before = CurveStatus(rawValue: word),
                    let after = report.verdict(on: measure, in: photo)?.status, before != after
                else { return nil }
                return RevisedVerdict(photo: photo.file, measure: measure, before: before, after: after)
            }
        }
    }

    /// Takes a list's entry in.
    ///
    /// - Returns: Whether it can be read; entries of other lists are passed over.
    private mutating func read(_ line: ArraySlice<UInt8>, of section: Substring) -> Bool {
        guard section == "photos" || section == "revised" else { return true }
        let text = Self.withoutComma(Substring(decoding: line, as: UTF8.self))
        if section == "photos" {
            // A photo that could not be read has no verdicts.
            if let photo = Self.decode(Photo.self, text) { photos[photo.file] = photo }
            return true
        }
        guard let entry = Self.decode(Revision.self, text),
            let measure = CurveMeasure(rawValue: entry.measure),
            let before = CurveStatus(rawValue: entry.before), let after = CurveStatus(rawValue: entry.after)
        else { return false }
        revised.append(
            RevisedVerdict(photo: entry.photo, measure: measure, before: before, after: after))
        return true
    }

    private static func withoutComma(_ text: Substring) -> Substring {
        text.hasSuffix(",") ? text.dropLast() : text
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ text: Substring) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
