import SteadyMath

extension PhantomScene {
    /// Adds what spectral photos show besides: stubble beyond the treated skin, points, long hairs, moles.
    mutating func addClutter(_ random: inout SeededRandom) {
        let area = 4 * halfWidth * halfHeight / 100
        var stubble = random.fork()
        var points = random.fork()
        var long = random.fork()
        var moles = random.fork()
        if let margin = options.stubbleMargin { addStubble(margin: margin, area: area, random: &stubble) }
        addPoints(area: area, random: &points)
        addLongHairs(area: area, random: &long)
        addMoles(area: area, random: &moles)
    }

    /// Lying and slanted stubble, longer and shorter.
    private mutating func addStubble(margin: Double, area: Double, random: inout SeededRandom) {
        let lean = random.uniform(0...6.28)
        for _ in 0..<random.poisson(options.stubblePerSquareCentimetre * area) {
            let root = anywhere(&random)
            let angle = lean + 0.4 * random.normal()
            let isSlanted = random.uniform() < 0.4
            let length = isSlanted ? random.uniform(0.12...0.35) : random.uniform(0.3...0.9)
            let thickness = random.uniform(0.05...0.085)
            let absorbance = random.uniform(0.45...0.8)
            if outline.depth(of: root) < -margin { continue }
            hairs.append(
                PhantomHair(
                    root: root,
                    tip: ScenePoint(
                        x: root.x + length * Steady.cos(angle), y: root.y + length * Steady.sin(angle)),
                    thickness: thickness, absorbance: absorbance))
        }
    }

    /// Hairs cut at the skin that point at the camera.
    private mutating func addPoints(area: Double, random: inout SeededRandom) {
        for _ in 0..<random.poisson(options.hairPointsPerSquareCentimetre * area) {
            let place = anywhere(&random)
            let thickness = random.uniform(0.06...0.12)
            let absorbance = random.uniform(0.35...0.75)
            if outline.depth(of: place) < -(options.stubbleMargin ?? 0) { continue }
            hairs.append(
                PhantomHair(root: place, tip: place, thickness: thickness, absorbance: absorbance))
        }
    }

    private mutating func addLongHairs(area: Double, random: inout SeededRandom) {
        for _ in 0..<random.poisson(options.longHairs * area / 50) {
            var place = anywhere(&random)
            var angle = random.uniform(0...6.28)
            var bend = 0.03 * random.normal()
            var points = [place]
            for _ in 0..<Int(random.uniform(12...70)) {
                place = ScenePoint(x: place.x + 0.8 * Steady.cos(angle), y: place.y + 0.8 * Steady.sin(angle))
                bend = 0.97 * bend + 0.008 * random.normal()
                angle += bend
                points.append(place)
            }
            longHairs.append(
                PhantomLongHair(
                    points: points, thickness: random.uniform(0.05...0.09),
                    absorbance: random.uniform(0.5...0.9)))
        }
    }

    /// Round brown moles, darker and larger than freckles.
    private mutating func addMoles(area: Double, random: inout SeededRandom) {
        for _ in 0..<random.poisson(options.molesPerSquareCentimetre * area) {
            let size = min(1.1, 0.45 * Steady.exp(0.45 * random.normal()))
            marks.append(
                PhantomMark(
                    centre: anywhere(&random), spread: (size * random.uniform(1...1.35), size),
                    angle: random.uniform(0...3.1416), melanin: random.uniform(0.15...0.7)))
        }
    }
}
