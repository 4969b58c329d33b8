import Raster

extension Homography {
    /// Where a place lies after the map.
    ///
    /// ```
    /// x' = (h0 x + h1 y + h2) / (h6 x + h7 y + h8),  y' = (h3 x + h4 y + h5) / (h6 x + h7 y + h8)
    /// ```
    ///
    /// - Parameter point: A place in pixels of the photo the map starts from.
    /// - Returns: The place in pixels of the photo it leads to; not finite on the map's horizon.
    public func apply(_ point: PixelPoint) -> PixelPoint {
        let w = elements[6] * point.x + elements[7] * point.y + elements[8]
        return PixelPoint(
            x: (elements[0] * point.x + elements[1] * point.y + elements[2]) / w,
            y: (elements[3] * point.x + elements[4] * point.y + elements[5]) / w)
    }

    /// The map back, or nil where the map folds the plane into a line.
    public var inverse: Homography? {
        let h = elements
        let cofactors = [
            h[4] * h[8] - h[5] * h[7], h[2] * h[7] - h[1] * h[8], h[1] * h[5] - h[2] * h[4],
            h[5] * h[6] - h[3] * h[8], h[0] * h[8] - h[2] * h[6], h[2] * h[3] - h[0] * h[5],
            h[3] * h[7] - h[4] * h[6], h[1] * h[6] - h[0] * h[7], h[0] * h[4] - h[1] * h[3],
        ]
        let determinant = h[0] * cofactors[0] + h[1] * cofactors[3] + h[2] * cofactors[6]
        guard determinant != 0, determinant.isFinite else { return nil }
        return Homography(elements: cofactors.map { $0 / determinant }).normalised
    }

    /// The map that first goes through `first`, then through this one.
    ///
    /// - Parameter first: The map applied first.
    /// - Returns: `self · first`, its last number 1 where possible.
    public func composed(after first: Homography) -> Homography {
        var product = [Double](repeating: 0, count: 9)
        for row in 0..<3 {
            for column in 0..<3 {
                var sum = 0.0
                for k in 0..<3 { sum += elements[row * 3 + k] * first.elements[k * 3 + column] }
                product[row * 3 + column] = sum
            }
        }
        return Homography(elements: product).normalised
    }

    /// The same map with its last number 1, or itself where that number is 0.
    public var normalised: Homography {
        let last = elements[8]
        guard last != 0, last.isFinite else { return self }
        return Homography(elements: elements.map { $0 / last })
    }

    /// How the map moves small steps around a place.
    ///
    /// - Parameter point: A place in pixels of the photo the map starts from.
    /// - Returns: `∂x'/∂x, ∂x'/∂y, ∂y'/∂x, ∂y'/∂y`.
    public func jacobian(at point: PixelPoint) -> (xx: Double, xy: Double, yx: Double, yy: Double) {
        let w = elements[6] * point.x + elements[7] * point.y + elements[8]
        let image = apply(point)
        return (
            (elements[0] - image.x * elements[6]) / w, (elements[1] - image.x * elements[7]) / w,
            (elements[3] - image.y * elements[6]) / w, (elements[4] - image.y * elements[7]) / w
        )
    }

    /// Pixels² of the target that one pixel² at a place becomes.
    ///
    /// - Parameter point: A place in pixels of the photo the map starts from.
    /// - Returns: `|det|` of the Jacobian, at least 0.
    public func areaScale(at point: PixelPoint) -> Double {
        let j = jacobian(at: point)
        return abs(j.xx * j.yy - j.xy * j.yx)
    }

    /// Whether the map turns the surroundings of a place into their mirror image.
    ///
    /// - Parameter point: A place in pixels of the photo the map starts from.
    /// - Returns: Whether the determinant of the Jacobian is negative.
    public func isMirrored(at point: PixelPoint) -> Bool {
        let j = jacobian(at: point)
        return j.xx * j.yy - j.xy * j.yx < 0
    }

    /// Whether the map is one that two photos of one scalp can have, over a picture's whole width and height.
    ///
    /// The horizon stays clear of the picture, nothing folds over, and no place is stretched in one direction
    /// more than `maximumStretch` times as much as in the other, or altogether beyond the scales allowed.
    ///
    /// - Parameters:
    ///   - width: Pixels of the picture in a row.
    ///   - height: Rows of the picture.
    ///   - scales: Lengths after the map per length before it.
    /// - Returns: Whether all of that holds at the corners and in the middle.
    func isPlausible(width: Double, height: Double, scales: ClosedRange<Double>) -> Bool {
        guard elements.allSatisfy(\.isFinite) else { return false }
        for corner in [(0, 0), (width, 0), (0, height), (width, height), (width / 2, height / 2)] {
            let point = PixelPoint(x: corner.0, y: corner.1)
            let w = elements[6] * point.x + elements[7] * point.y + elements[8]
            let j = jacobian(at: point)
            let determinant = j.xx * j.yy - j.xy * j.yx
            guard w * elements[8] > 0.05 * elements[8] * elements[8], determinant != 0 else { return false }
            let square = (j.xx * j.xx + j.xy * j.xy + j.yx * j.yx + j.yy * j.yy) / 2
            let size = abs(determinant).squareRoot()
            guard scales.contains(size), square <= Self.maximumStretch * size * size else { return false }
        }
        return true
    }

    /// Half the sum of the squared singular values over their product: 1 for a similarity, 1.25 for a stretch of
    /// two to one, which is a tilt of 60°; beyond that dots can't be measured anyway.
    private static let maximumStretch = 1.25
}
