import Raster

extension Homography {
    /// Shifts that are tried by `mostMetElsewhere`, in spacings: between them lie the nearest places of every
    /// lattice.
    private static let shifts = 0.55...2.0
    /// Cells of a square of the reach's area in a row, and cells of all shifts at most in a row.
    private static let cellsPerReach = 4
    private static let mostCells = 400

    /// The most dots that this map would meet after a shift by one or two rows of dots, any way.
    ///
    /// Dots that stand evenly meet those of another even field wherever the two are brought row upon row, far more
    /// often than chance; but shifted by a row they meet as often again. A true match meets only where it is.
    ///
    /// - Parameters:
    ///   - moving: The field that the map brings over.
    ///   - fixed: What it is brought over.
    ///   - reach: Distance at which a dot counts as met, in the fixed field's pixels, above 0.
    /// - Returns: Dots of the moving field, counted in the best of all places of a square of the reach's area.
    /// - Complexity: O(dots), some 25 pairs each.
    func mostMetElsewhere(from moving: DotField, over fixed: DotField, reach: Double) -> Int {
        let far = Self.shifts.upperBound * fixed.spacing
        let least = Self.shifts.lowerBound * fixed.spacing
        let width = reach * Double.pi.squareRoot()
        let side = max(width / Double(Self.cellsPerReach), 2 * far / Double(Self.mostCells))
        let window = max(1, Int((width / side).rounded()))
        let cells = Int(2 * far / side) + 1
        guard cells >= window else { return 0 }
        let stride = cells + 1
        // Sums over everything above and to the left, so that a square costs four looks.
        var sums = [Int32](repeating: 0, count: stride * stride)
        for point in moving.points {
            let place = apply(point)
            guard fixed.contains(place) else { continue }
            for other in fixed.buckets.within(far, of: place) {
                let column = Int((fixed.points[other].x - place.x + far) / side)
                let row = Int((fixed.points[other].y - place.y + far) / side)
                guard column >= 0, row >= 0, column < cells, row < cells else { continue }
                sums[(row + 1) * stride + column + 1] += 1
            }
        }
        for row in 1...cells {
            var line: Int32 = 0
            for column in 1...cells {
                line += sums[row * stride + column]
                sums[row * stride + column] = line + sums[(row - 1) * stride + column]
            }
        }
        var most: Int32 = 0
        for row in 0...(cells - window) {
            for column in 0...(cells - window) {
                let x = (Double(column) + Double(window) / 2) * side - far
                let y = (Double(row) + Double(window) / 2) * side - far
                let square = x * x + y * y
                guard square >= least * least, square <= far * far else { continue }
                let top = row * stride + column
                let bottom = top + window * stride
                most = max(most, sums[bottom + window] - sums[bottom] - sums[top + window] + sums[top])
            }
        }
        return Int(most)
    }
}
