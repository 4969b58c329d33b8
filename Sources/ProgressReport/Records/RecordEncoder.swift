import HealingCurve
import PhotoSeries
import Raster
import ScalpMeasurement

/// Writes what was measured as JSON: the contract's `scalpline.photo/1` and `scalpline.series/1`.
///
/// Numbers are rounded as far as they mean something: a value and its standard error to four digits of the
/// error, places to 0.01 pixel. The same values give the same bytes.
public enum RecordEncoder {
    /// Schema of a photo's record.
    public static let photoSchema = "scalpline.photo/1"
    /// Schema of a client's `series.json`.
    public static let seriesSchema = "scalpline.series/1"
    /// Name of the table of dots beside `series.json`.
    public static let dotTracksName = "dot-tracks.csv"

    /// A photo's record as one line of JSON, without a newline.
    ///
    /// - Parameters:
    ///   - photo: The photo, measured or failed.
    ///   - method: `scalpline` and its version.
    ///   - dots: Whether every dot is listed.
    /// - Returns: One JSON object.
    public static func line(for photo: ReportPhoto, method: String, dots: Bool) -> String {
        JSONValue.object(members(of: photo, method: method, dots: dots)).text
    }

    /// A record's members in the contract's order.
    static func members(of photo: ReportPhoto, method: String, dots: Bool) -> [(String, JSONValue)] {
        var members: [(String, JSONValue)] = [
            ("schema", .string(photoSchema)), ("method", .string(method)), ("file", .string(photo.file)),
        ]
        switch photo.outcome {
        case .failure(let failure):
            members.append(("error", error(failure)))
        case .success(let measurement):
            members += [
                ("sha256", .string(photo.sha256)), ("width", .integer(photo.width)),
                ("height", .integer(photo.height)), ("taken", .text(photo.taken?.text)),
                ("dateSource", .text(photo.dateSource)),
                ("pixelsPerMillimetre", .significant(measurement.scale?.pixelsPerMillimetre, 6)),
                ("scaleSource", .text(measurement.scale?.source.rawValue)),
                ("quality", quality(measurement.quality)),
                ("warnings", .array(photo.warnings.map { .string($0.rawValue) })),
                ("redness", redness(measurement.redness)),
                ("darkness", darkness(measurement.darkness)),
                ("coverage", .object(estimate(measurement.coverage))),
                ("density", density(measurement.density, hasScale: measurement.scale != nil)),
                ("scabs", scabs(measurement.scabs)),
            ]
            if dots { members.append(("dots", .raw(list(measurement.dots, scale: measurement.scale)))) }
        }
        return members
    }

    /// The contract's `error`.
    static func error(_ failure: PhotoFailure) -> JSONValue {
        .object([("code", .string(failure.code)), ("message", .string(failure.message))])
    }

    /// A value, its standard error and, where it is missing, the reason.
    static func estimate(
        _ measured: Measured, value: String = "value", error: String = "standardError"
    ) -> [(String, JSONValue)] {
        switch measured {
        case .known(let known):
            let decimals = NumberText.decimals(forError: known.standardError, of: known.value)
            return [
                (value, .decimal(known.value, decimals)), (error, .decimal(known.standardError, decimals)),
            ]
        case .unknown(let reason):
            return [(value, .null), (error, .null), ("reason", .string(reason.rawValue))]
        }
    }

    private static func quality(_ quality: PhotoQuality) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("usable", .bool(quality.usable)),
            ("problems", .array(quality.problems.map { .string($0.rawValue) })),
            ("blurPixels", .decimal(quality.blurPixels, 3)),
            ("clippedFraction", .decimal(quality.clippedFraction, 5)),
            ("glareFraction", .decimal(quality.glareFraction, 5)),
            ("lightGradient", .decimal(quality.lightGradient, 4)),
            ("skinFraction", .decimal(quality.skinFraction, 4)),
        ]
        if quality.blurPixels == nil {
            // The blur is read off the dots, which need skin to lie on.
            let reason: Reason = quality.problems.contains(.noSkin) ? .noSkin : .tooFewDots
            members.append(("reason", .string(reason.rawValue)))
        }
        return .object(members)
    }

    private static func redness(_ redness: Redness) -> JSONValue {
        .object(
            estimate(redness.difference) + [
                ("erythemaIndex", .decimal(redness.erythemaIndex, 3)),
                ("referenceErythemaIndex", .decimal(redness.referenceErythemaIndex, 3)),
                ("deltaA", .decimal(redness.deltaA, 3)),
                ("individualTypologyAngle", .decimal(redness.individualTypologyAngle, 2)),
            ])
    }

    private static func darkness(_ darkness: PigmentDarkness) -> JSONValue {
        var members = estimate(darkness.pigmentLoad, value: "pigmentLoad").filter { $0.0 != "reason" }
        members += estimate(
            darkness.opticalDensity, value: "opticalDensity", error: "opticalDensityStandardError"
        ).filter { $0.0 != "reason" }
        members += estimate(darkness.tone, value: "tone", error: "toneStandardError")
            .filter { $0.0 != "reason" }
        // One word for the three: what hides one hides the others.
        let reason =
            darkness.pigmentLoad.reason ?? darkness.opticalDensity.reason ?? darkness.tone.reason
        if let reason { members.append(("reason", .string(reason.rawValue))) }
        return .object(members)
    }

    private static func density(_ density: DotDensity, hasScale: Bool) -> JSONValue {
        var members = estimate(density.value)
        members.insert(("unit", .string(hasScale ? "dots/cm2" : "dots/Mpx")), at: 2)
        members.insert(("count", .integer(density.count)), at: 3)
        if let completeness = density.completeness {
            members.append(("completeness", .decimal(completeness, 4)))
        }
        members.append(
            ("areaSquareCentimetres", hasScale ? .significant(density.areaSquareCentimetres, 6) : .null))
        if !hasScale { members.append(("areaMegapixels", .significant(density.areaMegapixels, 6))) }
        return .object(members)
    }

    private static func scabs(_ scabs: Scabs) -> JSONValue {
        .object(
            estimate(scabs.areaFraction, value: "areaFraction") + [("count", .integer(scabs.count))])
    }

    /// Every dot as `[x, y, diameterPixels, opticalDensity, pigmentLoad]`.
    private static func list(_ dots: [Dot], scale: PhotoScale?) -> String {
        let perPixel = scale.map { 1 / ($0.pixelsPerMillimetre * $0.pixelsPerMillimetre) } ?? 1
        var text = "["
        for (index, dot) in dots.enumerated() {
            text += index > 0 ? ",[" : "["
            text += NumberText.rounded(dot.position.x, decimals: 2) ?? "null"
            text += ","
            text += NumberText.rounded(dot.position.y, decimals: 2) ?? "null"
            text += ","
            text += NumberText.rounded(dot.diameterInPixels, decimals: 2) ?? "null"
            text += ","
            text += NumberText.rounded(dot.opticalDensity, decimals: 3) ?? "null"
            text += ","
            text += NumberText.significant(dot.loadInSquarePixels * perPixel, digits: 5) ?? "null"
            text += "]"
        }
        return text + "]"
    }
}
