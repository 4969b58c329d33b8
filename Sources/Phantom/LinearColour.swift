/// A colour in linear sRGB (D65), or three numbers that multiply one.
public struct LinearColour: Sendable, Equatable {
    /// Linear red.
    public var red: Double
    /// Linear green.
    public var green: Double
    /// Linear blue.
    public var blue: Double

    /// Makes a colour.
    ///
    /// - Parameters:
    ///   - red: Linear red.
    ///   - green: Linear green.
    ///   - blue: Linear blue.
    public init(_ red: Double, _ green: Double, _ blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Relative luminance `Y = 0.2126 R + 0.7152 G + 0.0722 B`.
    public var luminance: Double {
        Self.luminanceOfRed * red + Self.luminanceOfGreen * green + Self.luminanceOfBlue * blue
    }

    /// Share of red in the luminance (IEC 61966-2-1).
    static let luminanceOfRed = 0.2126
    /// Share of green in the luminance (IEC 61966-2-1).
    static let luminanceOfGreen = 0.7152
    /// Share of blue in the luminance (IEC 61966-2-1).
    static let luminanceOfBlue = 0.0722
}
