import Raster
import SteadyMath

/// A camera, its place and the light at one visit.
public struct PhantomCamera: Sendable, Equatable {
    /// Pixels in a row.
    public var width: Int
    /// Rows.
    public var height: Int
    /// Where it sees the skin.
    public var pose: ScenePose
    /// Factors on linear red, green and blue: light and white balance.
    public var cast = LinearColour(1, 1, 1)
    /// Factor on the light of an exposure that shows the skin at an everyday brightness.
    public var exposure = 1.0
    /// How the light falls off: share per half diagonal, and its direction in radians.
    public var lightGradient: (share: Double, direction: Double) = (0, 0)
    /// How much darker the corners are for the head's curvature and the lens, a share.
    public var falloff = 0.0
    /// Standard deviation of the Gaussian point spread in pixels (the pixel's own square comes on top).
    public var blurPixels = 0.7
    /// Electrons at full white: shot noise.
    public var fullWell = 16_000.0
    /// Read noise in electrons.
    public var readNoise = 12.0
    /// Fixes the noise.
    public var noiseSeed: UInt64 = 0
    /// Whether noise is added at all.
    public var isNoisy = true
    /// JPEG quality 1…100.
    public var quality = 92
    /// Whether JPEG stores chroma at half size (4:2:0).
    public var halvesChroma = false
    /// How it sees spectra, or nil for the plain channels of ``SkinOptics``.
    public var capture: PhantomCapture?

    /// Makes a camera straight above the scene with even white light.
    ///
    /// - Parameters:
    ///   - width: Pixels in a row.
    ///   - height: Rows.
    ///   - pixelsPerMillimetre: Scale.
    public init(width: Int, height: Int, pixelsPerMillimetre: Double) {
        self.width = width
        self.height = height
        pose = ScenePose(
            pixelsPerMillimetre: pixelsPerMillimetre, rotation: 0,
            middle: PixelPoint(x: Double(width - 1) / 2, y: Double(height - 1) / 2))
    }

    /// Draws a camera at ordinary light: a mild colour cast, soft gradients, blur of 0.5–1.1 px.
    ///
    /// - Parameters:
    ///   - width: Pixels in a row.
    ///   - height: Rows.
    ///   - pixelsPerMillimetre: Mean scale.
    ///   - poseSpread: 1 for a turn within ±6°, a scale within ±6 % and a shift within ±2 mm; 0 for none.
    ///   - random: Draws everything.
    /// - Returns: The camera.
    public static func ordinary(
        width: Int, height: Int, pixelsPerMillimetre: Double, poseSpread: Double, random: inout SeededRandom
    ) -> PhantomCamera {
        var camera = PhantomCamera(width: width, height: height, pixelsPerMillimetre: pixelsPerMillimetre)
        let scale = pixelsPerMillimetre * (1 + poseSpread * random.uniform(-0.06...0.06))
        let turn = poseSpread * random.uniform(-6...6) * .pi / 180
        let shiftX = poseSpread * random.uniform(-2...2) * scale
        let shiftY = poseSpread * random.uniform(-2...2) * scale
        camera.pose = ScenePose(
            pixelsPerMillimetre: scale, rotation: turn,
            middle: PixelPoint(x: Double(width - 1) / 2 + shiftX, y: Double(height - 1) / 2 + shiftY),
            slant: (
                poseSpread * random.uniform(-0.0005...0.0005), poseSpread * random.uniform(-0.0005...0.0005)
            ))
        let warmth = 0.025 * random.normal()
        camera.cast = LinearColour(
            Steady.exp(warmth + 0.008 * random.normal()), 1, Steady.exp(-warmth + 0.008 * random.normal()))
        camera.exposure = random.uniform(0.85...1.12)
        camera.lightGradient = (random.uniform(0.03...0.13), random.uniform(-3.14...3.14))
        camera.falloff = random.uniform(0.03...0.10)
        camera.blurPixels = random.uniform(0.5...1.1)
        camera.noiseSeed = random.next()
        return camera
    }

    /// Whether two cameras are the same.
    public static func == (left: PhantomCamera, right: PhantomCamera) -> Bool {
        left.width == right.width && left.height == right.height && left.pose == right.pose
            && left.cast == right.cast && left.exposure == right.exposure
            && left.lightGradient == right.lightGradient && left.falloff == right.falloff
            && left.blurPixels == right.blurPixels && left.fullWell == right.fullWell
            && left.readNoise == right.readNoise && left.noiseSeed == right.noiseSeed
            && left.isNoisy == right.isNoisy && left.quality == right.quality
            && left.halvesChroma == right.halvesChroma && left.capture == right.capture
    }
}

extension PhantomCamera {
    /// Standard deviation of the whole point spread in pixels, the mean over all directions: the Gaussian's
    /// variance, that of a missed focus (a quarter of its radius' square) and that of motion (a 24th of its length's).
    public var pointSpread: Double {
        guard let capture else { return blurPixels }
        return
            (blurPixels * blurPixels + capture.defocusRadius * capture.defocusRadius / 4 + capture.motion
            .length
            * capture.motion.length / 24).squareRoot()
    }
}
