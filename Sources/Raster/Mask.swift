/// A choice of pixels: true where a pixel belongs.
public struct Mask: Sendable, Equatable {
    /// Pixels in a row, at least 1.
    public let width: Int
    /// Rows, at least 1.
    public let height: Int
    /// Whether each pixel belongs, `width · height` of them, row by row.
    public var members: [Bool]

    /// Makes a mask with one answer everywhere.
    ///
    /// - Parameters:
    ///   - width: Pixels in a row, at least 1.
    ///   - height: Rows, at least 1.
    ///   - value: Whether every pixel belongs.
    public init(width: Int, height: Int, repeating value: Bool = false) {
        precondition(width >= 1 && height >= 1, "a mask has at least one pixel")
        self.width = width
        self.height = height
        members = Array(repeating: value, count: width * height)
    }

    /// Whether the pixel at column `x` and row `y` belongs; both must lie in the mask.
    @inlinable
    public subscript(x: Int, y: Int) -> Bool {
        get { members[y * width + x] }
        set { members[y * width + x] = newValue }
    }

    /// How many pixels belong.
    ///
    /// - Complexity: O(pixels).
    public var count: Int {
        var total = 0
        for member in members where member { total += 1 }
        return total
    }
}
