import Raster

extension RGBImage {
    /// What ``luminance`` must give: the oracle of its tests.
    package var luminanceReference: Plane {
        var result = Plane(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width {
                result[x, y] =
                    LuminanceShare.red * red[x, y] + LuminanceShare.green * green[x, y]
                    + LuminanceShare.blue * blue[x, y]
            }
        }
        return result
    }
}
