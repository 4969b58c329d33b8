import Raster
import SteadyMath

/// Light, highlight, dome and backdrop of a photo, place by place.
struct Surroundings {
    /// How a place appears.
    struct View {
        /// Share of the pixel that shows the head, not what lies behind it.
        var cover: Float
        /// Light that falls on the surface there for its turn, over that of one that faces the camera.
        var shade: Float
        /// Light and lens at the pixel, by channel.
        var light: SIMD3<Float>
        /// Whether the surface turns from the camera by less than 45°.
        var isFacing: Bool
    }

    private let head: HeadDome?
    private let camera: PhantomCamera
    private let capture: PhantomCapture
    private let wall: SIMD3<Float>
    private let cloth: SIMD3<Float>
    private let stains: SceneNoise
    private let folds: SceneNoise
    private let towards: (x: Double, y: Double)
    private let falloff: Double
    private let tint: SIMD3<Float>
    private let rimScale: Double

    /// Share of the light that comes from all sides.
    private static let ambient = 0.35

    init(
        scene: PhantomScene, camera: PhantomCamera, capture: PhantomCapture, colours: SceneColours,
        seed: UInt64
    ) {
        head = scene.options.head
        self.camera = camera
        self.capture = capture
        let brightness = Float(capture.backdrop.brightness)
        wall = brightness * colours.seen(capture.backdrop.wall)
        cloth = brightness * colours.seen(capture.backdrop.cloth)
        stains = SceneNoise(seed: seed &+ 0x3A11, wavelength: 45)
        folds = SceneNoise(seed: seed &+ 0xF01D, wavelength: 9)
        let halfDiagonal =
            (Double(camera.width * camera.width + camera.height * camera.height)).squareRoot() / 2
        let gradient = camera.lightGradient
        towards = (
            gradient.share * Steady.cos(gradient.direction) / halfDiagonal,
            gradient.share * Steady.sin(gradient.direction) / halfDiagonal
        )
        falloff = camera.falloff / (halfDiagonal * halfDiagonal)
        rimScale = camera.pose.scale(at: head?.middle ?? ScenePoint(x: 0, y: 0))
        tint = SIMD3(Float(1 + capture.gradientTint), 1, Float(1 - capture.gradientTint))
    }

    /// How a place appears at a pixel.
    @inline(__always)
    func view(of place: ScenePoint, x: Int, y: Int) -> View {
        let u = Double(x) - Double(camera.width - 1) / 2
        let v = Double(y) - Double(camera.height - 1) / 2
        let gradient = Float(towards.x * u + towards.y * v)
        let lens = Float(1 - falloff * (u * u + v * v))
        let light = (1 + gradient * tint) * lens
        guard let head else { return View(cover: 1, shade: 1, light: light, isFacing: true) }
        let dx = place.x - head.middle.x
        let dy = place.y - head.middle.y
        let distance = (dx * dx + dy * dy).squareRoot()
        let cover = (head.radius - distance) * rimScale + 0.5
        if cover <= 0 { return View(cover: 0, shade: 0, light: light, isFacing: false) }
        let turn = head.turn(at: place)
        let sine = min(1, turn.sine)
        let cosine = (1 - sine * sine).squareRoot()
        let slope = capture.lightSlope
        // Lambert's cosine over that of a surface that faces the camera.
        let lambert = max(0, cosine + sine * (turn.x * slope.x + turn.y * slope.y))
        return View(
            cover: Float(min(1, cover)), shade: Float(Self.ambient + (1 - Self.ambient) * lambert),
            light: light, isFacing: turn.sine < HeadDome.grazingSine)
    }

    /// What lies behind the head.
    @inline(__always)
    func backdrop(at place: ScenePoint) -> SIMD3<Float> {
        let backdrop = capture.backdrop
        let fold = folds(place.x, place.y)
        if place.y + 0.8 * Double(fold) > backdrop.clothLevel {
            let turns = 2 * Double.pi / backdrop.threadSpacing
            let threads = Steady.sin(place.x * turns) * Steady.sin(place.y * turns)
            return cloth * max(0.2, 1 + 0.22 * fold + Float(0.12 * threads))
        }
        return wall * max(0.2, 1 + 0.08 * stains(place.x, place.y))
    }

    /// Light of the highlight.
    ///
    /// - Parameters:
    ///   - place: Where.
    ///   - fields: The relief that breaks it up, or nil for its smooth mean.
    /// - Returns: Light over that of a perfect white.
    @inline(__always)
    func glare(at place: ScenePoint, fields: SkinFields?) -> Float {
        guard let glare = capture.glare else { return 0 }
        let dx = (place.x - glare.middle.x) / glare.spread
        let dy = (place.y - glare.middle.y) / glare.spread
        let square = dx * dx + dy * dy
        if square > 16 { return 0 }
        let smooth = Float(glare.strength * Steady.exp(-square / 2))
        guard let fields else { return smooth }
        let relief =
            1 + 0.5 * fields.relief(place.x, place.y) + 0.2 * fields.grain(place.x, place.y) - 0.3
            * fields.crust(place.y, place.x)
        return smooth * max(0, relief)
    }
}
