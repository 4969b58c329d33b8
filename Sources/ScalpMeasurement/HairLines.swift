import Raster

/// Which spots are pieces of hairs, told from long spots and what lies on their lines, and how spots hang together.
struct HairLines {
    /// Whether each spot has another one close by.
    let hasCloseNeighbour: [Bool]
    /// Whether each spot lies on the line of a hair.
    let isAlongHair: [Bool]
    /// Darkness half way to a close neighbour over that of the paler of the two; 0 without one.
    ///
    /// The largest of all neighbours. Between dots the skin shines through; between two pieces of a hair it does not.
    let bridges: [Double]

    /// A spot longer than this (axis ratio) is a piece of a hair.
    static let hairFrom = 1.9
    /// How far beyond a long spot's middle its line is followed, in its longer standard deviation.
    static let lineReach = 3.4
    /// How far beside the line a spot may lie, in typical standard deviations.
    static let lineWidth = 1.1
    /// A spot this many times as deep as the hair is a dot that the hair crosses.
    static let deeperThanHair = 1.6
    /// Spots nearer than this many typical standard deviations touch.
    static let touching = 3.6

    /// Largest bridge that is told apart.
    static let strongestBridge = 1.2

    init(of models: [SpotModel], typicalSigma: Double, absorption: Plane) {
        func darkness(_ x: Double, _ y: Double) -> Double {
            let column = min(max(Int(x.rounded()), 0), absorption.width - 1)
            let row = min(max(Int(y.rounded()), 0), absorption.height - 1)
            return Double(absorption[column, row])
        }
        let cell = 4 * typicalSigma
        var buckets = [SIMD2<Int32>: [Int]]()
        func key(_ x: Double, _ y: Double) -> SIMD2<Int32> {
            SIMD2(Int32((x / cell).rounded(.down)), Int32((y / cell).rounded(.down)))
        }
        for (index, model) in models.enumerated() {
            buckets[key(model.x, model.y), default: []].append(index)
        }
        func near(_ x: Double, _ y: Double, _ radius: Double) -> [Int] {
            let (low, high) = (key(x - radius, y - radius), key(x + radius, y + radius))
            var found = [Int]()
            for row in low.y...high.y {
                for column in low.x...high.x { found += buckets[SIMD2(column, row)] ?? [] }
            }
            return found
        }
        var close = [Bool](repeating: false, count: models.count)
        var along = close
        var bridges = [Double](repeating: 0, count: models.count)
        let touch = Self.touching * typicalSigma
        for (index, model) in models.enumerated() where model.amplitude > 0 {
            for other in near(model.x, model.y, touch) where other != index {
                let (dx, dy) = (models[other].x - model.x, models[other].y - model.y)
                if dx * dx + dy * dy < touch * touch && models[other].amplitude > 0.3 * model.amplitude {
                    close[index] = true
                    let paler = min(darkness(model.x, model.y), darkness(models[other].x, models[other].y))
                    let between = darkness(model.x + dx / 2, model.y + dy / 2)
                    if paler > 0 {
                        bridges[index] = max(bridges[index], min(between / paler, Self.strongestBridge))
                    }
                }
            }
            guard model.ownAxisRatio > Self.hairFrom else { continue }
            let reach = Self.lineReach * model.ownShape.longSigma
            let (ux, uy) = model.ownShape.longDirection
            for other in near(model.x, model.y, reach) where other != index {
                let (dx, dy) = (models[other].x - model.x, models[other].y - model.y)
                guard abs(dx * ux + dy * uy) < reach, abs(dx * uy - dy * ux) < Self.lineWidth * typicalSigma,
                    models[other].amplitude < Self.deeperThanHair * model.amplitude
                else { continue }
                along[other] = true
            }
        }
        hasCloseNeighbour = close
        isAlongHair = along
        self.bridges = bridges
    }
}
