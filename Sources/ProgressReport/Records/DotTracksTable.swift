import PhotoSeries
import ScalpMeasurement

/// The table of every dot in every photo: `dot-tracks.csv`.
///
/// Columns `track,photo,x,y,load,state,load_standard_error,session`: places in the photo's own pixels, loads in
/// mm² where the view's anchor photo has a scale and in the anchor's px² elsewhere, `session` the date of the
/// session that made the dot.
public enum DotTracksTable {
    /// The first line, with its newline.
    public static let header = "track,photo,x,y,load,state,load_standard_error,session\n"

    /// The whole table.
    ///
    /// - Parameter report: All that is told of the client.
    /// - Returns: Header and a row for each track point, in the report's order.
    public static func text(for report: ClientReport) -> String {
        let names = report.photos.map { photo in
            var cell = CSVRow()
            cell.addForeign(photo.file)
            return String(cell.line.dropLast())
        }
        let areas = squareMillimetresPerPixel(in: report)
        let sessions = report.sessions.map(\.date.dateText)
        var text = header
        for point in report.tracks where names.indices.contains(point.photo) {
            let area = areas[point.photo]
            text += "\(point.track),"
            text += names[point.photo]
            text += ","
            text += number(point.position?.x, decimals: 2)
            text += ","
            text += number(point.position?.y, decimals: 2)
            text += ","
            text += significant(point.load.map { $0.value * area })
            text += ","
            text += point.state.rawValue
            text += ","
            text += significant(point.load.map { $0.standardError * area })
            text += ","
            if let session = point.session, sessions.indices.contains(session) { text += sessions[session] }
            text += "\n"
        }
        return text
    }

    /// For each photo what a pixel of its view's anchor is in mm²; 1 where the anchor has no scale.
    private static func squareMillimetresPerPixel(in report: ClientReport) -> [Double] {
        var byView: [Int: Double] = [:]
        for photo in report.photos {
            guard let registration = photo.visit?.registration, registration.homography == .identity,
                byView[registration.view] == nil, case .success(let measurement) = photo.outcome,
                let scale = measurement.scale
            else { continue }
            byView[registration.view] = 1 / (scale.pixelsPerMillimetre * scale.pixelsPerMillimetre)
        }
        return report.photos.map { photo in photo.visit.flatMap { byView[$0.registration.view] } ?? 1 }
    }

    private static func number(_ value: Double?, decimals: Int) -> String {
        value.flatMap { NumberText.rounded($0, decimals: decimals) } ?? ""
    }

    private static func significant(_ value: Double?) -> String {
        value.flatMap { NumberText.significant($0, digits: 5) } ?? ""
    }
}
