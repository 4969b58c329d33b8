/// A smooth quantity over a photo, known on every fourth pixel and joined by straight lines.
struct CoarseField: Sendable {
    /// Pixels between the known places.
    static let step = 4

    let columns: Int
    let rows: Int
    var values: [Float]

    /// Makes a field over a photo; the last column and row lie beyond its edge.
    init(width: Int, height: Int) {
        columns = (width - 1) / Self.step + 2
        rows = (height - 1) / Self.step + 2
        values = Array(repeating: 0, count: columns * rows)
    }

    /// Writes one row of pixels.
    ///
    /// - Parameters:
    ///   - y: The photo's row.
    ///   - out: As long as the photo is wide.
    func write(row y: Int, into out: inout [Float]) {
        let row = y / Self.step
        let below = Float(y - row * Self.step) / Float(Self.step)
        let base = row * columns
        var left = Float(0)
        var slope = Float(0)
        for x in 0..<out.count {
            let column = x / Self.step
            let phase = x - column * Self.step
            if phase == 0 {
                let upperLeft = values[base + column]
                let upperRight = values[base + column + 1]
                left = upperLeft + below * (values[base + columns + column] - upperLeft)
                let right = upperRight + below * (values[base + columns + column + 1] - upperRight)
                slope = (right - left) / Float(Self.step)
            }
            out[x] = left + slope * Float(phase)
        }
    }
}
