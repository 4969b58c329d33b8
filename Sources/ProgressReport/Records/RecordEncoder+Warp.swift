import PhotoSeries

extension RecordEncoder {
    /// Name of the file of a photo's warp.
    ///
    /// - Parameter number: The photo's place in `series.json`, 0 first.
    /// - Returns: A name in the client's folder.
    public static func warpName(ofPhoto number: Int) -> String { "warp-\(number).json" }

    /// What a photo's homography leaves over as a JSON object (schema `scalpline.warp/1`), ended by a newline.
    ///
    /// `dx` and `dy`, row by row, are to be added to what the homography makes of the photo's pixel
    /// `(left + column · step, top + row · step)`; between the corners they are linear in both directions.
    ///
    /// - Parameters:
    ///   - warp: The grid.
    ///   - photo: The photo's name.
    /// - Returns: One JSON object.
    public static func warp(_ warp: WarpGrid, photo: String) -> String {
        var text = ""
        JSONValue.object([
            ("schema", .string("scalpline.warp/1")), ("photo", .string(photo)), ("left", .integer(0)),
            ("top", .integer(0)), ("step", .significant(warp.step, 10)), ("columns", .integer(warp.columns)),
            ("rows", .integer(warp.rows)), ("dx", .array(warp.dx.map { .decimal($0, 4) })),
            ("dy", .array(warp.dy.map { .decimal($0, 4) })),
        ]).write(to: &text)
        return text + "\n"
    }
}
