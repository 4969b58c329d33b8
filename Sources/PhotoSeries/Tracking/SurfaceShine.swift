import PixelMath

/// How much of the lamp's own light the skin's surface throws back, so that the dots under it look too pale.
///
/// White light `W` over skin of luminance `B` leaves the depth of a dot as it is and lowers its share of missing light:
/// ```
/// load seen = load / factor,  factor = (B + W) / B
/// ```
/// The differences between the skin's channels stay as well, so their shares of its luminance, `(R − G) / Y` and
/// `(G − B) / Y`, fall by the same factor. Their geometric mean tells it: a lamp that is not quite white moves the two
/// apart. Light that is merely brighter leaves both alone. Skin that is less red than elsewhere lowers the first but not
/// the second, and a cooler light comes with shade. Each place is held against itself in the other photos, so that skin
/// which is pale by nature, or shines in all of them, is no shine.
enum SurfaceShine {
    /// Factor from which a load is not told.
    static let mostTold = 1.25
    /// Factor below which there is no shine: three deviations of the skin's own colour.
    private static let least = 1.08
    /// Factor that each of the two colours shows at least.
    private static let leastOfEach = 1.04
    /// The palest that skin is taken for, as a share of its usual colour.
    private static let palest = 0.1
    /// Shares of luminance below which the skin of a photo has no colour to tell by.
    private static let leastColour = 0.05
    /// Rank of the colour that a place usually has among its photos, 0 the palest and 1 the fullest: more than half of
    /// the photos may shine.
    private static let usualRank = 0.75

    /// The factor by which loads are seen too low.
    ///
    /// - Parameter light: For each photo and place the linear light of the bare skin; nil where it is not shown, empty
    ///   where the photo is not registered.
    /// - Returns: For each photo and place the factor, 1 without shine; empty for an empty photo.
    /// - Complexity: O(photos · places · log photos).
    static func factors(in light: [[SIMD3<Double>?]]) -> [[Double]] {
        let photos = light.map { Self.looks(of: $0) }
        var factors = light.map { [Double](repeating: 1, count: $0.count) }
        for place in 0..<(light.map(\.count).max() ?? 0) {
            let shown = photos.indices.filter { place < photos[$0].count && photos[$0][place] != nil }
            let looks = shown.compactMap { photos[$0][place] }
            guard looks.count > 1 else { continue }
            let usual = Look(
                red: ranked(looks.map(\.red), usualRank), yellow: ranked(looks.map(\.yellow), usualRank),
                bright: ranked(looks.map(\.bright), 1 - usualRank))
            for (photo, look) in zip(shown, looks) where look.bright > usual.bright {
                let red = usual.red / max(look.red, palest * usual.red)
                let yellow = usual.yellow / max(look.yellow, palest * usual.yellow)
                let factor = (red * yellow).squareRoot()
                if min(red, yellow) >= leastOfEach, factor >= least { factors[photo][place] = factor }
            }
        }
        return factors
    }

    /// The skin of a place over that of the photo's middling place.
    private struct Look {
        var red: Double
        var yellow: Double
        var bright: Double
    }

    private static func looks(of light: [SIMD3<Double>?]) -> [Look?] {
        let looks = light.map { light -> Look? in
            guard let light else { return nil }
            let luminance =
                Double(LuminanceShare.red) * light.x + Double(LuminanceShare.green) * light.y
                + Double(LuminanceShare.blue) * light.z
            guard luminance > 0 else { return nil }
            return Look(
                red: (light.x - light.y) / luminance, yellow: (light.y - light.z) / luminance,
                bright: luminance)
        }
        let known = looks.compactMap(\.self)
        let (red, yellow) = (known.map(\.red).median, known.map(\.yellow).median)
        let bright = known.map(\.bright).median
        guard red > leastColour, yellow > leastColour else { return light.map { _ in nil } }
        return looks.map { look in
            look.map { Look(red: $0.red / red, yellow: $0.yellow / yellow, bright: $0.bright / bright) }
        }
    }

    private static func ranked(_ values: [Double], _ rank: Double) -> Double {
        values.sorted()[Int((rank * Double(values.count - 1)).rounded())]
    }
}
