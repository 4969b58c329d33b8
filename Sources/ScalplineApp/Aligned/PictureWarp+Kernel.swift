import Raster

extension PictureWarp {
    /// Draws all cells.
    ///
    /// - Parameters:
    ///   - source: The picture in linear light, made smaller by `factor`.
    ///   - factor: By how much.
    ///   - nodes: The way back to the picture before that.
    ///   - frame: What is drawn.
    ///   - bytes: The drawing, 3 bytes a pixel; what the picture does not show is left as it is.
    /// - Returns: How many pixels the picture shows.
    static func draw(
        _ source: RGBImage, factor: Int, nodes: WayBack, frame: AnchorFrame, into bytes: inout [UInt8]
    ) -> Int {
        precondition(bytes.count == 3 * frame.columns * frame.rows)
        var painter = Painter(source: source)
        let fill = SIMD3(repeating: BytePicture.light(of: unseen))
        var shown = 0
        let shrink = 1 / Double(factor)
        // The buffers' sizes are those of the planes and of the drawing, which bound all indices below.
        unsafe source.red.samples.withUnsafeBufferPointer { red in
            unsafe source.green.samples.withUnsafeBufferPointer { green in
                unsafe source.blue.samples.withUnsafeBufferPointer { blue in
                    unsafe bytes.withUnsafeMutableBufferPointer { target in
                        guard let r = red.baseAddress, let g = green.baseAddress, let b = blue.baseAddress
                        else { return }
                        for row in 0..<nodes.rows - 1 {
                            for column in 0..<nodes.columns - 1 {
                                let cell = nodes.cell(column, row)
                                guard cell.isKnown,
                                    cell.touches(
                                        width: source.width * factor + factor,
                                        height: source.height * factor + factor)
                                else { continue }
                                painter.step = cell.scale * shrink
                                painter.scale = min(max(painter.step, 1), widestScale)
                                for y in row * Self.cell..<min((row + 1) * Self.cell, frame.rows) {
                                    let v = Double(y - row * Self.cell) / Double(Self.cell)
                                    let left = cell.upperLeft * (1 - v) + cell.lowerLeft * v
                                    let right = cell.upperRight * (1 - v) + cell.lowerRight * v
                                    let step = (right - left) / Double(Self.cell)
                                    for x in column * Self.cell..<min((column + 1) * Self.cell, frame.columns)
                                    {
                                        let at = left + step * Double(x - column * Self.cell)
                                        let point = (at + 0.5) * shrink - 0.5
                                        let share = painter.shownShare(at: point)
                                        guard share > 0 else { continue }
                                        var light = unsafe painter.light(at: point, r, g, b)
                                        if share < 1 { light = light * share + fill * (1 - share) }
                                        let index = 3 * (y * frame.columns + x)
                                        unsafe target[index] = BytePicture.code(light.x)
                                        unsafe target[index + 1] = BytePicture.code(light.y)
                                        unsafe target[index + 2] = BytePicture.code(light.z)
                                        if share >= 0.5 { shown += 1 }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return shown
    }
}

/// Lays the kernel on three planes.
private struct Painter {
    private let width: Int
    private let height: Int
    private let table = LanczosKernel.table
    /// Pixels that the kernel's unit takes; 1 where the drawing is as fine as the picture.
    var scale = 1.0
    /// Pixels of the picture for one of the drawing.
    var step = 1.0
    private var columnWeights: [Float]
    private var rowWeights: [Float]

    /// Weights at most, in one direction, filled up to whole groups of four.
    private static let mostTaps = 4 * ((2 * 3 * Int(PictureWarp.widestScale) + 2 + 3) / 4)

    init(source: RGBImage) {
        width = source.width
        height = source.height
        columnWeights = Array(repeating: 0, count: Self.mostTaps)
        rowWeights = Array(repeating: 0, count: Self.mostTaps)
    }

    /// Share of a pixel of the drawing that the picture shows: its rim, half a pixel beyond the outermost pixels'
    /// centres, cuts the pixel.
    @inline(__always)
    func shownShare(at point: SIMD2<Double>) -> Float {
        let inside = min(
            min(point.x + 0.5, Double(width) - 0.5 - point.x),
            min(point.y + 0.5, Double(height) - 0.5 - point.y))
        return Float(min(max(inside / step + 0.5, 0), 1))
    }

    /// Red, green and blue at a point; beyond the rim the outermost pixels go on.
    ///
    /// - Parameters:
    ///   - point: A point near the picture.
    ///   - red: `width · height` samples.
    ///   - green: As many.
    ///   - blue: As many.
    /// - Returns: Linear light.
    @inline(__always)
    mutating func light(
        at point: SIMD2<Double>, _ red: UnsafePointer<Float>, _ green: UnsafePointer<Float>,
        _ blue: UnsafePointer<Float>
    ) -> SIMD3<Float> {
        let reach = Double(LanczosKernel.lobes) * scale
        let left = Int((point.x - reach).rounded(.down)) + 1
        let top = Int((point.y - reach).rounded(.down)) + 1
        let columns = Int((point.x + reach).rounded(.down)) - left + 1
        let rows = Int((point.y + reach).rounded(.down)) - top + 1
        let groups = (columns + 3) / 4
        weigh(&columnWeights, first: left, count: columns, filled: groups * 4, around: point.x)
        weigh(&rowWeights, first: top, count: rows, filled: rows, around: point.y)
        var (r, g, b) = (SIMD4<Float>(), SIMD4<Float>(), SIMD4<Float>())
        if left >= 0, top >= 0, left + groups * 4 <= width, top + rows <= height {
            // All that is read lies in the planes: columns left ..< left + 4 · groups, rows top ..< top + rows.
            for row in 0..<rows {
                let start = (top + row) * width + left
                let weight = SIMD4<Float>(repeating: rowWeights[row])
                for group in 0..<groups {
                    let at = start + 4 * group
                    let weights =
                        SIMD4(
                            columnWeights[4 * group], columnWeights[4 * group + 1],
                            columnWeights[4 * group + 2],
                            columnWeights[4 * group + 3]) * weight
                    unsafe r += weights * SIMD4(red[at], red[at + 1], red[at + 2], red[at + 3])
                    unsafe g += weights * SIMD4(green[at], green[at + 1], green[at + 2], green[at + 3])
                    unsafe b += weights * SIMD4(blue[at], blue[at + 1], blue[at + 2], blue[at + 3])
                }
            }
            return SIMD3(r.sum(), g.sum(), b.sum())
        }
        var sum = SIMD3<Float>()
        for row in 0..<rows {
            // Bounded by the rim on every side.
            let y = min(max(top + row, 0), height - 1)
            for column in 0..<columns {
                let x = min(max(left + column, 0), width - 1)
                let weight = columnWeights[column] * rowWeights[row]
                unsafe sum += weight * SIMD3(red[y * width + x], green[y * width + x], blue[y * width + x])
            }
        }
        return sum
    }

    /// Weights of the pixels `first ..< first + count` around a place, their sum 1; 0 behind them up to `filled`.
    @inline(__always)
    private func weigh(
        _ weights: inout [Float], first: Int, count: Int, filled: Int, around place: Double
    ) {
        let steps = Double(LanczosKernel.stepsPerUnit) / scale
        var sum: Float = 0
        for index in 0..<count {
            let distance = abs(Double(first + index) - place) * steps
            let value = table[min(Int(distance + 0.5), table.count - 1)]
            weights[index] = value
            sum += value
        }
        let share = 1 / sum
        for index in 0..<count { weights[index] *= share }
        for index in count..<max(count, filled) { weights[index] = 0 }
    }
}
