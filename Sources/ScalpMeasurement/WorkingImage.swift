import PhotoDecoding
import PixelMath
import Raster

/// By how much a photo's sides may be shortened while it is read, told from its full size in pixels.
public typealias ReductionWish = (_ size: (width: Int, height: Int)) -> Int

/// A photo at the resolution that its dots need.
///
/// Positions are told in pixels of the photo: a working pixel `w` lies at `(w + ½) · reduction − ½`.
struct WorkingImage {
    /// Whole number of photo pixels along the side of a working pixel, what the decoder reduced included.
    let reduction: Int
    /// Linear sRGB.
    let colour: RGBImage
    /// Its luminance.
    let luminance: Plane

    var width: Int { colour.width }
    var height: Int { colour.height }

    /// Pixels per millimetre that a dot of 0.15 mm needs to be counted without loss: two and a half across.
    static let finestPixelsPerMillimetre = 17.0
    /// Pixels of a photo without scale up to which it is first looked at as it is.
    static let mostPixelsAtFirst = 6_000_000

    /// Reduces a photo in linear light, as near to `reduction` as what the decoder has left of it allows.
    init(of photo: Photo, reduction: Int) {
        let image = photo.image
        let further = reduction / photo.reduction.rawValue
        let fits = max(1, min(further, min(image.width, image.height)))
        self.reduction = fits * photo.reduction.rawValue
        colour = fits == 1 ? image : image.reduced(by: fits)
        luminance = colour.luminance
    }

    /// The reduction for a photo of known scale.
    static func reduction(pixelsPerMillimetre: Double) -> Int {
        max(1, Int(pixelsPerMillimetre / finestPixelsPerMillimetre))
    }

    /// The reduction at which a photo of unknown scale is first looked at: a large photo's dots are large as a
    /// rule.
    static func firstReduction(width: Int, height: Int) -> Int {
        var reduction = 1
        while width / reduction * (height / reduction) > mostPixelsAtFirst { reduction *= 2 }
        return reduction
    }

    /// A place in working pixels, in pixels of the photo.
    func photoPoint(x: Double, y: Double) -> PixelPoint {
        let step = Double(reduction)
        return PixelPoint(x: (x + 0.5) * step - 0.5, y: (y + 0.5) * step - 0.5)
    }

    /// The working pixel that holds a place in working pixels, or nil where it lies outside.
    func pixel(x: Double, y: Double) -> (x: Int, y: Int)? {
        let (column, row) = (Int(x.rounded()), Int(y.rounded()))
        guard column >= 0, row >= 0, column < width, row < height else { return nil }
        return (column, row)
    }

    /// A place in pixels of the photo, in working pixels.
    func workingPoint(_ point: PixelPoint) -> PixelPoint {
        let step = Double(reduction)
        return PixelPoint(x: (point.x + 0.5) / step - 0.5, y: (point.y + 0.5) / step - 0.5)
    }
}
