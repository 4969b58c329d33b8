import PixelMath
import Raster

/// The share of light that is missing in each working pixel: `1 − Y/B`.
///
/// 0 on bare skin, towards 1 on black; slightly below 0 where noise or glare brightens the skin.
struct Absorption {
    /// In luminance.
    var luminance: Plane
    /// In linear red.
    var red: Plane
    /// In linear blue.
    var blue: Plane

    /// Divides a picture by the bare skin's light.
    init(of image: WorkingImage, over background: Background) {
        luminance = Self.missing(image.luminance, over: background.luminance)
        red = Self.missing(image.colour.red, over: background.red)
        blue = Self.missing(image.colour.blue, over: background.blue)
    }

    private static func missing(_ light: Plane, over background: Plane) -> Plane {
        var result = light
        for pixel in 0..<light.samples.count {
            result.samples[pixel] = 1 - light.samples[pixel] / background.samples[pixel]
        }
        return result
    }
}
