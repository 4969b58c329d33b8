import Raster

/// Both ways between a registered photo's pixels and those of its view's anchor: homography and warp together.
package struct PhotoMap: Sendable {
    private let homography: Homography
    private let back: Homography
    private let warp: WarpGrid?

    /// Rounds in which the way back is found; each takes off so much of the error as the warp changes from pixel
    /// to pixel, a few hundredths.
    private static let rounds = 12
    /// A way back that misses its place by more than this, in the anchor's pixels, is none.
    private static let widestMiss = 0.05

    /// The map of a registration; nil where the photo is not registered.
    ///
    /// - Parameter registration: How the photo lies over the anchor.
    package init?(_ registration: Registration) {
        guard let homography = registration.homography, let back = homography.inverse else { return nil }
        self.homography = homography
        self.back = back
        warp = registration.warp
    }

    /// Where a point of the photo lies in the anchor's pixels.
    ///
    /// ```
    /// place = H(point) + shift(point)
    /// ```
    ///
    /// - Parameter point: In the photo's pixels.
    /// - Returns: In the anchor's pixels.
    package func place(of point: PixelPoint) -> PixelPoint {
        let flat = homography.apply(point)
        guard let shift = warp?.shift(at: point) else { return flat }
        return PixelPoint(x: flat.x + shift.x, y: flat.y + shift.y)
    }

    /// The point of the photo that lies at a place of the anchor.
    ///
    /// - Parameter place: In the anchor's pixels.
    /// - Returns: In the photo's pixels, also beyond its rim; nil where the map has no way back.
    package func point(at place: PixelPoint) -> PixelPoint? {
        var point = back.apply(place)
        if let warp {
            for _ in 0..<Self.rounds {
                let shift = warp.shift(at: point)
                let next = back.apply(PixelPoint(x: place.x - shift.x, y: place.y - shift.y))
                let isDone = next.squaredDistance(to: point) < 1e-12
                point = next
                if isDone { break }
            }
        }
        guard point.x.isFinite, point.y.isFinite else { return nil }
        let miss = self.place(of: point).squaredDistance(to: place)
        return miss < Self.widestMiss * Self.widestMiss ? point : nil
    }

    /// The anchor's pixels² that one pixel² of the photo becomes, without the warp.
    ///
    /// - Parameter point: In the photo's pixels.
    /// - Returns: At least 0.
    package func areaScale(at point: PixelPoint) -> Double { homography.areaScale(at: point) }

    /// Half a step over which the warp's own stretch is told, in the photo's pixels.
    private static let step = 4.0
    /// The whole map's stretch of an area over the homography's alone; beyond, the warp tears the picture.
    private static let possibleStretch = 0.5...2.0

    /// Whether the whole map is one that skin can have at a point.
    ///
    /// It has no fold there, and no stretch far beyond the homography's. A warp that is guessed far from all dots
    /// can fail this.
    ///
    /// - Parameter point: In the photo's pixels.
    /// - Returns: Whether it is.
    package func isSound(at point: PixelPoint) -> Bool {
        guard warp != nil else { return true }
        let s = Self.step
        let (left, right) = (
            place(of: PixelPoint(x: point.x - s, y: point.y)),
            place(of: PixelPoint(x: point.x + s, y: point.y))
        )
        let (above, below) = (
            place(of: PixelPoint(x: point.x, y: point.y - s)),
            place(of: PixelPoint(x: point.x, y: point.y + s))
        )
        let whole = (right.x - left.x) * (below.y - above.y) - (right.y - left.y) * (below.x - above.x)
        let j = homography.jacobian(at: point)
        let flat = (j.xx * j.yy - j.xy * j.yx) * 4 * s * s
        return flat != 0 && Self.possibleStretch.contains(whole / flat)
    }
}
