/// One channel of a picture: `height` rows of `width` Floats, row by row from the top left.
///
/// What a value means (linear light, its logarithm, an erythema index) is said where a plane is used.
/// Pixel (0, 0) is the top-left pixel and its centre is at (0, 0).
public struct Plane: Sendable, Equatable {
    /// Pixels in a row, at least 1.
    public let width: Int
    /// Rows, at least 1.
    public let height: Int
    /// The samples, `width · height` of them, row by row.
    public var samples: [Float]

    /// Makes a plane that holds one value everywhere.
    ///
    /// - Parameters:
    ///   - width: Pixels in a row, at least 1.
    ///   - height: Rows, at least 1.
    ///   - value: The value of every pixel.
    public init(width: Int, height: Int, repeating value: Float = 0) {
        precondition(width >= 1 && height >= 1, "a plane has at least one pixel")
        self.width = width
        self.height = height
        samples = Array(repeating: value, count: width * height)
    }

    /// Makes a plane of the given samples.
    ///
    /// - Parameters:
    ///   - width: Pixels in a row, at least 1.
    ///   - height: Rows, at least 1.
    ///   - samples: Exactly `width · height` values, row by row.
    public init(width: Int, height: Int, samples: [Float]) {
        precondition(width >= 1 && height >= 1, "a plane has at least one pixel")
        precondition(samples.count == width * height, "as many samples as pixels")
        self.width = width
        self.height = height
        self.samples = samples
    }

    /// The sample at column `x` and row `y`; both must lie in the plane.
    @inlinable
    public subscript(x: Int, y: Int) -> Float {
        get { samples[y * width + x] }
        set { samples[y * width + x] = newValue }
    }

    /// A plane of some of the rows.
    ///
    /// - Parameter rows: One row or more of the plane.
    /// - Returns: The rows as a plane of their own.
    /// - Complexity: O(pixels of the rows).
    package func rows(_ rows: Range<Int>) -> Plane {
        Plane(
            width: width, height: rows.count,
            samples: Array(samples[rows.lowerBound * width..<rows.upperBound * width]))
    }
}
