import PixelMath
import Raster

/// The share of missing light of a photo in a byte a working pixel.
///
/// Steps of 1/200 from −0.25 to 1: a fifth of the noise of a good photo, and even over an aperture of a single
/// dot below a thousandth.
struct StoredAbsorption: Sendable {
    let width: Int
    let height: Int
    /// Photo pixels along the side of a working pixel.
    let reduction: Int
    private let bytes: [UInt8]

    private static let least: Float = -0.25
    private static let stepsPerUnit: Float = 200

    /// Stores shares of missing light, told against the light that bare skin turned out to have.
    ///
    /// - Parameters:
    ///   - plane: Shares of the light that the skin was taken for.
    ///   - offset: What bare skin lacks of that light.
    ///   - isSkin: Whether each pixel is skin.
    ///   - reduction: Photo pixels along the side of a working pixel.
    /// - Complexity: O(pixels).
    init(_ plane: Plane, rebasedOn offset: BilinearGrid, where isSkin: [Bool], reduction: Int) {
        width = plane.width
        height = plane.height
        self.reduction = reduction
        bytes = plane.bytes(
            rebasedOn: offset, where: isSkin, least: Self.least, stepsPerUnit: Self.stepsPerUnit)
    }

    /// The share of missing light as a plane.
    var plane: Plane {
        Plane(
            width: width, height: height, samples: bytes.map { Float($0) / Self.stepsPerUnit + Self.least })
    }

    /// Writes the shares as they stand.
    func put(to store: inout StoredBytes) {
        for size in [width, height, reduction] { store.put(size) }
        store.put(bytes)
    }

    /// Reads what ``put(to:)`` wrote; nil where it makes no picture.
    init?(stored reader: inout StoredBytesReader) {
        width = reader.int()
        height = reader.int()
        reduction = reader.int()
        bytes = reader.data()
        let (pixels, isTooLarge) = width.multipliedReportingOverflow(by: height)
        guard width >= 1, height >= 1, reduction >= 1, !isTooLarge, bytes.count == pixels else { return nil }
    }
}
