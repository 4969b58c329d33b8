import PixelMath
import Raster

/// How dark crusts make the skin on and beside them, apart from the dots there.
///
/// A crust's blur lies over the dots beside it, and a dot on the slope of something darker makes no summit. A crust is
/// wider than a dot: what an opening by a square wider than a dot keeps (the smallest value in the square, then the
/// largest of those around each pixel) is the crust's, and what it drops is the dots'.
///
/// Source: top-hat after Soille, Morphological Image Analysis, 2nd edition, 4.5.
struct CrustShade {
    /// Tiles in a row.
    private let columns: Int
    /// Which of `tiles` lies at each place, row by row, or −1 where no crust is near.
    private var numbers: [Int]
    /// The absorption of crusts in luminance, red and blue in steps of 1/250, a tile's pixels row by row; 0 where none is
    /// near.
    private var tiles: [[SIMD3<UInt8>]] = []

    /// Side of a tile, working pixels.
    private static let side = 64
    private static let stepsPerUnit: Float = 250
    /// How far beyond its rim a crust's blur reaches, in typical standard deviations.
    static let reachInSigmas = 3.5
    /// Half the square's side: this far from its middle a dot is bare skin.
    static let halfSideInSigmas = 2.5
    /// Blur before the opening, so that it does not follow the noise down.
    static let smoothingInSigmas = 0.6
    /// Crusts near more of a photo than this are something else, and are left as they are.
    static let greatestShare = 0.25

    /// Tells the shade of crusts.
    ///
    /// - Parameters:
    ///   - crusts: The crusts.
    ///   - absorption: Share of missing light.
    ///   - typicalSigma: Standard deviation of the typical dot, working pixels.
    /// - Complexity: O(pixels of the tiles near crusts · typicalSigma).
    init(of crusts: [Crust], in absorption: Absorption, typicalSigma: Double) {
        let (width, height) = (absorption.luminance.width, absorption.luminance.height)
        columns = (width + Self.side - 1) / Self.side
        let rows = (height + Self.side - 1) / Self.side
        numbers = Array(repeating: -1, count: columns * rows)
        guard !crusts.isEmpty else { return }
        var near = Mask(width: width, height: height)
        for crust in crusts {
            for pixel in crust.workingPixels { near.members[pixel] = true }
        }
        near = near.grown(by: max(1, Int((Self.reachInSigmas * typicalSigma).rounded())))
        guard Double(near.count) <= Self.greatestShare * Double(width * height) else { return }
        var shaded = Mask(width: columns, height: rows)
        for y in 0..<height {
            for x in 0..<width where near[x, y] { shaded[x / Self.side, y / Self.side] = true }
        }
        for place in numbers.indices where shaded.members[place] {
            numbers[place] = tiles.count
            tiles.append(
                Self.tile(
                    left: place % columns * Self.side, top: place / columns * Self.side, near: near,
                    absorption: absorption, typicalSigma: typicalSigma))
        }
    }

    private static func tile(
        left: Int, top: Int, near: Mask, absorption: Absorption, typicalSigma: Double
    ) -> [SIMD3<UInt8>] {
        let half = max(1, Int((halfSideInSigmas * typicalSigma).rounded(.up)))
        let margin = 2 * half + Int((3 * smoothingInSigmas * typicalSigma).rounded(.up))
        let across = max(0, left - margin)..<min(near.width, left + side + margin)
        let down = max(0, top - margin)..<min(near.height, top + side + margin)
        func opened(_ value: (Int, Int) -> Float) -> Plane {
            let samples = down.flatMap { y in across.map { x in max(value(x, y), 0) } }
            return Plane(width: across.count, height: down.count, samples: samples)
                .blurred(sigma: smoothingInSigmas * typicalSigma).opened(bySquareOfHalfSide: half)
        }
        let grey = opened { absorption.luminance[$0, $1] }
        let red = opened { absorption.red(x: $0, y: $1) }
        let blue = opened { absorption.blue(x: $0, y: $1) }
        var shades = [SIMD3<UInt8>](repeating: .zero, count: side * side)
        for y in top..<min(top + side, near.height) {
            for x in left..<min(left + side, near.width) where near[x, y] {
                let (column, row) = (x - across.lowerBound, y - down.lowerBound)
                let shade = SIMD3(grey[column, row], red[column, row], blue[column, row])
                shades[(y - top) * side + x - left] = SIMD3<UInt8>(
                    (shade * stepsPerUnit).clamped(lowerBound: .zero, upperBound: .init(repeating: 255)),
                    rounding: .toNearestOrEven)
            }
        }
        return shades
    }

