/// A dot of pigment as it was made.
public struct PhantomDot: Sendable, Equatable {
    /// Its centre on the skin.
    public var centre: ScenePoint
    /// Its diameter in mm, at half depth.
    public var diameter: Double
    /// Share of the light that its fresh core takes away in green, 0…1.
    public var freshAbsorbance: Double
    /// Index of the session that made it.
    public var session: Int
    /// Where it stands among its session's dots in the order in which they are lost, 0…1: it is visible while
    /// the session's visible share is at least this.
    public var lossRank: Double
    /// How much longer than the mean it holds its load, about 1.
    public var holding: Double

    /// Integral of its profile over the skin in mm²: the area of full depth with the same load.
    public var effectiveArea: Double {
        let radius = diameter / 2
        let edge = radius * Self.edgeShare
        return .pi * (radius * radius + edge * edge / 5)
    }

    /// Half width of the soft edge as a share of the radius: ink spreads a little between cells.
    static let edgeShare = 0.35
}
