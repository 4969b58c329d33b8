/// The loops over pixels that take nearly all of the time, as one instruction set runs them.
///
/// `PixelKernels` is compiled once for each instruction set; `PixelMath` takes the one that the processor can run. All
/// give the same bytes: lanes are worked on alike however many fit into a register, sums across lanes have one fixed
/// order, and products and sums are rounded apart.
///
/// Pointers are to numbers of planes without gaps. Who calls a kernel holds all that it reads and writes, as each says.
package protocol KernelSet: Sendable {
    /// `target[x] = middle · s[x] + Σₖ taps[k] · (s[x − k − 1] + s[x + k + 1])` for x in 0 ..< width.
    ///
    /// `source` points to s[0]; `count` samples stand before it and behind s[width − 1].
    static func blurAlongRow(
        _ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>, width: Int, middle: Float,
        taps: UnsafePointer<Float>, count: Int)

    /// `target[x] = middle · rows[count][x] + Σₖ taps[k] · (rows[count − k − 1][x] + rows[count + k + 1][x])`, and `next[x]`
    /// the same a row farther on.
    ///
    /// `rows` holds `2 · count + 2` rows of `width` samples.
    static func blurAcrossRows(
        _ rows: UnsafePointer<UnsafePointer<Float>>, into target: UnsafeMutablePointer<Float>,
        and next: UnsafeMutablePointer<Float>, width: Int, middle: Float, taps: UnsafePointer<Float>,
        count: Int)

    /// `target[x] = one[x] − other[x]`.
    static func subtract(
        _ one: UnsafePointer<Float>, _ other: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>,
        width: Int)

    /// `target[x] = ((top[2x] + top[2x + 1]) + (bottom[2x] + bottom[2x + 1])) / 4` for x in 0 ..< width.
    static func halve(
        _ top: UnsafePointer<Float>, _ bottom: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>,
        width: Int)

    /// Columns 1 ..< width − 1 of a row that are above a threshold and higher than their eight neighbours, of equal ones
    /// the first in reading order; written to `found`, which has room for `width`. Returns how many.
    static func maxima(
        of row: UnsafePointer<Float>, above: UnsafePointer<Float>, below: UnsafePointer<Float>, width: Int,
        threshold: Float, found: UnsafeMutablePointer<Int32>
    ) -> Int

    /// `target[x] = 1 − light[x] / bare[x]` where `skin[x]` is true, else 0.
    static func missingLight(
        _ light: UnsafePointer<Float>, over bare: UnsafePointer<Float>, where skin: UnsafePointer<Bool>,
        into target: UnsafeMutablePointer<Float>, width: Int)

    /// `target[x] = (share − least) · stepsPerUnit`, to the nearest whole number within 0 … 255, with `share` that of
    /// `source[x]`, and where `chosen[x]` is true `(source[x] − row[x]) / (1 − row[x])`.
    static func rebasedBytes(
        _ source: UnsafePointer<Float>, on row: UnsafePointer<Float>, where chosen: UnsafePointer<Bool>,
        least: Float, stepsPerUnit: Float, into target: UnsafeMutablePointer<UInt8>, width: Int)

    /// `sums[x] += row[x]` where `chosen[x]` is true.
    static func add(
        _ row: UnsafePointer<Float>, where chosen: UnsafePointer<Bool>,
        to sums: UnsafeMutablePointer<Float>, width: Int)

    /// `counts[x] += 1` where `chosen[x]` is true, as long as no more than 255 were counted.
    static func count(
        _ chosen: UnsafePointer<Bool>, in counts: UnsafeMutablePointer<UInt8>, width: Int)

    /// `target[x] =` whether red, blue or the green that luminance has beside them reaches a limit. Returns how many do.
    static func above(
        _ limit: Float, red: UnsafePointer<Float>, luminance: UnsafePointer<Float>,
        blue: UnsafePointer<Float>, shares: SIMD3<Float>, into target: UnsafeMutablePointer<Bool>, width: Int
    ) -> Int

    /// `target[x] =` whether `target[x]` or `row[x]` is true.
    static func unite(_ target: UnsafeMutablePointer<Bool>, with row: UnsafePointer<Bool>, width: Int)

    /// `target[x] = shares.x · red[x] + shares.y · green[x] + shares.z · blue[x]`.
    static func mix(
        red: UnsafePointer<Float>, green: UnsafePointer<Float>, blue: UnsafePointer<Float>,
        shares: SIMD3<Float>, into target: UnsafeMutablePointer<Float>, width: Int)

    /// `target[x] = top[x] + share · (bottom[x] − top[x])`.
    static func between(
        _ top: UnsafePointer<Float>, _ bottom: UnsafePointer<Float>, share: Float,
        into target: UnsafeMutablePointer<Float>, width: Int)

    /// `target[x] =` the smallest of `source[x + offsets[i]]` over all i, one or more, for x in 0 ..< width.
    static func smallest(
        _ source: UnsafePointer<UInt8>, offsets: UnsafePointer<Int>, count: Int,
        into target: UnsafeMutablePointer<UInt8>, width: Int)

    /// `target[x] =` the largest of `source[x + offsets[i]]` over all i, one or more, for x in 0 ..< width.
    static func largest(
        _ source: UnsafePointer<UInt8>, offsets: UnsafePointer<Int>, count: Int,
        into target: UnsafeMutablePointer<UInt8>, width: Int)

    /// `best[x] = max(best[x], one[x] − other[x])`.
    static func keepLargerDifference(
        _ best: UnsafeMutablePointer<UInt8>, _ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>,
        width: Int)

    /// `target[x] = source[x] · scale`, to the nearest whole number, held within 0 … 255.
    static func wholeNumbers(
        _ source: UnsafePointer<Float>, scale: Float, into target: UnsafeMutablePointer<UInt8>, width: Int)

    /// `target[x] = 255 · part[x] / max(whole[x], least)`, held within 0 … 255, to the nearest whole number.
    static func shares(
        of part: UnsafePointer<Float>, in whole: UnsafePointer<Float>, least: Float,
        into target: UnsafeMutablePointer<UInt8>, width: Int)

    /// Sums over a patch of a plane under a Gaussian window.
    ///
    /// - Parameters:
    ///   - plane: The plane's first sample.
    ///   - patch: Which part of it, and the window.
    /// - Returns: The sums.
    static func moments(of plane: UnsafePointer<Float>, in patch: Patch) -> PatchMoments

    /// Adds `amplitude` times the patch's Gaussian to a plane; the sums are those of what is there then.
    static func paintedMoments(
        _ amplitude: Float, on plane: UnsafeMutablePointer<Float>, in patch: Patch
    ) -> PatchMoments

    /// `Σ v` and `Σ w²` over a patch, as ``moments(of:in:)`` has them.
    static func match(of plane: UnsafePointer<Float>, in patch: Patch) -> SIMD2<Float>

    /// Adds `amplitude` times the patch's Gaussian to a plane.
    static func paint(_ amplitude: Float, on plane: UnsafeMutablePointer<Float>, in patch: Patch)

    /// Sums of three planes over a disc around the patch's middle, and its pixels as the last lane.
    ///
    /// A pixel on the rim counts by how far it lies inside.
    static func disc(
        of first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>,
        radius: Float, in patch: Patch
    ) -> SIMD4<Float>

    /// Sums over round apertures around the patch's middle of a plane plus `amplitude` times the patch's Gaussian.
    ///
    /// A pixel on the rim of an aperture counts by how far it lies inside.
    static func apertures(
        of plane: UnsafePointer<Float>, adding amplitude: Float, outer: Float, inner: Float, in patch: Patch
    ) -> PatchApertures
}

