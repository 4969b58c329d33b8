/// A long hair that lies across the skin: a line that bends.
public struct PhantomLongHair: Sendable, Equatable {
    /// Its corners, a millimetre or less apart.
    public var points: [ScenePoint]
    /// Its thickness in mm.
    public var thickness: Double
    /// Share of the light that it takes away, 0…1.
    public var absorbance: Double
}
