import Raster
import ScalpMeasurement

/// One treated region and one reference for all photos of a series, in the anchor's frame.
struct CommonRegion {
    private let left: Double
    private let top: Double
    private let side: Double
    private let columns: Int
    private let rows: Int
    private let treated: [Bool]
    private let reference: [Bool]

    /// Cells of the common grid at most, in a row and rows: bounds memory whatever the maps do.
    private static let mostCells = 2_000
    /// Photos after a session that tell which places it treated, whatever becomes of them.
    private static let firstPhotos = 3
    /// Clearance of the reference from the common treated region, in cells.
    private static let clearanceInCells = 3

    /// Joins the photos' own regions; nil where fewer than two photos are registered or none shows treated skin.
    ///
    /// A place is treated if at least half of the photos say so that show it, have a treated region of their
    /// own and come after a session, counted for each session from that session on; or if at least half of the
    /// first three such photos after a session do, for a place whose dots are lost later is still treated skin.
    /// It is reference if
    /// fewer than a quarter of the photos find it treated, at least half of those that show it and have a
    /// reference find it that, and the treated region is well clear.
    ///
    /// - Parameters:
    ///   - photos: All photos.
    ///   - alignment: How they lie over one another.
    ///   - timeline: Which photos come after which session.
    init?(of photos: [PhotoEvidence], alignment: SeriesAlignment, timeline: SessionTimeline) {
        guard let anchor = alignment.anchor else { return nil }
        let maps = alignment.maps
        let registered = photos.indices.filter { maps[$0] != nil }
        let telling = registered.filter { photos[$0].treated != nil }
        guard registered.count >= 2, !telling.isEmpty else { return nil }
        var low = PixelPoint(x: .infinity, y: .infinity)
        var high = PixelPoint(x: -.infinity, y: -.infinity)
        for photo in registered {
            guard let map = maps[photo] else { continue }
            let grid = photos[photo].grid
            for corner in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                let place = map.apply(
                    PixelPoint(x: Double(corner.0 * grid.photoWidth), y: Double(corner.1 * grid.photoHeight)))
                low = PixelPoint(x: min(low.x, place.x), y: min(low.y, place.y))
                high = PixelPoint(x: max(high.x, place.x), y: max(high.y, place.y))
            }
        }
        guard low.x.isFinite, low.y.isFinite, high.x.isFinite, high.y.isFinite else { return nil }
        side = max(
            Double(photos[anchor].grid.side), max(high.x - low.x, high.y - low.y) / Double(Self.mostCells))
        left = low.x
        top = low.y
        columns = Int((high.x - low.x) / side) + 1
        rows = Int((high.y - low.y) / side) + 1
        let inverses = maps.map { $0?.inverse }
        let stages = max(1, timeline.sessionCount)
        var treated = [Bool](repeating: false, count: columns * rows)
        var reference = treated
        var someTreated = treated
        for row in 0..<rows {
            for column in 0..<columns {
                let place = PixelPoint(
                    x: left + (Double(column) + 0.5) * side, y: top + (Double(row) + 0.5) * side)
                var shown = [Int](repeating: 0, count: stages + 1)
                var said = shown
                var firstSaid = shown
                var referenceShown = 0
                var referenceSaid = 0
                for photo in telling {
                    guard let back = inverses[photo],
                        let cell = photos[photo].grid.cell(at: back.apply(place)),
                        photos[photo].skin[cell.column, cell.row],
                        let own = photos[photo].treated
                    else { continue }
                    let isTreated = own[cell.column, cell.row]
                    let stage = timeline.sessionCount == 0 ? 1 : min(stages, timeline.stages[photo])
                    if shown[stage] < Self.firstPhotos, isTreated { firstSaid[stage] += 1 }
                    shown[stage] += 1
                    if isTreated { said[stage] += 1 }
                    if let mask = photos[photo].reference {
                        referenceShown += 1
                        if mask[cell.column, cell.row] { referenceSaid += 1 }
                    }
                }
                let index = row * columns + column
                var (total, yes) = (0, 0)
                for stage in stride(from: stages, through: 0, by: -1) {
                    total += shown[stage]
                    yes += said[stage]
                    guard stage > 0, shown[stage] > 0, yes > 0 else { continue }
                    if yes * 2 >= total || firstSaid[stage] * 2 >= min(Self.firstPhotos, shown[stage]) {
                        treated[index] = true
                    }
                }
                someTreated[index] = yes * 4 >= total && yes > 0
                reference[index] = referenceSaid > 0 && referenceSaid * 2 >= referenceShown
            }
        }
        for row in 0..<rows {
            for column in 0..<columns where treated[row * columns + column] {
                let reach = Self.clearanceInCells
                for r in max(0, row - reach)...min(rows - 1, row + reach) {
                    for c in max(0, column - reach)...min(columns - 1, column + reach) {
                        reference[r * columns + c] = false
                    }
                }
            }
        }
        for index in reference.indices where someTreated[index] { reference[index] = false }
        self.treated = treated
        self.reference = reference
    }

    /// Whether a place of the anchor's frame lies in the treated region or in a cell beside it.
    ///
    /// - Parameter place: In the anchor's pixels.
    /// - Returns: Whether a dot there may be the treatment's.
    func mayBeTreated(_ place: PixelPoint) -> Bool {
        let x = ((place.x - left) / side).rounded(.down)
        let y = ((place.y - top) / side).rounded(.down)
        guard x >= -1, y >= -1, x <= Double(columns), y <= Double(rows) else { return false }
        let (column, row) = (Int(x), Int(y))
        for r in max(0, row - 1)..<min(rows, row + 2) {
            for c in max(0, column - 1)..<min(columns, column + 2) where treated[r * columns + c] {
                return true
            }
        }
        return false
    }

    /// The regions on a photo's own grid, kept where its skin is visible; nil where it is not registered.
    ///
    /// - Parameters:
    ///   - photo: The photo.
    ///   - map: Its map to the anchor, or nil.
    /// - Returns: The regions, each nil without a cell.
    func regions(of photo: PhotoEvidence, under map: Homography?) -> ScalpRegions? {
        guard let map else { return nil }
        let grid = photo.grid
        var treated = Mask(width: grid.columns, height: grid.rows)
        var reference = treated
        for row in 0..<grid.rows {
            for column in 0..<grid.columns where photo.skin[column, row] {
                let place = map.apply(grid.centre(column: column, row: row))
                let x = (place.x - left) / side
                let y = (place.y - top) / side
                guard x >= 0, y >= 0, x < Double(columns), y < Double(rows) else { continue }
                let index = Int(y) * columns + Int(x)
                treated[column, row] = self.treated[index]
                reference[column, row] = self.reference[index]
            }
        }
        return ScalpRegions(
            grid: grid, treated: treated.count > 0 ? treated : nil,
            reference: reference.count > 0 ? reference : nil)
    }
}
