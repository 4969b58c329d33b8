/// A crust on treated skin: an irregular patch of dark red-brown, larger than a dot.
public struct PhantomScab: Sendable, Equatable {
    /// Its middle on the skin.
    public var centre: ScenePoint
    /// Its mean radius in mm.
    public var radius: Double
    /// Reach in 24 equal directions over the mean radius.
    public var outline: [Double]
    /// How dark it is: factor on a crust's optical density, about 1.
    public var darkness: Double

    /// Its area in mm².
    public var area: Double {
        var sum = 0.0
        for index in outline.indices {
            let next = outline[(index + 1) % outline.count]
            sum += outline[index] * outline[index] + outline[index] * next + next * next
        }
        return .pi * radius * radius * sum / Double(3 * outline.count)
    }
}
