import PixelMath
import Raster

/// The share of light that is missing in each working pixel: `1 − Y/B`.
///
/// 0 on bare skin and where there is no skin, towards 1 on black; slightly below 0 where noise or glare brightens
/// the skin.
struct Absorption {
    /// In luminance.
    private(set) var luminance: Plane
    /// Whether each working pixel is skin.
    let isSkin: [Bool]
    private let light: RGBImage
    private let background: Background

    /// Divides a picture by the bare skin's light.
    ///
    /// - Parameters:
    ///   - image: The picture.
    ///   - background: The bare skin's light.
    ///   - isSkin: Whether each working pixel is skin.
    init(of image: WorkingImage, over background: Background, isSkin: [Bool]) {
        self.isSkin = isSkin
        self.background = background
        light = image.colour
        luminance = Self.missing(light.luminance, background.luminance, where: isSkin)
    }

    /// The share of red that is missing in a working pixel: few pixels are ever asked for it.
    func red(x: Int, y: Int) -> Float { missing(light.red, background.red, x, y) }

    /// The share of red that is missing in every working pixel.
    func redPlane() -> Plane {
        Self.missing(light.red, background.red, where: isSkin)
    }

    /// The share of blue that is missing in a working pixel.
    func blue(x: Int, y: Int) -> Float { missing(light.blue, background.blue, x, y) }

    private static func missing(_ channel: Plane, _ bare: BilinearGrid, where isSkin: [Bool]) -> Plane {
        var missing = channel
        let width = channel.width
        bare.forRows(width: width, height: channel.height) { y, row in
            for x in 0..<width {
                let pixel = y * width + x
                missing.samples[pixel] = isSkin[pixel] ? 1 - missing.samples[pixel] / row[x] : 0
            }
        }
        return missing
    }

    private func missing(_ channel: Plane, _ bare: BilinearGrid, _ x: Int, _ y: Int) -> Float {
        guard isSkin[y * channel.width + x] else { return 0 }
        return 1 - channel[x, y] / bare.value(x: x, y: y)
    }

    /// Takes away from the share of missing luminance of the skin what a grid over it says.
    mutating func lower(by offset: BilinearGrid) {
        luminance.lower(by: offset, where: isSkin)
    }
}

extension Plane {
    /// Takes a grid over the plane away from some of its pixels.
    mutating func lower(by offset: BilinearGrid, where isLowered: [Bool]) {
        let width = width
        offset.forRows(width: width, height: height) { y, row in
            for x in 0..<width where isLowered[y * width + x] { samples[y * width + x] -= row[x] }
        }
    }
}
