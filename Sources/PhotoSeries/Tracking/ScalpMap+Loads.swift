import Raster
import ScalpMeasurement

extension ScalpMap {
    /// Measures the load of every place in every registered photo, whether a dot is seen there or not.
    ///
    /// Bare skin between the dots is measured the same way, and what it shows in the mean is taken off: texture and
    /// an uneven background look like a little ink everywhere, which would hide a part of what fades. Their scatter
    /// is the least error that a load has.
    ///
    /// - Parameter photos: All photos.
    mutating func measure(_ photos: [PhotoEvidence]) {
        let blanks = blankPlaces()
        for photo in photos.indices where !views[photo].isEmpty {
            guard let map = maps[photo] else { continue }
            let shown = views[photo].indices.filter { !views[photo][$0].isOutside }
            let bare = blanks.compactMap { map.point(at: $0) }.filter(photos[photo].contains)
            // Dots that are no place's are told as well, so that their light is not given to a neighbour.
            let asked = shown.map { views[photo][$0].position } + strays[photo] + bare
            let loads = photos[photo].loads(asked)
            let (ground, spread) = Self.ground(
                zip(bare, loads.suffix(bare.count)).compactMap { place, load in
                    load.map { $0.value * map.areaScale(at: place) }
                })
            for (slot, place) in shown.enumerated() {
                guard let load = loads[slot] else { continue }
                let scale = map.areaScale(at: views[photo][place].position)
                views[photo][place].load = Estimate(
                    value: load.value * scale - ground,
                    standardError: max(load.standardError * scale, spread))
            }
        }
    }

    /// What bare skin shows in the mean and how much it scatters, far-off values (a hair, a mole) left out.
    ///
    /// The scatter is the error that a dot's load has from the skin beneath it. Both are 0 where too little is known.
    private static func ground(_ loads: [Double]) -> (mean: Double, spread: Double) {
        guard loads.count >= fewestBlanks else { return (0, 0) }
        let middle = loads.median
        let spread = loads.map { abs($0 - middle) }.median / 0.6745
        let near = loads.filter { abs($0 - middle) <= farOff * spread }
        return near.isEmpty ? (0, spread) : (near.reduce(0, +) / Double(near.count), spread)
    }

    /// Places in the midst of bare skin between the dots, in the anchor's pixels.
    private func blankPlaces() -> [PixelPoint] {
        let dots = strays.indices.flatMap { photo in
            maps[photo].map { map in strays[photo].map { map.apply($0) } } ?? []
        }
        let buckets = PointBuckets(points: places + dots, pointsPerBucket: 2)
        var blanks: [PixelPoint] = []
        let stride = max(1, places.count / Self.mostBlanks)
        for (number, place) in places.enumerated() where number % stride == 0 {
            var best: (point: PixelPoint, clearance: Double)?
            for step in Self.around {
                let point = PixelPoint(x: place.x + step.x * spacing, y: place.y + step.y * spacing)
                guard let near = buckets.nearest(to: point, within: 2 * spacing) else { continue }
                let clearance = buckets.points[near].distance(to: point)
                if clearance > best?.clearance ?? 0 { best = (point, clearance) }
            }
            if let best, best.clearance >= Self.blankClearance * spacing { blanks.append(best.point) }
        }
        return blanks
    }

    /// Bare places at most and at least, and how far they lie from any dot in spacings.
    private static let mostBlanks = 800
    private static let fewestBlanks = 30
    private static let blankClearance = 0.55
    /// Robust deviations beyond which a bare place is none.
    private static let farOff = 4.0
    /// Steps from a dot to where bare skin is looked for, in spacings.
    private static let around: [PixelPoint] = [
        PixelPoint(x: 0.7, y: 0), PixelPoint(x: 0.5, y: 0.5), PixelPoint(x: 0, y: 0.7),
        PixelPoint(x: -0.5, y: 0.5), PixelPoint(x: -0.7, y: 0), PixelPoint(x: -0.5, y: -0.5),
        PixelPoint(x: 0, y: -0.7), PixelPoint(x: 0.5, y: -0.5),
    ]
}
