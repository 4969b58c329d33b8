import Raster

/// How much light the pigment lets through.
struct PigmentLayer: Sendable {
    let width: Int
    let height: Int
    /// Transmittance of each channel.
    var red: [Float]
    var green: [Float]
    var blue: [Float]
    /// Sum of `absorbance · profile` over the dots: how the pixel's load is shared out among them.
    var sum: [Float]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        red = Array(repeating: 1, count: width * height)
        green = red
        blue = red
        sum = Array(repeating: 0, count: width * height)
    }
}

/// A dot as a photo shows it.
struct DrawnDot: Sendable {
    /// Index in the scene.
    let index: Int
    let middle: PixelPoint
    /// Radius at half depth in pixels.
    let radius: Double
    /// Share of green light that its core takes away now.
    let absorbance: Double
    /// How the skin turns away there, or nil where it faces the camera.
    let slant: DotSlant?
}

extension PhantomRenderer {
    /// Absorbance of each channel over that of green: a slightly bluish, nearly neutral black.
    static let ink = LinearColour(1.01, 1.00, 0.96)

    /// Draws the dots that the photo may show.
    func draw(moment: PhantomMoment, camera: PhantomCamera, into layer: inout PigmentLayer) -> [DrawnDot] {
        var drawn: [DrawnDot] = []
        var footprint = DotFootprint()
        for (index, dot) in scene.dots.enumerated() where moment.shares[index] > 0 {
            let middle = camera.pose.pixel(of: dot.centre)
            let radius = dot.diameter / 2 * camera.pose.scale(at: dot.centre)
            let reach = 2 * radius + 2
            guard middle.x > -reach, middle.y > -reach, middle.x < Double(camera.width) + reach,
                middle.y < Double(camera.height) + reach
            else { continue }
            let absorbance = min(0.97, dot.freshAbsorbance * moment.shares[index])
            var slant: DotSlant?
            if camera.capture != nil, let head = scene.options.head {
                guard let turned = Self.slant(of: head, at: dot.centre, middle: middle, camera: camera)
                else { continue }
                slant = turned
            }
            drawn.append(
                DrawnDot(
                    index: index, middle: middle, radius: radius, absorbance: absorbance, slant: slant))
            footprint.lay(middle: middle, radius: radius, slant: slant)
            let side = footprint.side
            for row in 0..<side {
                let y = footprint.top + row
                if y < 0 || y >= layer.height { continue }
                for column in 0..<side {
                    let x = footprint.left + column
                    let weight = footprint.weights[row * side + column]
                    if weight <= 0 || x < 0 || x >= layer.width { continue }
                    let amount = absorbance * weight
                    let at = y * layer.width + x
                    layer.red[at] *= Float(1 - amount * Self.ink.red)
                    layer.green[at] *= Float(1 - amount * Self.ink.green)
                    layer.blue[at] *= Float(1 - amount * Self.ink.blue)
                    layer.sum[at] += Float(amount)
                }
            }
        }
        return drawn
    }

    /// Share of a pixel's luminance that the pigment takes away.
    @inline(__always)
    static func absorbed(skin: RGBImage, pigment: PigmentLayer, at index: Int) -> Double {
        let red = LinearColour.luminanceOfRed * Double(skin.red.samples[index])
        let green = LinearColour.luminanceOfGreen * Double(skin.green.samples[index])
        let blue = LinearColour.luminanceOfBlue * Double(skin.blue.samples[index])
        let left =
            red * Double(pigment.red[index]) + green * Double(pigment.green[index])
            + blue * Double(pigment.blue[index])
        return 1 - left / (red + green + blue)
    }

    /// The load of each drawn dot in px², overlaps shared out.
    ///
    /// - Parameters:
    ///   - drawn: The dots.
    ///   - pigment: What they were drawn into.
    ///   - absorbed: Share of a pixel's luminance that the pigment takes away, by the pixel's index.
    /// - Returns: One load a dot.
    func loads(
        of drawn: [DrawnDot], pigment: PigmentLayer, absorbed: (Int) -> Double
    ) -> [Double] {
        var footprint = DotFootprint()
        return drawn.map { dot in
            footprint.lay(middle: dot.middle, radius: dot.radius, slant: dot.slant)
            let side = footprint.side
            var load = 0.0
            for row in 0..<side {
                let y = footprint.top + row
                for column in 0..<side {
                    let x = footprint.left + column
                    let amount = dot.absorbance * footprint.weights[row * side + column]
                    if amount <= 0 { continue }
                    if y < 0 || x < 0 || y >= pigment.height || x >= pigment.width {
                        load += amount
                        continue
                    }
                    let at = y * pigment.width + x
                    let share = amount / Double(pigment.sum[at])
                    load += share * absorbed(at)
                }
            }
            return load
        }
    }
    /// How the dome turns a dot away, or nil for a dot behind the rim.
    private static func slant(
        of head: HeadDome, at place: ScenePoint, middle: PixelPoint, camera: PhantomCamera
    ) -> DotSlant? {
        let turn = head.turn(at: place)
        if turn.sine >= mostSlantedSine { return nil }
        let beside = camera.pose.pixel(of: ScenePoint(x: place.x + 0.1 * turn.x, y: place.y + 0.1 * turn.y))
        let dx = beside.x - middle.x
        let dy = beside.y - middle.y
        let length = (dx * dx + dy * dy).squareRoot()
        return DotSlant(
            x: dx / length, y: dy / length, cosine: (1 - turn.sine * turn.sine).squareRoot())
    }

    /// Sine of the turn past which no dot is drawn: it would be a fifth of its width.
    private static let mostSlantedSine = 0.98
}
