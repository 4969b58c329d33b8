import SteadyMath

/// The outline of treated skin, a closed polygon in millimetres that may be concave.
public struct TreatedOutline: Sendable, Equatable {
    /// The corners in order; the last is joined to the first.
    public var corners: [ScenePoint]

    /// Makes an outline.
    ///
    /// - Parameter corners: Three or more corners in order.
    public init(corners: [ScenePoint]) {
        precondition(corners.count >= 3, "an outline has three corners or more")
        self.corners = corners
    }

    /// A hairline front: treated scalp above, forehead below, receding at both temples.
    ///
    /// - Parameters:
    ///   - halfWidth: Half the width of the scene in mm, margins included.
    ///   - halfHeight: Half the height of the scene in mm, margins included.
    ///   - level: Where the hairline crosses the middle, mm below the origin.
    ///   - random: Draws the wobble and the depth of the temples.
    /// - Returns: The outline; its top and sides lie on the scene's edge.
    public static func hairline(
        halfWidth: Double, halfHeight: Double, level: Double, random: inout SeededRandom
    ) -> TreatedOutline {
        let arc = random.uniform(2...6)
        let temple = random.uniform(2.5...7)
        let templeAt = random.uniform(0.42...0.6) * halfWidth
        let templeWidth = random.uniform(5...8)
        let lean = random.uniform(-0.09...0.09)
        var waves: [(length: Double, phase: Double, size: Double)] = []
        for length in [23.0, 11, 6.1, 3.7] {
            waves.append(
                (length, random.uniform(0...6.28), random.uniform(0.4...1) * 0.05 * length.squareRoot() * 2))
        }
        var corners = [ScenePoint(x: -halfWidth, y: -halfHeight)]
        var front: [ScenePoint] = []
        let steps = Int(2 * halfWidth)
        for step in 0...steps {
            let x = -halfWidth + 2 * halfWidth * Double(step) / Double(steps)
            var y = level + lean * x - arc * (x / halfWidth) * (x / halfWidth)
            for side in [-1.0, 1] {
                let away = (x - side * templeAt) / templeWidth
                y -= temple * Steady.exp(-away * away)
            }
            for wave in waves { y += wave.size * Steady.sin(x * 6.283_185 / wave.length + wave.phase) }
            front.append(ScenePoint(x: x, y: y))
        }
        corners.append(contentsOf: front)
        corners.append(ScenePoint(x: halfWidth, y: -halfHeight))
        return TreatedOutline(corners: corners)
    }

    /// A patch on the crown with skin all round it.
    ///
    /// - Parameters:
    ///   - radiusX: Half its width in mm.
    ///   - radiusY: Half its height in mm.
    ///   - random: Draws the shape.
    /// - Returns: The outline around the origin.
    public static func crown(radiusX: Double, radiusY: Double, random: inout SeededRandom) -> TreatedOutline {
        var waves: [(order: Double, phase: Double, size: Double)] = []
        for order in 2...9 {
            let size = random.uniform(0.3...1) * 0.14 / Double(order)
            waves.append((Double(order), random.uniform(0...6.28), size))
        }
        var corners: [ScenePoint] = []
        let steps = 140
        for step in 0..<steps {
            let angle = 2 * Double.pi * Double(step) / Double(steps)
            var reach = 1.0
            for wave in waves { reach += wave.size * Steady.sin(wave.order * angle + wave.phase) }
            corners.append(
                ScenePoint(x: radiusX * reach * Steady.cos(angle), y: radiusY * reach * Steady.sin(angle)))
        }
        return TreatedOutline(corners: corners)
    }

    /// Distance from a point to the outline in mm: above 0 inside, below 0 outside.
    ///
    /// - Parameter point: Any place.
    /// - Returns: Signed distance in mm.
    /// - Complexity: O(corners).
    public func depth(of point: ScenePoint) -> Double {
        var nearest = Double.infinity
        var inside = false
        var previous = corners[corners.count - 1]
        for corner in corners {
            let ex = corner.x - previous.x
            let ey = corner.y - previous.y
            let px = point.x - previous.x
            let py = point.y - previous.y
            let length = ex * ex + ey * ey
            let along = length > 0 ? min(1, max(0, (px * ex + py * ey) / length)) : 0
            let dx = px - along * ex
            let dy = py - along * ey
            nearest = min(nearest, dx * dx + dy * dy)
            if (corner.y > point.y) != (previous.y > point.y),
                point.x < previous.x + ex * (point.y - previous.y) / ey
            {
                inside.toggle()
            }
            previous = corner
        }
        let distance = nearest.squareRoot()
        return inside ? distance : -distance
    }
}
