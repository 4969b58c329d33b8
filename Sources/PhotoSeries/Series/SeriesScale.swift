import Raster
import ScalpMeasurement

/// One scale for all photos of a series.
enum SeriesScale {
    /// The scale of each photo: its own, or that of the registered photos that have one, carried through the
    /// maps.
    ///
    /// - Parameters:
    ///   - photos: All photos.
    ///   - alignment: How they lie over one another.
    ///   - regions: Their regions, in whose middle a scale holds.
    /// - Returns: A scale a photo, nil where none is known.
    static func scales(
        of photos: [PhotoEvidence], alignment: SeriesAlignment, regions: [ScalpRegions?]
    ) -> [PhotoScale?] {
        let maps = alignment.maps
        let middles = photos.indices.map { middle(of: photos[$0], treated: regions[$0]?.treated) }
        return photos.indices.map { photo in
            if let own = photos[photo].scale { return own }
            guard let map = maps[photo] else { return nil }
            let anchorPlace = map.apply(middles[photo])
            let length = map.areaScale(at: middles[photo]).squareRoot()
            var found: [Double] = []
            for other in photos.indices {
                guard let scale = photos[other].scale, let back = maps[other]?.inverse else { continue }
                let step = length * back.areaScale(at: anchorPlace).squareRoot()
                // `step` is the other photo's pixels for one of this photo's.
                if step > 0, step.isFinite { found.append(scale.pixelsPerMillimetre / step) }
            }
            guard !found.isEmpty else { return nil }
            return PhotoScale(pixelsPerMillimetre: found.median, source: .series)
        }
    }

    /// The middle of the treated cells, or of the picture where there are none.
    private static func middle(of photo: PhotoEvidence, treated: Mask?) -> PixelPoint {
        let grid = photo.grid
        var sum = PixelPoint(x: 0, y: 0)
        var count = 0.0
        if let treated = treated ?? photo.treated {
            for row in 0..<grid.rows {
                for column in 0..<grid.columns where treated[column, row] {
                    let centre = grid.centre(column: column, row: row)
                    sum.x += centre.x
                    sum.y += centre.y
                    count += 1
                }
            }
        }
        guard count > 0 else {
            return PixelPoint(x: Double(grid.photoWidth) / 2, y: Double(grid.photoHeight) / 2)
        }
        return PixelPoint(x: sum.x / count, y: sum.y / count)
    }
}