    /// The absorption of crusts in luminance, red and blue at a working pixel.
    subscript(x: Int, y: Int) -> SIMD3<Float> {
        let number = numbers[y / Self.side * columns + x / Self.side]
        guard number >= 0 else { return .zero }
        return SIMD3<Float>(tiles[number][y % Self.side * Self.side + x % Self.side]) / Self.stepsPerUnit
    }

    /// The mean over the pixels within a radius of a spot's middle; zero where no crust is near.
    func mean(around model: SpotModel, radius: Double) -> SIMD3<Float> {
        guard !tiles.isEmpty else { return .zero }
        let (width, height) = (columns * Self.side, numbers.count / columns * Self.side)
        let reach = radius + 0.5
        var sum = SIMD3<Float>.zero
        var weight: Float = 0
        for y in max(0, Int(model.y - reach))...max(0, min(height - 1, Int(model.y + reach) + 1)) {
            for x in max(0, Int(model.x - reach))...max(0, min(width - 1, Int(model.x + reach) + 1)) {
                let (dx, dy) = (Double(x) - model.x, Double(y) - model.y)
                let share = Float(min(max(reach - (dx * dx + dy * dy).squareRoot(), 0), 1))
                sum += share * self[x, y]
                weight += share
            }
        }
        return weight > 0 ? sum / weight : .zero
    }

    /// A plane of absorption in luminance without the crusts'.
    func taken(from plane: Plane) -> Plane {
        if tiles.isEmpty { return plane }
        var result = plane
        for (place, number) in numbers.enumerated() where number >= 0 {
            let (left, top) = (place % columns * Self.side, place / columns * Self.side)
            for y in top..<min(top + Self.side, plane.height) {
                for x in left..<min(left + Self.side, plane.width) { result[x, y] -= self[x, y].x }
            }
        }
        return result
    }

    /// Adds the crusts' absorption in luminance to a plane.
    ///
    /// - Parameters:
    ///   - plane: A plane over the same picture.
    ///   - step: Pixels of the shade along the side of a pixel of the plane, a divisor of a tile's side.
    func add(to plane: inout Plane, step: Int) {
        let side = Self.side / step
        for (place, number) in numbers.enumerated() where number >= 0 {
            let (left, top) = (place % columns * side, place / columns * side)
            for y in top..<min(top + side, plane.height) {
                for x in left..<min(left + side, plane.width) {
                    var sum: Float = 0
                    for dy in 0..<step { for dx in 0..<step { sum += self[x * step + dx, y * step + dy].x } }
                    plane[x, y] += sum / Float(step * step)
                }
            }
        }
    }
}

extension Plane {
    /// The smallest value in a square around each pixel, then the largest of those; beyond the edge there is nothing.
    fileprivate func opened(bySquareOfHalfSide half: Int) -> Plane {
        extreme(half, min).extreme(half, max)
    }

    private func extreme(_ half: Int, _ chosen: (Float, Float) -> Float) -> Plane {
        var along = self
        for y in 0..<height {
            for x in 0..<width {
                along[x, y] = (max(0, x - half)...min(width - 1, x + half)).reduce(self[x, y]) {
                    chosen($0, self[$1, y])
                }
            }
        }
        var result = along
        for y in 0..<height {
            for x in 0..<width {
                result[x, y] = (max(0, y - half)...min(height - 1, y + half)).reduce(along[x, y]) {
                    chosen($0, along[x, $1])
                }
            }
        }
        return result
    }
}
