import Raster

/// How a photo's pixels lie over those of its view's anchor: a homography, and what it leaves over on a curved
/// head or moved skin.
package struct WarpedMap: Sendable {
    /// The plane projective part.
    package let homography: Homography
    private let polynomial: PolynomialShift
    private let field: ResidualField?
    private let back: Homography?

    /// A map without any warp.
    ///
    /// - Parameter homography: The photo's pixels to the anchor's.
    package init(_ homography: Homography) {
        self.homography = homography
        polynomial = .none
        field = nil
        back = homography.inverse
    }

    /// The map that brings points over their places.
    ///
    /// - Parameters:
    ///   - points: In the photo's pixels.
    ///   - places: Where they lie in the anchor's pixels, in the same order.
    ///   - spacing: The dots' spacing in the anchor's pixels, above 0.
    ///   - keeping: A homography to keep, or nil to fit one.
    /// - Complexity: O(points).
    package init?(
        from points: [PixelPoint], to places: [PixelPoint], spacing: Double, keeping: Homography? = nil
    ) {
        guard
            let homography = keeping
                ?? Homography.robustFit(from: points, to: places, model: .projective, rounds: 8),
            let back = homography.inverse
        else { return nil }
        let flat = points.map(homography.apply)
        let left = zip(flat, places).map { PixelPoint(x: $1.x - $0.x, y: $1.y - $0.y) }
        let polynomial = PolynomialShift.fitted(places: flat, shifts: left, spacing: spacing)
        let rest = zip(flat, left).map { place, shift in
            let smooth = polynomial.shift(at: place)
            return PixelPoint(x: shift.x - smooth.x, y: shift.y - smooth.y)
        }
        self.homography = homography
        self.back = back
        self.polynomial = polynomial
        field = ResidualField(places: flat, residuals: rest, spacing: spacing)
    }

    /// Where a point of the photo lies in the anchor's pixels.
    package func apply(_ point: PixelPoint) -> PixelPoint {
        let flat = homography.apply(point)
        let shift = shift(at: flat)
        return PixelPoint(x: flat.x + shift.x, y: flat.y + shift.y)
    }

    /// The point of the photo that lies at a place of the anchor, or nil where the map has no way back.
    package func point(at place: PixelPoint) -> PixelPoint? {
        guard let back else { return nil }
        // The warp changes by a few hundredths from pixel to pixel: each round takes off so much of the error.
        var flat = place
        for _ in 0..<Self.rounds {
            let shift = shift(at: flat)
            flat = PixelPoint(x: place.x - shift.x, y: place.y - shift.y)
        }
        return back.apply(flat)
    }

    /// Pixels of the anchor per pixel of the photo around a point, as an area.
    func areaScale(at point: PixelPoint) -> Double {
        guard field != nil else { return homography.areaScale(at: point) }
        let step = Self.step
        let (left, right) = (
            apply(PixelPoint(x: point.x - step, y: point.y)), apply(PixelPoint(x: point.x + step, y: point.y))
        )
        let (above, below) = (
            apply(PixelPoint(x: point.x, y: point.y - step)), apply(PixelPoint(x: point.x, y: point.y + step))
        )
        let determinant =
            (right.x - left.x) * (below.y - above.y) - (right.y - left.y) * (below.x - above.x)
        return abs(determinant) / (4 * step * step)
    }

    /// Half the pixels over which the area's growth is told.
    private static let step = 8.0
    /// Rounds in which the way back is found.
    private static let rounds = 6

    /// What the homography leaves over at a place that it points to.
    func shift(at place: PixelPoint) -> PixelPoint {
        let smooth = polynomial.shift(at: place)
        guard let rest = field?.residual(at: place) else { return smooth }
        return PixelPoint(x: smooth.x + rest.x, y: smooth.y + rest.y)
    }
}
