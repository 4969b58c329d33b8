import PixelMath
import Raster

/// The size at which the dots of a photo are looked for.
///
/// A population of dots knows its own size: round dark spots are gathered over a range of widths, and the width
/// that most of them have (weighted by how strong they are) is the population's.
struct DotScale: Equatable {
    /// Standard deviation of the Gaussian that fits the population's typical dot, blur included, working pixels.
    let sigma: Double
    private let evidence: [Evidence]
    private let fallback: Double

    /// Widths that are tried, working pixels: from the sharpest spot a photo can hold up to a blurred dot of
    /// 0.5 mm at the working resolution.
    static let widths: [Double] = [0.7, 1.0, 1.41, 2.0, 2.83, 4.0, 5.66]
    /// How many robust deviations of a band's bright side a spot must rise above it to speak for the population.
    ///
    /// Crowded dots themselves widen the band, so a higher limit would let none but scabs and clumps speak.
    static let leastSignificance: Float = 4
    /// The same in absorption: below it eight-bit steps make spots.
    static let leastRise: Float = 0.004
    /// A round spot's curvatures differ by less than this factor.
    static let roundestCurvatureRatio: Float = 0.55
    /// Most spots that are looked at in one band.
    static let mostSpots = 200_000
    /// Width assumed where hardly any spot is found, as a share of a millimetre (a dot of 0.22 mm, slight blur).
    static let usualSigmaInMillimetres = 0.085
    /// Width assumed without spots and without scale.
    static let usualSigmaInPixels = 1.8
    /// Spots needed for a population.
    static let leastSpots = 12

    /// Finds the population's width.
    ///
    /// - Parameters:
    ///   - width: Working pixels in a row.
    ///   - height: Rows of working pixels.
    ///   - pixelsPerMillimetre: Working pixels per millimetre, or nil.
    ///   - absorption: The share of missing light in some rows; 0 where there is no skin.
    init(width: Int, height: Int, pixelsPerMillimetre: Double?, absorption: (_ rows: Range<Int>) -> Plane) {
        // Of a large photo some strips tell enough: every fourth, then those in the middle between them, then the rest.
        let strips = Self.strips(width: width, height: height)
        var evidence = [Evidence]()
        for first in [1, 3, 0, 2] where evidence.count < Self.manySpots {
            for index in stride(from: first, to: strips.count, by: 4) {
                let rows = strips[index]
                let (top, bottom) = (rows.lowerBound - Self.rowsAround, rows.upperBound + Self.rowsAround)
                let seen = max(0, top)..<min(height, bottom)
                evidence += Self.evidence(
                    in: absorption(seen),
                    rows: rows.lowerBound - seen.lowerBound..<rows.upperBound - seen.lowerBound,
                    firstRow: seen.lowerBound)
            }
        }
        self.init(
            evidence: evidence,
            fallback: pixelsPerMillimetre.map { max(0.8, Self.usualSigmaInMillimetres * $0) }
                ?? Self.usualSigmaInPixels)
    }

    /// The width of the population without the spots on hairs.
    func without(_ lines: LineShare) -> DotScale {
        let kept = evidence.filter {
            lines.at(x: Double($0.x), y: Double($0.y)) <= LineShare.hairFrom
        }
        return DotScale(evidence: kept, fallback: fallback)
    }

    private init(evidence: [Evidence], fallback: Double) {
        self.evidence = evidence
        self.fallback = fallback
        guard evidence.count >= Self.leastSpots else {
            sigma = fallback
            return
        }
        let sorted = evidence.sorted { $0.sigma < $1.sigma }
        let total = sorted.reduce(0) { $0 + $1.weight }
        var sum = 0.0
        var middle = fallback
        for entry in sorted {
            sum += entry.weight
            if sum >= total / 2 {
                middle = entry.sigma
                break
            }
        }
        sigma = min(max(middle, 0.75), 5)
    }

    /// A round spot that speaks for the population's width.
    private struct Evidence: Equatable {
        var x: Int
        var y: Int
        var sigma: Double
        var weight: Double
    }

