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
        func darkness(_ place: SIMD2<Double>) -> Double {
            let column = min(max(Int(place.x.rounded()), 0), absorption.width - 1)
            let row = min(max(Int(place.y.rounded()), 0), absorption.height - 1)
            return Double(absorption[column, row])
        }
        let spots = PointBuckets(
            of: models, width: absorption.width, height: absorption.height, typicalSigma: typicalSigma)
        var close = [Bool](repeating: false, count: models.count)
        var along = close
        var bridges = [Double](repeating: 0, count: models.count)
        let touch = Self.touching * typicalSigma
        for (index, model) in models.enumerated() where model.amplitude > 0 {
            let middle = spots.points[index]
            spots.forEach(near: middle, within: touch) { other in
                let step = spots.points[other] - middle
                guard other != index, (step * step).sum() < touch * touch,
                    models[other].amplitude > 0.3 * model.amplitude
                else { return }
                close[index] = true
                let paler = min(darkness(middle), darkness(spots.points[other]))
                if paler > 0 {
                    let between = darkness(middle + step / 2)
                    bridges[index] = max(bridges[index], min(between / paler, Self.strongestBridge))
                }
            }
            guard model.ownAxisRatio > Self.hairFrom else { continue }
            let reach = Self.lineReach * model.ownShape.longSigma
            let (ux, uy) = model.ownShape.longDirection
            spots.forEach(near: middle, within: reach) { other in
                let step = spots.points[other] - middle
                guard other != index, abs(step.x * ux + step.y * uy) < reach,
                    abs(step.x * uy - step.y * ux) < Self.lineWidth * typicalSigma,
                    models[other].amplitude < Self.deeperThanHair * model.amplitude
                else { return }
                along[other] = true
            }
        }
        hasCloseNeighbour = close
        isAlongHair = along
        self.bridges = bridges
    }
}
