/// A small brown mark of the skin itself: a pore or a freckle.
public struct PhantomMark: Sendable, Equatable {
    /// Its centre on the skin.
    public var centre: ScenePoint
    /// Half its length and half its width in mm (standard deviations of its Gaussian profile).
    public var spread: (length: Double, width: Double)
    /// Direction of its length in radians.
    public var angle: Double
    /// Units of melanin at its middle (see ``SkinOptics``).
    public var melanin: Double

    /// Whether two marks are the same.
    public static func == (left: PhantomMark, right: PhantomMark) -> Bool {
        left.centre == right.centre && left.spread == right.spread && left.angle == right.angle
            && left.melanin == right.melanin
    }
}