    /// Pixels up to which a photo is looked at as a whole.
    private static let pixelsAtOnce = 1_500_000
    /// Rows of a strip of a larger photo: dots lie in several of them.
    private static let rowsOfStrip = 256
    /// Rows above and below a strip that its widest bands reach.
    private static let rowsAround = 48
    /// So many spots tell the width to a hundredth: no more strips are looked at.
    private static let manySpots = 2_000

    private static func strips(width: Int, height: Int) -> [Range<Int>] {
        guard width * height > pixelsAtOnce else { return [0..<height] }
        return stride(from: 0, to: height, by: rowsOfStrip).map { $0..<min($0 + rowsOfStrip, height) }
    }

    /// Which of the widths is the first whose blur leaves no more than every other pixel of every other row tells.
    private static let halvedFrom = 4

    /// The round spots of a plane whose middle lies in some of its rows.
    private static func evidence(in absorption: Plane, rows: Range<Int>, firstRow: Int) -> [Evidence] {
        let (narrow, blurred) = absorption.differencesOfGaussians(sigmas: Array(widths[...halvedFrom]))
        let (wide, _) = blurred.everyOther.differencesOfGaussians(
            sigmas: widths[halvedFrom...].map { $0 / 2 }, present: widths[halvedFrom] / 2)
        let (width, wider) = (widths[halvedFrom], widths[halvedFrom + 1])
        let further = GaussianKernel(sigma: (wider * wider - width * width).squareRoot())
        var evidence = [Evidence]()
        for (index, band) in (narrow + wide).enumerated() {
            let deviation = Float(band.robustDeviation(every: 7) { $1 < 0 })
            let threshold = max(leastSignificance * deviation, leastRise)
            let step = index < halvedFrom ? 1 : 2
            for spot in band.localMaxima(above: threshold, limit: mostSpots)
            where rows.contains(step * spot.y) && isRound(band, spot) {
                let (x, y) = (step * spot.x, step * spot.y)
                let below =
                    switch index {
                    case 0: Float(0)
                    case ...halvedFrom: narrow[index - 1][x, y]
                    default: wide[index - halvedFrom - 1][spot.x, spot.y]
                    }
                guard spot.value > below else { continue }
                let above =
                    switch index + 1 {
                    case ..<halvedFrom: narrow[index + 1][x, y]
                    case halvedFrom: blurred[x, y] - blurred.blurred(by: further, x: x, y: y)
                    case ..<(widths.count - 1): wide[index - halvedFrom + 1][spot.x, spot.y]
                    default: Float(0)
                    }
                guard spot.value >= above else { continue }
                // A difference of Gaussians of s and √2·s is strongest for a spot of width √2·s; between the
                // bands the summit of the parabola through three of them.
                let curve = Double(below - 2 * spot.value + above)
                let shift = curve < 0 ? min(max(0.5 * Double(below - above) / curve, -0.5), 0.5) : 0
                evidence.append(
                    Evidence(
                        x: x, y: y + firstRow, sigma: widths[index] * SteadyPower.halfOctave(shift),
                        weight: Double(spot.value)))
            }
        }
        return evidence
    }

    /// Whether a band curves alike in all directions around a spot.
    static func isRound(_ band: Plane, _ spot: LocalMaximum) -> Bool {
        let (x, y) = (spot.x, spot.y)
        let centre = 2 * spot.value
        let xx = band[x - 1, y] + band[x + 1, y] - centre
        let yy = band[x, y - 1] + band[x, y + 1] - centre
        let xy = (band[x + 1, y + 1] + band[x - 1, y - 1] - band[x - 1, y + 1] - band[x + 1, y - 1]) / 4
        let mean = (xx + yy) / 2
        let half = (((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy).squareRoot()
        guard mean < 0 else { return false }
        return -(mean + half) > roundestCurvatureRatio * -(mean - half)
    }
}

/// Powers of the ratio of two neighbouring widths.
enum SteadyPower {
    /// `√2^x` for |x| ≤ ½, by its series: the widths are half an octave apart.
    static func halfOctave(_ x: Double) -> Double {
        let t = x * 0.346_573_590_279_972_65
        return 1 + t * (1 + t / 2 * (1 + t / 3))
    }
}
