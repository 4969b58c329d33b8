import Raster

extension PhotoSurvey {
    /// Tells surveys that were stored in another way from these.
    private static let storedFormat = "survey 1"

    /// The survey as bytes, from which ``init(stored:)`` makes the same survey.
    ///
    /// - Complexity: O(pixels); a byte for each working pixel, and some kilobytes.
    package var stored: [UInt8] {
        var store = StoredBytes()
        store.put(Self.storedFormat)
        for size in [grid.side, grid.photoWidth, grid.photoHeight] { store.put(size) }
        store.put(quality)
        store.put(dots) { store, dot in
            store.put(dot.position)
            for value in [
                dot.diameterInPixels, dot.opticalDensity, dot.loadInSquarePixels, dot.loadStandardError,
                dot.tone, dot.probability,
            ] { store.put(value) }
        }
        store.put(landmarks) { $0.put($1) }
        for mask in [skin, regions.treated, regions.reference] { store.put(mask) }
        for plane in [colours.red, colours.green, colours.blue] { store.put(plane) }
        store.put(colours.pixels) { $0.put($1) }
        store.put(crusts) { store, crust in
            store.put(crust.centre)
            store.put(crust.areaInSquarePixels)
            store.put(crust.workingPixels) { $0.put($1) }
        }
        absorption.put(to: &store)
        for value in [noise, typicalSignificance, typicalSigma] { store.put(value) }
        return store.bytes
    }

    /// Makes a survey of what ``stored`` gave; nil where the bytes are none or not whole.
    ///
    /// - Parameter stored: The bytes.
    package init?(stored: [UInt8]) {
        var reader = StoredBytesReader(stored)
        guard reader.text() == Self.storedFormat else { return nil }
        let (side, width, height) = (reader.int(), reader.int(), reader.int())
        guard side >= 1, width >= 1, height >= 1 else { return nil }
        let grid = CellGrid(side: side, photoWidth: width, photoHeight: height)
        guard let quality = reader.quality() else { return nil }
        let dots = reader.list(least: 64) { reader in
            Dot(
                position: reader.point(), diameterInPixels: reader.double(), opticalDensity: reader.double(),
                loadInSquarePixels: reader.double(), loadStandardError: reader.double(),
                tone: reader.double(), probability: reader.double())
        }
        let landmarks = reader.list(least: 16) { $0.point() }
        guard let skin = reader.mask(of: grid) else { return nil }
        let treated = reader.mask(of: grid)
        let reference = reader.mask(of: grid)
        guard let colours = CellColours(stored: &reader, grid: grid) else { return nil }
        let crusts = reader.list(least: 32) { reader in
            Crust(
                centre: reader.point(), areaInSquarePixels: reader.double(),
                workingPixels: reader.list(least: 8) { $0.int() })
        }
        guard let absorption = StoredAbsorption(stored: &reader) else { return nil }
        let (noise, significance, sigma) = (reader.double(), reader.double(), reader.double())
        guard reader.isWhole else { return nil }
        self.grid = grid
        self.quality = quality
        self.dots = dots
        self.landmarks = landmarks
        self.skin = skin
        self.colours = colours
        self.crusts = crusts
        self.absorption = absorption
        self.noise = noise
        regions = ScalpRegions(grid: grid, treated: treated, reference: reference)
        typicalSignificance = significance
        typicalSigma = sigma
    }
}

extension CellColours {
    fileprivate init?(stored reader: inout StoredBytesReader, grid: CellGrid) {
        columns = grid.columns
        rows = grid.rows
        red = reader.doubles()
        green = reader.doubles()
        blue = reader.doubles()
        pixels = reader.list(least: 8) { $0.int() }
        let cells = columns * rows
        guard [red.count, green.count, blue.count, pixels.count].allSatisfy({ $0 == cells }) else {
            return nil
        }
    }
}

extension StoredBytes {
    fileprivate mutating func put(_ point: PixelPoint) {
        put(point.x)
        put(point.y)
    }

    fileprivate mutating func put(_ quality: PhotoQuality) {
        put(quality.problems) { $0.put($1.rawValue) }
        put(quality.blurPixels)
        for value in [
            quality.clippedFraction, quality.glareFraction, quality.lightGradient, quality.skinFraction,
        ] { put(value) }
    }

    /// A mask that may be missing, eight members a byte.
    fileprivate mutating func put(_ mask: Mask?) {
        guard let mask else { return put([UInt8]()) }
        var bits = [UInt8](repeating: 0, count: (mask.members.count + 7) / 8)
        for (index, member) in mask.members.enumerated() where member { bits[index / 8] |= 1 << (index % 8) }
        put(bits)
    }
}

extension StoredBytesReader {
    fileprivate mutating func point() -> PixelPoint { PixelPoint(x: double(), y: double()) }

    fileprivate mutating func quality() -> PhotoQuality? {
        let words = list(least: 8) { $0.text() }
        let problems = words.compactMap(Reason.init(rawValue:))
        guard problems.count == words.count else { return nil }
        return PhotoQuality(
            problems: problems, blurPixels: maybeDouble(), clippedFraction: double(), glareFraction: double(),
            lightGradient: double(), skinFraction: double())
    }

    fileprivate mutating func mask(of grid: CellGrid) -> Mask? {
        let bits = data()
        var mask = Mask(width: grid.columns, height: grid.rows)
        if bits.isEmpty { return nil }
        guard bits.count == (mask.members.count + 7) / 8 else {
            fail()
            return nil
        }
        for index in mask.members.indices { mask.members[index] = bits[index / 8] >> (index % 8) & 1 == 1 }
        return mask
    }
}
