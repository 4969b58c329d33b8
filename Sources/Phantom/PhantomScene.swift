import SteadyMath

/// A piece of scalp in millimetres with everything that may be seen on it over the months.
public struct PhantomScene: Sendable {
    /// What it was made from.
    public let options: PhantomSceneOptions
    /// Half the scene's width in mm, margin included.
    public let halfWidth: Double
    /// Half the scene's height in mm, margin included.
    public let halfHeight: Double
    /// The outline of treated skin.
    public let outline: TreatedOutline
    /// Every dot of every session.
    public private(set) var dots: [PhantomDot] = []
    /// Pores and freckles.
    public internal(set) var marks: [PhantomMark] = []
    /// Shaved hairs.
    public internal(set) var hairs: [PhantomHair] = []
    /// Long hairs.
    public internal(set) var longHairs: [PhantomLongHair] = []
    /// Crusts in the order in which they form; they shed from the last to the first.
    public private(set) var scabs: [PhantomScab] = []
    /// Fixes the skin's texture.
    public let textureSeed: UInt64
    /// Colour of the skin by its pigments.
    public let optics = SkinOptics()
    /// Area of treated skin in the scene in mm², margin included.
    public let treatedArea: Double

    private var random: SeededRandom

    /// Makes a scene without dots.
    ///
    /// - Parameters:
    ///   - options: What the scene is to be like.
    ///   - seed: Fixes every detail.
    public init(options: PhantomSceneOptions, seed: UInt64) {
        self.options = options
        halfWidth = options.frameWidth / 2 + options.margin
        halfHeight = options.frameHeight / 2 + options.margin
        random = SeededRandom(seed: seed)
        var shape = random.fork()
        textureSeed = random.next()
        switch options.site {
        case .hairline:
            outline = TreatedOutline.hairline(
                halfWidth: halfWidth, halfHeight: halfHeight,
                level: options.frameHeight * shape.uniform(0.20...0.27), random: &shape)
        case .crown:
            // Together about 58 % of the frame, so that reference skin is left in its corners.
            outline = TreatedOutline.crown(
                radiusX: options.frameWidth * shape.uniform(0.42...0.45),
                radiusY: options.frameHeight * shape.uniform(0.40...0.43), random: &shape)
        }
        treatedArea = outline.area
        addMarks()
        addHairs()
        addScabs()
        // A stream of its own: what is added here leaves everything else where it was.
        var clutter = SeededRandom(seed: seed ^ 0x5EED_C1A7)
        addClutter(&clutter)
    }

    /// Sets the dots of one more session.
    ///
    /// - Parameter density: Dots per cm² away from the thinning edge.
    /// - Complexity: O(dots · corners of the outline).
    public mutating func addSession(density: Double) {
        var random = random.fork()
        self.random = random.fork()
        let session = (dots.map(\.session).max() ?? -1) + 1
        let spacing = max(options.smallestSpacing, 0.5 * 10 / density.squareRoot())
        let cell = spacing
        let columns = Int(2 * halfWidth / cell) + 1
        let rows = Int(2 * halfHeight / cell) + 1
        var cells = [[ScenePoint]](repeating: [], count: columns * rows)
        func place(_ point: ScenePoint) -> (column: Int, row: Int) {
            (
                min(columns - 1, max(0, Int((point.x + halfWidth) / cell))),
                min(rows - 1, max(0, Int((point.y + halfHeight) / cell)))
            )
        }
        for dot in dots {
            let at = place(dot.centre)
            cells[at.row * columns + at.column].append(dot.centre)
        }
        func isFree(_ point: ScenePoint, within distance: Double) -> Bool {
            let at = place(point)
            for row in max(0, at.row - 1)...min(rows - 1, at.row + 1) {
                for column in max(0, at.column - 1)...min(columns - 1, at.column + 1) {
                    for other in cells[row * columns + column] where other.distance(to: point) < distance {
                        return false
                    }
                }
            }
            return true
        }
        let wanted = Int((density / 100 * treatedArea).rounded())
        let spacingToOthers = session == 0 ? spacing : options.smallestSpacing
        let sizes = options.dotDiameterRange
        var made: [PhantomDot] = []
        var tries = 0
        while made.count < wanted, tries < wanted * 60 {
            tries += 1
            let point = ScenePoint(
                x: random.uniform(-halfWidth...halfWidth), y: random.uniform(-halfHeight...halfHeight))
            let careless = random.uniform() < options.touchingShare
            let chance = random.uniform()
            if !isFree(point, within: careless ? 0.6 * options.smallestSpacing : spacingToOthers) { continue }
            let depth = outline.depth(of: point)
            if depth <= 0 || chance > 0.45 + 0.55 * depth / options.thinningEdge { continue }
            let diameter = options.dotDiameter * (1 + options.dotDiameterSpread * random.normal())
            let opticalDensity =
                options.dotOpticalDensity * Steady.exp(options.dotDensitySpread * random.normal())
            made.append(
                PhantomDot(
                    centre: point, diameter: min(sizes.upperBound, max(sizes.lowerBound, diameter)),
                    freshAbsorbance: 1 - Steady.pow(10, -opticalDensity), session: session,
                    lossRank: random.uniform(),
                    holding: Steady.exp(options.dotHoldingSpread * random.normal())))
            let at = place(point)
            cells[at.row * columns + at.column].append(point)
        }
        dots.append(contentsOf: made)
    }

