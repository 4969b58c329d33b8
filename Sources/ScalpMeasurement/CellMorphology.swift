import Raster

/// Shapes on a cell mask: patches that hang together (by their four neighbours), holes, edges, distance.
enum CellMorphology {
    /// Numbers of the patches that hang together, −1 outside, and the size of each.
    static func patches(_ mask: Mask) -> (labels: [Int32], sizes: [Int]) {
        var labels = [Int32](repeating: -1, count: mask.members.count)
        var sizes = [Int]()
        var stack = [Int]()
        for start in 0..<labels.count where mask.members[start] && labels[start] < 0 {
            let label = Int32(sizes.count)
            var size = 0
            labels[start] = label
            stack.append(start)
            while let cell = stack.popLast() {
                size += 1
                let (x, y) = (cell % mask.width, cell / mask.width)
                if x > 0 { visit(cell - 1) }
                if x + 1 < mask.width { visit(cell + 1) }
                if y > 0 { visit(cell - mask.width) }
                if y + 1 < mask.height { visit(cell + mask.width) }
            }
            sizes.append(size)
            func visit(_ next: Int) {
                guard mask.members[next], labels[next] < 0 else { return }
                labels[next] = label
                stack.append(next)
            }
        }
        return (labels, sizes)
    }

    /// The mask without patches smaller than a share of all members.
    static func largePatches(_ mask: Mask, leastShare: Double) -> Mask {
        let (labels, sizes) = patches(mask)
        let least = leastShare * Double(mask.count)
        var result = mask
        for cell in 0..<labels.count where labels[cell] >= 0 && Double(sizes[Int(labels[cell])]) < least {
            result.members[cell] = false
        }
        return result
    }

    /// The mask with its enclosed holes of up to so many cells filled.
    static func filled(_ mask: Mask, upTo cells: Int) -> Mask {
        var holes = mask
        for cell in 0..<holes.members.count { holes.members[cell].toggle() }
        let (labels, sizes) = patches(holes)
        var touchesEdge = [Bool](repeating: false, count: sizes.count)
        for y in 0..<mask.height {
            for x in 0..<mask.width where labels[y * mask.width + x] >= 0 {
                if x == 0 || y == 0 || x == mask.width - 1 || y == mask.height - 1 {
                    touchesEdge[Int(labels[y * mask.width + x])] = true
                }
            }
        }
        var result = mask
        for cell in 0..<labels.count where labels[cell] >= 0 {
            let label = Int(labels[cell])
            if !touchesEdge[label] && sizes[label] <= cells { result.members[cell] = true }
        }
        return result
    }

    /// The mask without the members that have a non-member among their four neighbours; the photo's edge
    /// does not count as one.
    static func withoutEdge(_ mask: Mask) -> Mask {
        var result = mask
        for y in 0..<mask.height {
            for x in 0..<mask.width where mask[x, y] {
                if (x > 0 && !mask[x - 1, y]) || (x + 1 < mask.width && !mask[x + 1, y])
                    || (y > 0 && !mask[x, y - 1]) || (y + 1 < mask.height && !mask[x, y + 1])
                {
                    result[x, y] = false
                }
            }
        }
        return result
    }

    /// Distance of every cell from the nearest member in cells, by two chamfer passes (5-7-11 weights, error
    /// below 2 %); infinite without members.
    static func distance(from mask: Mask) -> [Double] {
        // Two cells more on every side, infinitely far, so that no step leaves the cells.
        let width = mask.width + 4
        let first = 2 * width + 2
        var distance = [Double](repeating: .infinity, count: width * (mask.height + 4))
        for y in 0..<mask.height {
            for x in 0..<mask.width where mask[x, y] { distance[first + y * width + x] = 0 }
        }
        let steps = [
            (-1, 1), (-width, 1), (-width - 1, 1.4), (-width + 1, 1.4), (-width - 2, 2.2), (-width + 2, 2.2),
            (-2 * width - 1, 2.2), (-2 * width + 1, 2.2),
        ]
        for direction in [1, -1] {
            for y in 0..<mask.height {
                for x in 0..<mask.width {
                    let place = first + y * width + x
                    let cell = direction > 0 ? place : distance.count - 1 - place
                    var nearest = distance[cell]
                    for (step, length) in steps {
                        nearest = min(nearest, distance[cell + direction * step] + length)
                    }
                    distance[cell] = nearest
                }
            }
        }
        return (0..<mask.height).flatMap { y in
            distance[first + y * width..<first + y * width + mask.width]
        }
    }
}

extension CellMorphology {
    /// What belongs to both of two masks of one size.
    static func both(_ one: Mask, _ other: Mask) -> Mask {
        var result = one
        for cell in 0..<result.members.count where !other.members[cell] { result.members[cell] = false }
        return result
    }
}
