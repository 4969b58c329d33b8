import KernelTable
import Raster
import SteadyMath

/// Whether the kernels of every instruction set that this processor runs give the same bytes.
///
/// Each kernel works on one small plane of seeded noise, and all that it writes and returns goes into one checksum a set.
package struct KernelSelfTest: Sendable {
    /// The checksum of each instruction set, the narrowest first.
    package let checksums: [(set: InstructionSet, checksum: UInt64)]

    /// Whether all are one.
    package var passes: Bool { checksums.allSatisfy { $0.checksum == checksums[0].checksum } }

    /// Pixels in a row: two blocks of 32 and a tail.
    private static let width = 75
    private static let height = 37

    /// Runs the kernels of every runnable set.
    package init() {
        checksums = InstructionSet.runnable.map { ($0, Self.checksum(of: $0.kernels)) }
    }

    /// A checksum of what all kernels of a set make of the plane.
    private static func checksum(of kernels: any KernelSet.Type) -> UInt64 {
        var random = SeededRandom(seed: 1)
        func noise() -> Plane {
            Plane(
                width: width, height: height,
                samples: (0..<width * height).map { _ in 0.05 + 0.9 * Float(random.uniform()) })
        }
        let planes = [noise(), noise(), noise()]
        let chosen = planes[2].samples.map { $0 > 0.3 }
        var digest = Digest()
        // Bounded: everything below holds `width · height` samples, and each kernel works on so many or on one row.
        unsafe planes[0].samples.withUnsafeBufferPointer { one in
            unsafe planes[1].samples.withUnsafeBufferPointer { two in
                unsafe planes[2].samples.withUnsafeBufferPointer { three in
                    unsafe chosen.withUnsafeBufferPointer { chosen in
                        guard let one = one.baseAddress, let two = two.baseAddress,
                            let three = three.baseAddress, let chosen = chosen.baseAddress
                        else { return }
                        unsafe rows(kernels, one, two, three, chosen, into: &digest)
                        unsafe wholeNumbers(kernels, one, two, into: &digest)
                        unsafe patches(kernels, one, two, three, into: &digest)
                    }
                }
            }
        }
        return digest.value
    }

    private static func rows(
        _ kernels: any KernelSet.Type, _ one: UnsafePointer<Float>, _ two: UnsafePointer<Float>,
        _ three: UnsafePointer<Float>, _ chosen: UnsafePointer<Bool>, into digest: inout Digest
    ) {
        let count = width * height
        let blur = GaussianKernel(sigma: 1.2)
        let reach = blur.radius
        digest.add(floats: count) { target in
            for y in 0..<height - 2 * reach {
                let line = unsafe one + y * width
                unsafe kernels.blurAlongRow(
                    line + reach, into: target + y * width, width: width - 2 * reach, middle: blur.middle,
                    taps: blur.sides, count: reach)
            }
        }
        digest.add(floats: count) { target in
            for y in stride(from: reach, to: height - reach - 1, by: 2) {
                let lines = unsafe (y - reach...y + reach + 1).map { unsafe one + $0 * width }
                unsafe kernels.blurAcrossRows(
                    lines, into: target + y * width, and: target + (y + 1) * width, width: width,
                    middle: blur.middle, taps: blur.sides, count: reach)
            }
        }
        digest.add(floats: count) { unsafe kernels.subtract(one, two, into: $0, width: count) }
        digest.add(floats: count) { target in
            unsafe target.update(from: three, count: count)
            unsafe kernels.halve(one, two, into: target, width: count / 2)
        }
        digest.add(floats: count) {
            unsafe kernels.missingLight(one, over: two, where: chosen, into: $0, width: count)
            unsafe kernels.add(two, where: chosen, to: $0, width: count)
        }
        var counts = [UInt8](repeating: 3, count: count)
        unsafe kernels.count(chosen, in: &counts, width: count)
        var bytes = [UInt8](repeating: 0, count: count)
        unsafe kernels.rebasedBytes(
            one, on: two, where: chosen, least: -0.4, stepsPerUnit: 180, into: &bytes, width: count)
        for byte in bytes { digest.add(UInt32(byte)) }
        var isAbove = [Bool](repeating: false, count: count)
        let many = unsafe kernels.above(
            0.8, red: one, luminance: two, blue: three, shares: LuminanceShare.all, into: &isAbove,
            width: count)
        unsafe kernels.unite(&isAbove, with: chosen, width: count)
        digest.add(UInt32(many))
        for (count, isAbove) in zip(counts, isAbove) { digest.add(UInt32(count) << 1 | (isAbove ? 1 : 0)) }
        digest.add(floats: count) {
            unsafe kernels.mix(
                red: one, green: two, blue: three, shares: LuminanceShare.all, into: $0, width: count)
        }
        digest.add(floats: count) {
            unsafe kernels.between(one, two, share: 0.37, into: $0, width: count)
        }
        var found = [Int32](repeating: 0, count: width)
        for y in 1..<height - 1 {
            let line = unsafe one + y * width
            let count = unsafe kernels.maxima(
                of: line, above: line - width, below: line + width, width: width, threshold: 0.4,
                found: &found)
            for place in found.prefix(count) { digest.add(UInt32(bitPattern: place)) }
        }
    }

    private static func wholeNumbers(
        _ kernels: any KernelSet.Type, _ one: UnsafePointer<Float>, _ two: UnsafePointer<Float>,
        into digest: inout Digest
    ) {
        let count = width * height
        var (first, second) = ([UInt8](repeating: 0, count: count), [UInt8](repeating: 0, count: count))
        unsafe kernels.wholeNumbers(one, scale: LineOpening.stepsPerUnit, into: &first, width: count)
        unsafe kernels.wholeNumbers(two, scale: LineOpening.stepsPerUnit, into: &second, width: count)
        let offsets = [0, 1, width, width + 1, 2 * width - 1, 2, 2 * width + 2]
        let inside = count - 3 * width
        var (low, high) = (first, second)
        unsafe kernels.smallest(first, offsets: offsets, count: offsets.count, into: &low, width: inside)
        unsafe kernels.largest(second, offsets: offsets, count: offsets.count, into: &high, width: inside)
        var best = [UInt8](repeating: 0, count: count)
        unsafe kernels.keepLargerDifference(&best, high, low, width: count)
        var shares = [UInt8](repeating: 0, count: count)
        unsafe kernels.shares(of: one, in: two, least: 0.2, into: &shares, width: count)
        for value in shares + low + high + best { digest.add(UInt32(value)) }
    }

    private static func patches(
        _ kernels: any KernelSet.Type, _ one: UnsafePointer<Float>, _ two: UnsafePointer<Float>,
        _ three: UnsafePointer<Float>, into digest: inout Digest
    ) {
        let count = width * height
        for (left, right) in [(0, 21), (17, 52), (width - 9, width)] {
            let patch = Patch(
                width: width, left: left, right: right, top: 3, bottom: height,
                x: Double(left + right) / 2 + 0.3, y: 17.8, halfXX: 0.06, halfYY: 0.09, xy: 0.03)
            digest.add(floats: count) { target in
                unsafe target.update(from: one, count: count)
                unsafe kernels.paint(0.7, on: target, in: patch)
            }
            digest.add(floats: count) { target in
                unsafe target.update(from: two, count: count)
                let moments = unsafe kernels.paintedMoments(0.6, on: target, in: patch)
                unsafe target[0] = moments.sum + moments.xx
            }
            let match = unsafe kernels.match(of: one, in: patch)
            let moments = unsafe kernels.moments(of: one, in: patch)
            let apertures = unsafe kernels.apertures(of: two, adding: 0.4, outer: 6.4, inner: 2.2, in: patch)
            let disc = unsafe kernels.disc(of: one, two, three, radius: 4.7, in: patch)
            for value in [
                moments.sum, moments.x, moments.y, moments.xx, moments.yy, moments.xy, moments.square,
                apertures.outer, apertures.outerPixels, apertures.inner, apertures.innerPixels, disc.x,
                disc.y,
                disc.z, disc.w, match.x, match.y,
            ] { digest.add(value.bitPattern) }
        }
    }

    /// FNV-1a of 64 bits, a word of 32 bits at a time.
    private struct Digest {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ word: UInt32) { value = (value ^ UInt64(word)) &* 0x100_0000_01B3 }

        /// Adds what a body writes over zeros.
        @safe mutating func add(floats count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) {
            var samples = [Float](repeating: 0, count: count)
            unsafe samples.withUnsafeMutableBufferPointer { samples in
                guard let start = samples.baseAddress else { return }
                unsafe body(start)
            }
            for sample in samples { add(sample.bitPattern) }
        }
    }
}
