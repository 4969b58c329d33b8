/// A spectral camera under a spectral lamp, and what its maker does to the picture.
///
/// With one of these a ``PhantomCamera`` sees the scene by its spectra; without, by the plain channels of
/// ``SkinOptics`` (and then ``PhantomCamera/cast`` is its light).
public struct PhantomCapture: Sendable, Equatable {
    /// The light.
    public var lamp: Lamp
    /// How the camera's channels see it.
    public var sensor: CameraSensor
    /// Factors on the balanced channels of the camera: what its white balance misses.
    public var whiteBalanceError = LinearColour(1, 1, 1)
    /// How much redder and less blue the light's gradient is than the light, a share of the gradient.
    public var gradientTint = 0.0
    /// Veiling light: white added everywhere in the lens, a share of a perfect white.
    public var veil = 0.0
    /// A highlight, or nil.
    public var glare: Glare?
    /// Where the light comes from over the picture plane: its slope to the right and down, about −0.5…0.5.
    ///
    /// Only a dome shows it.
    public var lightSlope = (x: 0.0, y: 0.0)
    /// What lies behind the head.
    public var backdrop = Backdrop()
    /// Motion during the exposure: length in pixels and direction in radians.
    public var motion = (length: 0.0, direction: 0.0)
    /// Radius of an evenly filled circle of a focus missed, in pixels.
    public var defocusRadius = 0.0
    /// Contrast of the tone curve, 0 for none (see ``ToneCurve``).
    public var contrast = 0.0
    /// Lift of the tone curve's middle, 0 for none.
    public var lift = 0.0
    /// Strength of sharpening, 0 for none.
    public var sharpening = 0.0
    /// Standard deviation of the sharpening mask in pixels.
    public var sharpeningSigma = 1.0

    /// Makes a capture by a camera of a kind in daylight, balanced exactly, without processing.
    ///
    /// - Parameters:
    ///   - kind: The camera.
    ///   - lamp: The light.
    public init(_ kind: CameraSensor.Kind = .phone, lamp: Lamp = .daylight(kelvin: 6_504)) {
        self.lamp = lamp
        sensor = CameraSensor(kind)
    }

    /// Whether two captures are the same.
    public static func == (left: PhantomCapture, right: PhantomCapture) -> Bool {
        left.lamp == right.lamp && left.sensor == right.sensor
            && left.whiteBalanceError == right.whiteBalanceError && left.gradientTint == right.gradientTint
            && left.veil == right.veil && left.glare == right.glare && left.lightSlope == right.lightSlope
            && left.backdrop == right.backdrop && left.motion == right.motion
            && left.defocusRadius == right.defocusRadius && left.contrast == right.contrast
            && left.lift == right.lift && left.sharpening == right.sharpening
            && left.sharpeningSigma == right.sharpeningSigma
    }
}
