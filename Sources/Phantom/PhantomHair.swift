/// A shaved hair: a short stroke that leaves its pore at a slant.
public struct PhantomHair: Sendable, Equatable {
    /// Where it leaves the skin.
    public var root: ScenePoint
    /// Where it ends.
    public var tip: ScenePoint
    /// Its thickness in mm.
    public var thickness: Double
    /// Share of the light that it takes away, 0…1.
    public var absorbance: Double
}
