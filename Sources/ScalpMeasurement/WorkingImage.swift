import PhotoDecoding
import PixelMath
import Raster

/// By how much a photo's sides may be shortened while it is read, told from its full size in pixels.
public typealias ReductionWish = (_ size: (width: Int, height: Int)) -> Int

/// A photo at the resolution that its dots need.
///
/// Of its light red, luminance and blue are kept: green is what luminance has beside the two.
/// Positions are told in pixels of the photo: a working pixel `w` lies at `(w + ½) · reduction − ½`.
struct WorkingImage {
    /// Whole number of photo pixels along the side of a working pixel, what the decoder reduced included.
    let reduction: Int
    /// Pixels of the photo in a row.
    let photoWidth: Int
    /// Rows of the photo.
    let photoHeight: Int
    /// Linear red (sRGB).
    let red: Plane
    /// Luminance.
    let luminance: Plane
    /// Linear blue.
    let blue: Plane
    /// Working pixels that one of its pixels stands for: 4 in a halved image.
    let pixelsAPixel: Int

    var width: Int { luminance.width }
    var height: Int { luminance.height }

    /// Pixels per millimetre that a dot of 0.15 mm needs to be counted without loss: two and a half across.
    static let finestPixelsPerMillimetre = 17.0
    /// Pixels of a photo without scale up to which it is first looked at as it is.
    static let mostPixelsAtFirst = 6_000_000

    /// Reduces a photo in linear light, as near to `reduction` as what the decoder has left of it allows.
    init(of photo: Photo, reduction: Int) {
        let image = photo.image
        let further = max(1, min(reduction / photo.reduction.rawValue, min(image.width, image.height)))
        self.reduction = further * photo.reduction.rawValue
        (photoWidth, photoHeight) = (photo.width, photo.height)
        let colour = further == 1 ? image : image.reduced(by: further)
        red = colour.red
        luminance = colour.luminance
        blue = colour.blue
        pixelsAPixel = 1
    }

    private init(_ image: WorkingImage, smallerBy times: Int, pixelsAPixel: Int) {
        reduction = times * image.reduction
        (photoWidth, photoHeight) = (image.photoWidth, image.photoHeight)
        red = image.red.reduced(by: times)
        luminance = image.luminance.reduced(by: times)
        blue = image.blue.reduced(by: times)
        self.pixelsAPixel = pixelsAPixel
    }

    /// The image at half its size, for whatever asks for no single dot.
    var halved: WorkingImage { WorkingImage(self, smallerBy: 2, pixelsAPixel: 4 * pixelsAPixel) }

    /// The image at a smaller size, to work on instead of it.
    func reduced(by times: Int) -> WorkingImage { WorkingImage(self, smallerBy: times, pixelsAPixel: 1) }

    /// The same row of its planes.
    ///
    /// - Parameter body: Takes the row's number and its red, luminance and blue.
    func forRows(
        _ body: (
            _ y: Int, _ red: UnsafePointer<Float>, _ luminance: UnsafePointer<Float>,
            _ blue: UnsafePointer<Float>
        ) -> Void
    ) {
        unsafe red.samples.withUnsafeBufferPointer { red in
            unsafe blue.samples.withUnsafeBufferPointer { blue in
                guard let red = red.baseAddress, let blue = blue.baseAddress else { return }
                // Bounded: row y of each plane.
                unsafe luminance.forRows { y, row in
                    unsafe body(y, red + y * width, row, blue + y * width)
                }
            }
        }
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