    private mutating func addMarks() {
        var random = random.fork()
        self.random = random.fork()
        let squareCentimetres = 4 * halfWidth * halfHeight / 100
        for _ in 0..<random.poisson(options.poresPerSquareCentimetre * squareCentimetres) {
            let size = random.uniform(0.03...0.075)
            marks.append(
                PhantomMark(
                    centre: anywhere(&random), spread: (size * random.uniform(1...1.5), size),
                    angle: random.uniform(0...3.1416),
                    melanin: options.poreStrength * random.uniform(0.015...0.06)))
        }
        for _ in 0..<random.poisson(options.frecklesPerSquareCentimetre * squareCentimetres) {
            let centre = anywhere(&random)
            let size = 0.28 * Steady.exp(0.35 * random.normal())
            let melanin = random.uniform(0.03...0.10)
            for _ in 0..<3 {
                let part = ScenePoint(
                    x: centre.x + 0.6 * size * random.normal(), y: centre.y + 0.6 * size * random.normal())
                marks.append(
                    PhantomMark(
                        centre: part,
                        spread: (size * random.uniform(0.7...1.2), size * random.uniform(0.5...1)),
                        angle: random.uniform(0...3.1416), melanin: melanin))
            }
        }
    }

    private mutating func addHairs() {
        var random = random.fork()
        self.random = random.fork()
        if options.stubbleMargin != nil { return }
        let lean = random.uniform(0...6.28)
        let count = random.poisson(options.stubblePerSquareCentimetre * treatedArea / 100)
        var tries = 0
        while hairs.count < count, tries < 20 * count {
            tries += 1
            let root = anywhere(&random)
            if outline.depth(of: root) < 0 { continue }
            let angle = lean + 0.35 * random.normal()
            let length = random.uniform(0.3...0.9)
            hairs.append(
                PhantomHair(
                    root: root,
                    tip: ScenePoint(
                        x: root.x + length * Steady.cos(angle), y: root.y + length * Steady.sin(angle)),
                    thickness: random.uniform(0.05...0.08), absorbance: random.uniform(0.45...0.75)))
        }
    }

    private mutating func addScabs() {
        var random = random.fork()
        self.random = random.fork()
        var area = 0.0
        // Enough for a tenth of the treated skin: nobody's scabs cover more.
        while area < 0.1 * treatedArea {
            let centre = anywhere(&random)
            if outline.depth(of: centre) < 1 { continue }
            var outline: [Double] = []
            let phases = (0..<4).map { _ in random.uniform(0...6.28) }
            for step in 0..<24 {
                let angle = 2 * Double.pi * Double(step) / 24
                var reach = 1.0
                for (index, phase) in phases.enumerated() {
                    reach += 0.24 / Double(index + 1) * Steady.sin(Double(index + 2) * angle + phase)
                }
                outline.append(max(0.35, reach))
            }
            let scab = PhantomScab(
                centre: centre, radius: min(0.9, max(0.22, 0.36 * Steady.exp(0.38 * random.normal()))),
                outline: outline, darkness: random.uniform(0.75...1.2))
            area += scab.area
            scabs.append(scab)
        }
    }

    func anywhere(_ random: inout SeededRandom) -> ScenePoint {
        ScenePoint(x: random.uniform(-halfWidth...halfWidth), y: random.uniform(-halfHeight...halfHeight))
    }
}

extension TreatedOutline {
    /// Area inside in mm² (the shoelace formula).
    public var area: Double {
        var twice = 0.0
        var previous = corners[corners.count - 1]
        for corner in corners {
            twice += previous.x * corner.y - corner.x * previous.y
            previous = corner
        }
        return abs(twice) / 2
    }
}
