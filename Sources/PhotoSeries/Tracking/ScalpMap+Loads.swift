import Raster
import ScalpMeasurement

extension ScalpMap {
    /// Measures the load of every place in every registered photo, whether a dot is seen there or not.
    ///
    /// Texture, pores and hairs look like ink. What a photo from before treatment shows at a place is therefore taken
    /// off, as much of it as bare skin between the dots shows again in the photo (another light shows it weaker). What
    /// bare skin shows in the mean then is taken off too, and its scatter is the least error that a load has.
    ///
    /// Where the skin shines, loads are seen too low: they are mended, or not told (`SurfaceShine`).
    ///
    /// Places that are as dark before treatment as after it are hairs or moles, and left out.
    ///
    /// - Parameters:
    ///   - photos: All photos.
    ///   - stages: For each photo the sessions that it comes after.
    mutating func measure(_ photos: [PhotoEvidence], stages: [Int]) {
        let blanks = blankPlaces()
        let widths = photos.indices.compactMap { photo -> Double? in
            guard photos[photo].dots.count >= FieldMatcher.fewestDots, let map = maps[photo] else {
                return nil
            }
            return photos[photo].dotSigma * map.areaScale(at: photos[photo].middle).squareRoot()
        }
        var told = [PlaceLoads?](repeating: nil, count: photos.count)
        for photo in photos.indices where !views[photo].isEmpty {
            guard let map = maps[photo] else { continue }
            // A photo without dots is asked for dots as wide as the others'.
            let width =
                photos[photo].dots.count >= FieldMatcher.fewestDots
                ? photos[photo].dotSigma
                : widths.median / map.areaScale(at: photos[photo].middle).squareRoot()
            told[photo] = loads(in: photos[photo], number: photo, map: map, blanks: blanks, dotSigma: width)
        }
        mendShine(in: &told, photos: photos)
        let untreated = photos.indices.last { told[$0] != nil && stages[$0] == 0 }
        let before = untreated.flatMap { told[$0] }
        heldAgainst = before == nil ? .bareSkin : .before
        // What shows dots before the first session is older pigment and stays.
        let isOld = places.indices.map { place in
            photos.indices.contains { stages[$0] == 0 && told[$0] != nil && views[$0][place].dot != nil }
        }
        let plain = told.map { $0?.cleared(of: nil) }
        for photo in photos.indices {
            guard let loads = told[photo], let raw = plain[photo] else { continue }
            let cleared = stages[photo] > 0 ? loads.cleared(of: before) : raw
            for place in places.indices {
                views[photo][place].load = isOld[place] ? raw[place] : cleared[place]
            }
        }
        if let before { leaveOutHairs(plain, before: before, isOld: isOld) }
    }

    /// Gives loads under shine what it takes from them, and takes away those under much of it.
    private func mendShine(in told: inout [PlaceLoads?], photos: [PhotoEvidence]) {
        let light = photos.indices.map { photo in
            told[photo] == nil ? [] : photos[photo].skinLight(views[photo].map(\.position))
        }
        let factors = SurfaceShine.factors(in: light)
        for photo in photos.indices where told[photo] != nil {
            for (place, factor) in factors[photo].enumerated() where factor > 1 {
                guard let load = told[photo]?.places[place] else { continue }
                told[photo]?.places[place] = factor < SurfaceShine.mostTold ? load.scaled(by: factor) : nil
            }
        }
    }

    /// Leaves out places of which most was there before treatment: hairs and moles.
    private mutating func leaveOutHairs(_ plain: [[Estimate?]?], before: PlaceLoads, isOld: [Bool]) {
        let typical = views.map { view in
            view.compactMap { $0.dot == nil ? nil : $0.load?.value }.median
        }
        let first = places.indices.map { place in
            views.indices.first {
                !views[$0].isEmpty && views[$0][place].dot != nil && views[$0][place].load != nil
            }
        }
        keep(
            isKept: places.indices.map { place in
                guard !isOld[place], before.places[place] != nil, let photo = first[place],
                    let all = plain[photo]?[place], let own = views[photo][place].load
                else { return true }
                return own.value > Self.leastOwn * all.value || own.value > Self.leastOwn * typical[photo]
            })
    }

    /// Measures the places and the bare ones in one photo.
    private func loads(
        in photo: PhotoEvidence, number: Int, map: WarpedMap, blanks: [PixelPoint], dotSigma: Double
    ) -> PlaceLoads {
        let shown = views[number].indices.filter { !views[number][$0].isOutside }
        let bare = blanks.indices.compactMap { blank in
            map.point(at: blanks[blank]).flatMap { photo.contains($0) ? (blank: blank, place: $0) : nil }
        }
        // Spots that are no place's are told as well, so that their light is not given to a neighbour. One that would
        // be taken for the dot itself, were there a dot, is not: bare places are as near to hairs as dots are.
        let buckets = PointBuckets(points: blanks, pointsPerBucket: 2)
        let others = strays[number].filter {
            buckets.nearest(to: map.apply($0), within: Self.widestReach * spacing) == nil
        }
        let asked = shown.map { views[number][$0].position } + others + bare.map(\.place)
        let loads = photo.loads(asked, dotSigma)
        var told = PlaceLoads(places: places.count, blanks: blanks.count)
        for (slot, place) in shown.enumerated() {
            guard let load = loads[slot] else { continue }
            let scale = map.areaScale(at: views[number][place].position)
            told.places[place] = load.scaled(by: scale)
        }
        for (slot, entry) in zip(loads.suffix(bare.count), bare) {
            told.blanks[entry.blank] = slot.map { $0.scaled(by: map.areaScale(at: entry.place)) }
        }
        return told
    }

    /// Places in the midst of the skin between the dots, in the anchor's pixels: hairs may lie there as anywhere.
    private func blankPlaces() -> [PixelPoint] {
        let buckets = PointBuckets(points: places, pointsPerBucket: 2)
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

    /// Bare places at most, and how far they lie from any dot in spacings.
    private static let mostBlanks = 800
    private static let blankClearance = 0.55
    /// Share of its own load, and of the typical dot's, that a dot has beyond what was there before treatment.
    private static let leastOwn = 0.5
    /// Steps from a dot to where bare skin is looked for, in spacings.
    private static let around: [PixelPoint] = [
        PixelPoint(x: 0.7, y: 0), PixelPoint(x: 0.5, y: 0.5), PixelPoint(x: 0, y: 0.7),
        PixelPoint(x: -0.5, y: 0.5), PixelPoint(x: -0.7, y: 0), PixelPoint(x: -0.5, y: -0.5),
        PixelPoint(x: 0, y: -0.7), PixelPoint(x: 0.5, y: -0.5),
    ]
}