/// A rectangle of a plane with a Gaussian `exp(−½ dᵀ A d)` on it; `d` is the distance from its middle in pixels.
package struct Patch: Sendable {
    /// Samples in a row of the plane, at least ``Patch/leastWidth``.
    package var width: Int
    /// First column.
    package var left: Int
    /// One beyond the last column.
    package var right: Int
    /// First row.
    package var top: Int
    /// One beyond the last row.
    package var bottom: Int
    /// Column of the middle.
    package var x: Double
    /// Row of the middle.
    package var y: Double
    /// A's element for columns, over 2.
    package var halfXX: Float
    /// A's element for rows, over 2.
    package var halfYY: Float
    /// A's element beside the diagonal.
    package var xy: Float

    /// Kernels read so many samples of a row at once.
    package static let leastWidth = 16

    /// Makes a patch.
    package init(
        width: Int, left: Int, right: Int, top: Int, bottom: Int, x: Double, y: Double, halfXX: Float,
        halfYY: Float, xy: Float
    ) {
        self.width = width
        self.left = left
        self.right = right
        self.top = top
        self.bottom = bottom
        self.x = x
        self.y = y
        self.halfXX = halfXX
        self.halfYY = halfYY
        self.xy = xy
    }
}

/// Sums over a patch: `v` stands for the plane's sample times the window `w`, `d` for the distance from the middle.
package struct PatchMoments: Sendable, Equatable {
    /// `Σ v`.
    package var sum: Float
    /// `Σ v · dx`.
    package var x: Float
    /// `Σ v · dy`.
    package var y: Float
    /// `Σ v · dx²`.
    package var xx: Float
    /// `Σ v · dy²`.
    package var yy: Float
    /// `Σ v · dx · dy`.
    package var xy: Float
    /// `Σ w²`.
    package var square: Float

    /// Makes sums.
    package init(sum: Float, x: Float, y: Float, xx: Float, yy: Float, xy: Float, square: Float) {
        self.sum = sum
        self.x = x
        self.y = y
        self.xx = xx
        self.yy = yy
        self.xy = xy
        self.square = square
    }
}

/// Sums under two round apertures and the pixels that each counts.
package struct PatchApertures: Sendable, Equatable {
    /// Sum under the outer aperture.
    package var outer: Float
    /// Pixels of the outer aperture.
    package var outerPixels: Float
    /// Sum under the inner aperture.
    package var inner: Float
    /// Pixels of the inner aperture.
    package var innerPixels: Float

    /// Makes sums.
    package init(outer: Float, outerPixels: Float, inner: Float, innerPixels: Float) {
        self.outer = outer
        self.outerPixels = outerPixels
        self.inner = inner
        self.innerPixels = innerPixels
    }
}
