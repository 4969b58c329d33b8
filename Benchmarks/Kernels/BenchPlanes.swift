import Glibc
import KernelTable

/// Planes that the kernels work on, of seeded noise and of round dots, and those they write to.
///
/// A row of a plane is found by its number; `margin` samples stand before the first row and behind the last.
@safe
final class BenchPlanes {
    /// Samples in a row.
    let width: Int
    /// Rows, a multiple of ``patchSide``.
    let height: Int

    /// Rows and columns of a patch.
    static let patchSide = 12
    /// Pixels from one dot to the next in ``dots``: some 30,000 on 12 megapixels.
    private static let pitch = 20
    /// Pixels from one stretch of truths to the next in ``flags``: pixels that are chosen lie together, as skin does.
    private static let stretch = 300
    /// A large page, and what sets of planes are kept apart by beside it, so that their rows share no cache line sets.
    private static let (page, stagger) = (2 << 20, 1_088)

    let floats: [UnsafeMutablePointer<Float>]
    let dots: [UnsafeMutablePointer<Float>]
    let bytes: [UnsafeMutablePointer<UInt8>]
    let flags: [UnsafeMutablePointer<Bool>]
    let found: UnsafeMutablePointer<Int32>
    let rows: UnsafeMutablePointer<UnsafePointer<Float>>

    /// Makes planes.
    ///
    /// - Parameters:
    ///   - width: Samples in a row.
    ///   - height: Rows, a multiple of ``patchSide``.
    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        let (count, margin) = (width * height, 32 * width)
        var number = 0
        func plane<Sample>(of type: Sample.Type, _ value: (Int) -> Sample) -> UnsafeMutablePointer<Sample> {
            number += 1
            let length = count + 2 * margin
            let size = length * MemoryLayout<Sample>.stride + number * Self.stagger
            let start = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Self.page)
            // What the system says to it does not matter: then the pages stay small.
            _ = unsafe madvise(start, size, Int32(MADV_HUGEPAGE))
            // Bounded: `length` samples behind the stagger.
            let first = unsafe (start + number * Self.stagger).bindMemory(to: type, capacity: length)
            for index in 0..<length { unsafe (first + index).initialize(to: value(index)) }
            return unsafe first + margin
        }
        var generator: UInt32 = 1
        func noise(_: Int = 0) -> Float {
            generator = generator &* 1_664_525 &+ 1_013_904_223
            return 0.05 + 0.9 * Float(generator >> 8) / Float(1 << 24)
        }
        func hill(_ place: Int, _ pitch: Int) -> Float {
            let part = Float(place % pitch) / Float(pitch)
            return 4 * part * (1 - part)
        }
        unsafe floats = (0..<4).map { _ in unsafe plane(of: Float.self, noise) }
        unsafe dots = (0..<3).map { _ in
            unsafe plane(of: Float.self) {
                hill($0 % width, Self.pitch) * hill($0 / width, Self.pitch) + 0.01 * noise()
            }
        }
        unsafe bytes = (0..<3).map { _ in unsafe plane(of: UInt8.self) { _ in UInt8(255 * noise()) } }
        unsafe flags = (0..<2).map { _ in
            unsafe plane(of: Bool.self) {
                hill($0 % width, Self.stretch) * hill($0 / width, Self.stretch) > 0.3
            }
        }
        unsafe found = plane(of: Int32.self) { _ in 0 }
        unsafe rows = .allocate(capacity: 256)
    }

    /// A row of the first planes of noise, or of the one that is written to.
    func float(_ plane: Int, _ y: Int) -> UnsafeMutablePointer<Float> { unsafe floats[plane] + y * width }

    /// A row of the planes of dots.
    func dot(_ plane: Int, _ y: Int) -> UnsafeMutablePointer<Float> { unsafe dots[plane] + y * width }

    /// A row of truths.
    func flag(_ plane: Int, _ y: Int) -> UnsafeMutablePointer<Bool> { unsafe flags[plane] + y * width }

    /// A row of bytes.
    func byte(_ plane: Int, _ y: Int) -> UnsafeMutablePointer<UInt8> { unsafe bytes[plane] + y * width }

    /// The patches whose first row is y, side by side, with a Gaussian of sigma 2.2 a little off their middles.
    func eachPatch(from y: Int, _ body: (Patch) -> Void) {
        let side = Self.patchSide
        for left in stride(from: 0, to: width - side + 1, by: side) {
            body(
                Patch(
                    width: width, left: left, right: left + side, top: y, bottom: y + side,
                    x: Double(left) + 5.7, y: Double(y) + 5.2, halfXX: 0.1, halfYY: 0.11, xy: 0.02))
        }
    }
}
