import PixelMath
import Raster

/// The share of light that is missing in each working pixel: `1 − Y/B`.
///
/// 0 on bare skin and where there is no skin, towards 1 on black; slightly below 0 where noise or glare brightens
/// the skin.
struct Absorption {
    /// In luminance.
    let luminance: Plane
    /// Whether each working pixel is skin.
    let isSkin: [Bool]
    private let red: Plane
    private let blue: Plane
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
        red = image.red
        blue = image.blue
        luminance = image.luminance.missing(from: background.luminance, where: isSkin)
    }

    /// The share of red that is missing in a working pixel: few pixels are ever asked for it.
    func red(x: Int, y: Int) -> Float { missing(red, background.red, x, y) }

    /// The share of red that is missing in every pixel of the image at the same or at half the size.
    ///
    /// - Parameters:
    ///   - image: The image.
    ///   - isSkin: Whether each of its pixels is skin.
    ///   - step: Working pixels along the side of one of them.
    /// - Returns: A plane of the image's size.
    func missingRed(at image: WorkingImage, isSkin: [Bool], step: Int) -> Plane {
        let bare = BilinearGrid(cells: background.red.cells, side: background.red.side / step)
        return image.red.missing(from: bare, where: isSkin)
    }

    /// The share of blue that is missing in a working pixel.
    func blue(x: Int, y: Int) -> Float { missing(blue, background.blue, x, y) }

    private func missing(_ channel: Plane, _ bare: BilinearGrid, _ x: Int, _ y: Int) -> Float {
        guard isSkin[y * channel.width + x] else { return 0 }
        return 1 - channel[x, y] / bare.value(x: x, y: y)
    }

    /// Means over a disc around a spot, the bare skin's light that of its middle.
    ///
    /// - Parameters:
    ///   - model: The spot.
    ///   - radius: The disc's radius, working pixels.
    /// - Returns: The share missing in red, luminance and blue; nil where the disc holds no pixel.
    func means(around model: SpotModel, radius: Double) -> (red: Double, grey: Double, blue: Double)? {
        let patch = luminance.patch(of: model, radius: radius + 1)
        let sums = luminance.disc(in: patch, with: red, blue, radius: radius)
        guard sums.w > 0 else { return nil }
        let column = min(max(Int(model.x.rounded()), 0), luminance.width - 1)
        let row = min(max(Int(model.y.rounded()), 0), luminance.height - 1)
        guard isSkin[row * luminance.width + column] else { return (0, Double(sums.x / sums.w), 0) }
        return (
            Double(1 - sums.y / (sums.w * background.red.value(x: column, y: row))),
            Double(sums.x / sums.w),
            Double(1 - sums.z / (sums.w * background.blue.value(x: column, y: row)))
        )
    }
}
