/// Three planes that are filled in as rows come, in any orientation.
///
/// Memory is reserved but not touched before its rows come, so a photo that turns out to be cut off or broken
/// costs no more than what was there.
@safe struct PlaneBuilder: ~Copyable {
    private let red: UnsafeMutableBufferPointer<Float>
    private let green: UnsafeMutableBufferPointer<Float>
    private let blue: UnsafeMutableBufferPointer<Float>

    /// Makes planes of `pixels` pixels, hands them to `body` to fill in every pixel, and gives them back.
    ///
    /// - Throws: What `body` throws; the memory is given back.
    static func planes(
        pixels: Int, filledBy body: (inout PlaneBuilder) throws(PhotoDecodingError) -> Void
    ) throws(PhotoDecodingError) -> (red: [Float], green: [Float], blue: [Float]) {
        var failure: PhotoDecodingError?
        var red: [Float] = []
        var green: [Float] = []
        // Each buffer has room for `pixels` numbers; they count as filled in only when `body` has not thrown.
        let blue = unsafe [Float](unsafeUninitializedCapacity: pixels) { blueBuffer, blueCount in
            green = unsafe [Float](unsafeUninitializedCapacity: pixels) { greenBuffer, greenCount in
                red = unsafe [Float](unsafeUninitializedCapacity: pixels) { redBuffer, redCount in
                    var builder = unsafe PlaneBuilder(red: redBuffer, green: greenBuffer, blue: blueBuffer)
                    do throws(PhotoDecodingError) {
                        try body(&builder)
                    } catch {
                        failure = error
                    }
                    redCount = failure == nil ? pixels : 0
                }
                greenCount = failure == nil ? pixels : 0
            }
            blueCount = failure == nil ? pixels : 0
        }
        if let failure { throw failure }
        return (red, green, blue)
    }

    private init(
        red: UnsafeMutableBufferPointer<Float>, green: UnsafeMutableBufferPointer<Float>,
        blue: UnsafeMutableBufferPointer<Float>
    ) {
        unsafe self.red = unsafe red
        unsafe self.green = unsafe green
        unsafe self.blue = unsafe blue
    }

    /// Puts rows `firstRow ..< firstRow + rows` of a stored picture where they belong in the upright one.
    ///
    /// - Complexity: O(pixels of the rows).
    mutating func place(
        _ band: LinearBand, firstRow: Int, rows: Int, width: Int, height: Int, orientation: PhotoOrientation
    ) {
        precondition(firstRow + rows <= height && rows * width <= band.red.count, "rows of the picture")
        let at = orientation.placement(width: width, height: height)
        let start = at.origin + firstRow * at.down
        unsafe Self.place(band.red, in: red, rows, width, start: start, right: at.right, down: at.down)
        unsafe Self.place(band.green, in: green, rows, width, start: start, right: at.right, down: at.down)
        unsafe Self.place(band.blue, in: blue, rows, width, start: start, right: at.right, down: at.down)
    }

    /// Columns that are turned at a time: sixteen Floats fill a cache line.
    private static let tile = 16

    // Placement maps the picture's pixels one to one onto 0 ..< width · height, the length of `plane`, and the
    // caller has checked that `samples` holds rows · width numbers.
    private static func place(
        _ samples: [Float], in plane: UnsafeMutableBufferPointer<Float>, _ rows: Int, _ width: Int,
        start: Int, right: Int, down: Int
    ) {
        guard let target = plane.baseAddress else { return }
        unsafe samples.withUnsafeBufferPointer { source in
            guard let source = source.baseAddress else { return }
            if right == 1 {
                for y in 0..<rows {
                    unsafe (target + start + y * down).initialize(from: source + y * width, count: width)
                }
                return
            }
            // Rows become columns, or run backwards: a tile is read and written by whole cache lines.
            for left in stride(from: 0, to: width, by: tile) {
                let end = min(left + tile, width)
                for y in 0..<rows {
                    unsafe turn(
                        source + (y * width + left), count: end - left,
                        to: target + (start + y * down + left * right), step: right)
                }
            }
        }
    }

    // `count` numbers from `source` go to every `step`th place from `target` on, inside the planes as above.
    @inline(__always)
    private static func turn(
        _ source: UnsafePointer<Float>, count: Int, to target: UnsafeMutablePointer<Float>, step: Int
    ) {
        var at = unsafe target
        for x in 0..<count {
            unsafe at.pointee = unsafe source[x]
            unsafe at += step
        }
    }
}
