import Raster

/// What two photos have in common that show one scalp.
package struct ScalpLink: Sendable, Equatable {
    /// What was looked at.
    package let kind: ScalpMarks.Kind
    /// Marks that are the same in both.
    package let pairs: Int
    /// Share of the marks that both photos should show and do, 0…1.
    package let share: Double
    /// Natural logarithm of the odds against chance.
    package let evidence: Double
    /// Share of the skin that both photos show over which the same marks are spread, 0…1.
    package let spread: Double
    /// Whether one photo is a copy of the other: the same shot, at another size, cut or stored anew.
    package let isSameShot: Bool

    /// What a certain link needs beyond what makes a match at all (20 marks, a quarter of those that both photos should
    /// show, e^45), and far below what two photos of one scalp have; see Docs/Intake.md.
    ///
    /// A ruler or a printed name that lies in every photo of a studio has the same marks too, but over a strip alone.
    private static let fewestPairs = 40
    private static let leastEvidence = 100.0
    private static let leastSpread = 0.25
    /// Fields of a photo, in a row and in a column, by which spread is told; those with fewer marks do not count.
    private static let fieldsInRow = 6
    private static let fewestMarksOfField = 5
    /// Share of a field's marks that are the same where it holds the same scalp: chance brings a twentieth.
    private static let leastShareOfField = 0.15

    /// Whether the link decides that both photos show one scalp.
    package var isCertain: Bool {
        pairs >= Self.fewestPairs && evidence >= Self.leastEvidence && spread >= Self.leastSpread
    }

    /// Of what both copies show, each finds some marks that the other does not: smaller copies show fewer.
    private static let leastShareOfCopy = 0.5
    /// How far marks of a copy lie off a plain change of size, in pixels of the coarser photo.
    ///
    /// Half of them, and nine in ten. Two shots from one hand differ by some pixels.
    private static let medianOfCopy = 0.45
    private static let nineTenthsOfCopy = 1.1

    /// Makes a link of a match.
    ///
    /// - Parameters:
    ///   - kind: What was looked at.
    ///   - match: The match.
    ///   - marks: The marks that were brought over.
    ///   - others: What they were brought over.
    init(kind: ScalpMarks.Kind, match: FieldMatch, moving marks: ScalpMarks, fixed others: ScalpMarks) {
        let (moving, fixed) = (marks.field(kind), others.field(kind))
        self.kind = kind
        pairs = match.pairs.count
        share = Double(match.pairs.count) / Double(max(1, match.comparedDots))
        evidence = match.evidence
        spread = Self.spread(of: match, moving: moving, fixed: fixed)
        isSameShot =
            !match.mirrored && share >= Self.leastShareOfCopy
            && Self.isCopy(
                match.pairs.map { (moving.points[$0.moving], fixed.points[$0.fixed]) },
                units: (marks.unitsPerPixel, others.unitsPerPixel))
    }

    /// Over how much of the skin that both show the same marks are spread.
    private static func spread(of match: FieldMatch, moving: DotField, fixed: DotField) -> Double {
        let count = fieldsInRow * fieldsInRow
        func field(_ point: PixelPoint) -> Int {
            let column = Int(point.x / max(1, moving.width) * Double(fieldsInRow))
            let row = Int(point.y / max(1, moving.height) * Double(fieldsInRow))
            return min(max(row, 0), fieldsInRow - 1) * fieldsInRow + min(max(column, 0), fieldsInRow - 1)
        }
        var (shown, met) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
        for point in moving.points where fixed.contains(match.homography.apply(point)) {
            shown[field(point)] += 1
        }
        for pair in match.pairs { met[field(moving.points[pair.moving])] += 1 }
        let counted = (0..<count).filter { shown[$0] >= fewestMarksOfField }
        let same = counted.count { Double(met[$0]) >= leastShareOfField * Double(shown[$0]) }
        return counted.isEmpty ? 0 : Double(same) / Double(counted.count)
    }

    /// Whether a change of size, a cut and a quarter turn bring points upon their partners.
    private static func isCopy(
        _ pairs: [(from: PixelPoint, to: PixelPoint)], units: (from: Double, to: Double)
    ) -> Bool {
        guard !pairs.isEmpty else { return false }
        let count = Double(pairs.count)
        func middle(_ points: [PixelPoint]) -> PixelPoint {
            PixelPoint(x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
        }
        let (fromMiddle, toMiddle) = (middle(pairs.map(\.from)), middle(pairs.map(\.to)))
        return (0..<4).contains { quarter in
            func turned(_ point: PixelPoint) -> PixelPoint {
                let (x, y) = (point.x - fromMiddle.x, point.y - fromMiddle.y)
                return switch quarter {
                case 0: PixelPoint(x: x, y: y)
                case 1: PixelPoint(x: -y, y: x)
                case 2: PixelPoint(x: -x, y: -y)
                default: PixelPoint(x: y, y: -x)
                }
            }
            var (product, square) = (0.0, 0.0)
            for pair in pairs {
                let from = turned(pair.from)
                product += from.x * (pair.to.x - toMiddle.x) + from.y * (pair.to.y - toMiddle.y)
                square += from.x * from.x + from.y * from.y
            }
            let scale = square > 0 ? product / square : 0
            guard scale > 0 else { return false }
            let distances = pairs.map { pair in
                let from = turned(pair.from)
                return PixelPoint(x: scale * from.x + toMiddle.x, y: scale * from.y + toMiddle.y)
                    .distance(to: pair.to) / max(units.to, scale * units.from)
            }.sorted()
            return distances[distances.count / 2] <= medianOfCopy
                && distances[distances.count * 9 / 10] <= nineTenthsOfCopy
        }
    }
}
