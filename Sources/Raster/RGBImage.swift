/// A picture in linear sRGB (D65): three planes of the same size, 0…1 for colours inside sRGB.
///
/// Colours outside sRGB may lie below 0 or above 1; nothing is clipped here. Gamma-coded bytes are never
/// held in this type.
public struct RGBImage: Sendable, Equatable {
    /// Linear red.
    public var red: Plane
    /// Linear green.
    public var green: Plane
    /// Linear blue.
    public var blue: Plane

    /// Pixels in a row.
    public var width: Int { red.width }
    /// Rows.
    public var height: Int { red.height }

    /// Makes a picture of three planes of one size.
    ///
    /// - Parameters:
    ///   - red: Linear red.
    ///   - green: Linear green, of the same size.
    ///   - blue: Linear blue, of the same size.
    public init(red: Plane, green: Plane, blue: Plane) {
        precondition(red.width == green.width && red.width == blue.width, "planes of one size")
        precondition(red.height == green.height && red.height == blue.height, "planes of one size")
        self.red = red
        self.green = green
        self.blue = blue
    }
}
