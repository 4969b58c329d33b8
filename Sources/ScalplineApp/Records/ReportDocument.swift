import Foundation
import ProgressReport

/// A client's report as the records keep it: JSON, and the pictures beside it.
///
/// What stands in files of its own (every dot, its tracks, the warps) is left out: the pages don't tell it.
enum ReportDocument {
    /// The report that the pages are made from, now and later.
    ///
    /// - Parameter report: All that is told of a client.
    /// - Returns: The report without what no page tells.
    static func told(_ report: ClientReport) -> ClientReport {
        var told = report
        told.tracks = []
        for index in told.photos.indices {
            told.photos[index].visit?.registration.warp = nil
            if case .success(var measurement) = told.photos[index].outcome {
                measurement.dots = []
                told.photos[index].outcome = .success(measurement)
            }
        }
        return told
    }

    /// Takes a report apart.
    ///
    /// - Parameter report: What ``told(_:)`` gave.
    /// - Returns: The report as JSON, and its pictures in order.
    static func parts(of report: ClientReport) -> (json: [UInt8], pictures: [[UInt8]]) {
        var bare = report
        var pictures: [[UInt8]] = []
        bare.exchangePictures { picture in
            pictures.append(picture)
            return []
        }
        return (RecordedJSON.bytes(of: bare), pictures)
    }

    /// Puts a report together again.
    ///
    /// - Parameters:
    ///   - json: The report.
    ///   - pictures: Its pictures in order.
    /// - Returns: The report; nil where the two are not what ``parts(of:)`` gave.
    static func report(json: [UInt8], pictures: [[UInt8]]) -> ClientReport? {
        guard var report = RecordedJSON.value(ClientReport.self, of: json) else { return nil }
        var rest = pictures[...]
        report.exchangePictures { _ in rest.popFirst() ?? [] }
        return rest.isEmpty ? report : nil
    }
}

/// JSON in the records: the same value gives the same bytes, and the bytes give the value back.
enum RecordedJSON {
    /// A value as JSON.
    static func bytes(of value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: infinite, negativeInfinity: "-" + infinite, nan: noNumber)
        guard let data = try? encoder.encode(value) else { preconditionFailure("a value of records is JSON") }
        return [UInt8](data)
    }

    /// The value of some JSON; nil where it is of another kind.
    static func value<Value: Decodable>(_ type: Value.Type, of bytes: [UInt8]) -> Value? {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: infinite, negativeInfinity: "-" + infinite, nan: noNumber)
        return try? decoder.decode(type, from: Data(bytes))
    }

    private static let infinite = "inf"
    private static let noNumber = "nan"
}

extension ClientReport {
    /// Hands over each picture, in a fixed order, and puts what comes back in its place.
    fileprivate mutating func exchangePictures(_ exchange: ([UInt8]) -> [UInt8]) {
        for index in photos.indices {
            guard let thumbnail = photos[index].visit?.thumbnail else { continue }
            photos[index].visit?.thumbnail = exchange(thumbnail)
        }
        for view in views.indices {
            for visit in views[view].visits.indices {
                views[view].visits[visit].picture = exchange(views[view].visits[visit].picture)
            }
            if let map = views[view].map { views[view].map?.picture = exchange(map.picture) }
        }
    }
}
