import Raster

extension Homography {
    /// Shifts that are tried by `mostMetElsewhere`, in spacings: between them lie the nearest places of every
    /// lattice.
    private static let shifts = 0.55...2.0
    /// Cells of a square of the reach's area in a row, and cells of all shifts at most in a row.
    private static let cellsPerReach = 4
    private static let mostCells = 400

    /// Nodes of the shifts, from none to the farthest, at which dots that can be met are counted.
    private static let nodes = 6
    /// Share of the dots that can be met unshifted below which a shift says nothing.
    private static let leastCovered = 0.4

    /// The greatest share of dots that this map would meet after a shift by one or two rows of dots, any way.
    ///
    /// Dots that stand evenly meet those of another even field wherever the two are brought row upon row, far more
    /// often than chance; but shifted by a row they meet as often again. A true match meets only where it is.
    ///
    /// - Parameters:
    ///   - moving: Dots of the field that the map brings over.
    ///   - fixed: What it is brought over.
    ///   - reach: Distance at which a dot counts as met, in the fixed field's pixels, above 0.
    /// - Returns: `share` of the dots that can be met at the best shift, counted in a square of the reach's area;
    ///   `covered` of them can be met unshifted, having a dot of the fixed field within a spacing.
    /// - Complexity: O(dots), some 200 looks each.
    func metElsewhere(
        from moving: [PixelPoint], over fixed: DotField, reach: Double
    ) -> (share: Double, covered: Int) {
        let far = Self.shifts.upperBound * fixed.spacing
        let least = Self.shifts.lowerBound * fixed.spacing
        let width = reach * Double.pi.squareRoot()
        let side = max(width / Double(Self.cellsPerReach), 2 * far / Double(Self.mostCells))
        let window = max(1, Int((width / side).rounded()))
        let cells = Int(2 * far / side) + 1
        let places = moving.map(apply).filter { place in
            place.x > -far && place.y > -far && place.x < fixed.width + far && place.y < fixed.height + far
        }
        let covered = Self.covered(places, of: fixed, far: far)
        let middle = covered[Self.nodes * (2 * Self.nodes + 1) + Self.nodes]
        guard cells >= window, middle > 0 else { return (0, middle) }
        let stride = cells + 1
        // Sums over everything above and to the left, so that a square costs four looks.
        var sums = [Int32](repeating: 0, count: stride * stride)
        for place in places {
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
        var most = 0.0
        for row in 0...(cells - window) {
            for column in 0...(cells - window) {
                let x = (Double(column) + Double(window) / 2) * side - far
                let y = (Double(row) + Double(window) / 2) * side - far
                let square = x * x + y * y
                guard square >= least * least, square <= far * far else { continue }
                let node =
                    Int((y / far + 1) * Double(Self.nodes) + 0.5) * (2 * Self.nodes + 1)
                    + Int((x / far + 1) * Double(Self.nodes) + 0.5)
                guard Double(covered[node]) >= Self.leastCovered * Double(middle) else { continue }
                let top = row * stride + column
                let bottom = top + window * stride
                let met = sums[bottom + window] - sums[bottom] - sums[top + window] + sums[top]
                most = max(most, Double(met) / Double(covered[node]))
            }
        }
        return (min(1, most), middle)
    }

    /// For each shift of a grid, row by row, the places that then have a dot of a field within a spacing.
    private static func covered(_ places: [PixelPoint], of field: DotField, far: Double) -> [Int] {
        let reachMap = ReachMap(points: field.points, reach: field.spacing)
        let cells = reachMap.scale
        let across = 2 * nodes + 1
        var covered = [Int](repeating: 0, count: across * across)
        for row in 0..<across {
            for column in 0..<across {
                let x = Float(far) * (Float(column) / Float(nodes) - 1) - reachMap.left
                let y = Float(far) * (Float(row) / Float(nodes) - 1) - reachMap.top
                for place in places
                where reachMap.isMet(column: (Float(place.x) + x) * cells, row: (Float(place.y) + y) * cells)
                {
                    covered[row * across + column] += 1
                }
            }
        }
        return covered
    }
}
