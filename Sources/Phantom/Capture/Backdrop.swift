import SteadyMath

/// What lies behind the head: a wall, with clothes below a line.
public struct Backdrop: Sendable, Equatable {
    /// The wall's paint.
    public var wall = Spectrum.paint(below: 0.55, above: 0.7, edge: 520, softness: 40)
    /// The clothes' dye.
    public var cloth = Spectrum.paint(below: 0.12, above: 0.03, edge: 510, softness: 20)
    /// Where clothes begin, mm below the scene's origin.
    public var clothLevel = 1_000.0
    /// Light that falls on it over that on the head.
    public var brightness = 0.8
    /// Distance of the clothes' threads in mm.
    public var threadSpacing = 0.8

    /// Makes a pale wall.
    public init() {}

    /// Draws a wall and clothes: whites, greys, paints, one wall in five as brown as skin.
    ///
    /// - Parameters:
    ///   - halfHeight: Half of what the camera sees, mm.
    ///   - random: Draws everything.
    /// - Returns: The backdrop.
    static func drawn(halfHeight: Double, random: inout SeededRandom) -> Backdrop {
        var out = Backdrop()
        let lightness = random.uniform(0.12...0.8)
        let tint = random.uniform()
        if tint < 0.45 {
            out.wall = .paint(
                below: lightness * random.uniform(0.85...1), above: lightness, edge: 530, softness: 50)
        } else if tint < 0.65 {
            var skinLike = LayeredSkin(melanin: random.uniform(0.02...0.15))
            skinLike.blood = 0.02
            out.wall = skinLike.reflectance()
        } else if tint < 0.85 {
            out.wall = .paint(
                below: lightness, above: 0.6 * lightness, edge: random.uniform(500...600), softness: 30)
        } else {
            out.wall = .paint(
                below: 0.3 * lightness, above: lightness, edge: random.uniform(480...610), softness: 20)
        }
        let dye = random.uniform()
        let depth = random.uniform(0.02...0.6)
        if dye < 0.5 {
            out.cloth = .flat(depth)
        } else if dye < 0.75 {
            out.cloth = .paint(below: 0.4, above: 0.04, edge: random.uniform(490...560), softness: 18)
        } else {
            out.cloth = .paint(below: 0.05, above: 0.5, edge: random.uniform(540...620), softness: 12)
        }
        out.clothLevel = random.uniform() < 0.6 ? random.uniform(-0.2...0.8) * halfHeight : 1_000
        out.brightness = random.uniform(0.3...1.1)
        out.threadSpacing = random.uniform(0.4...1.2)
        return out
    }
}
