/// A plane projective map: nine numbers, row by row, the last one 1 where possible.
public struct Homography: Sendable, Equatable, Codable {
    /// The nine numbers, row by row.
    public var elements: [Double]

    /// The map that moves nothing.
    public static let identity = Homography(elements: [1, 0, 0, 0, 1, 0, 0, 0, 1])

    /// Makes a map.
    ///
    /// - Parameter elements: Nine numbers, row by row.
    public init(elements: [Double]) {
        precondition(elements.count == 9)
        self.elements = elements
    }
}
