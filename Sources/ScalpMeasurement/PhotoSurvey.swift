import PhotoDecoding
import PixelMath
import Raster

/// All that later steps need to know of one photo, small enough to keep for a whole series.
///
/// A survey looks at every pixel once. Measures over any region, its own or the series', are then drawn from
/// the survey without reading the photo again.
public struct PhotoSurvey: Sendable {
    /// The coarse grid on which regions are drawn.
    public let grid: CellGrid
    /// How good the photo is.
    public let quality: PhotoQuality
    /// Every spot on visible skin that is taken for a dot, inside the treated region or not, in reading order; none where
    /// they make no region.
    public let dots: [Dot]
    /// Clear spots that are taken for no dots (hairs, pores, freckles), the clearest first: what a photo without dots can
    /// be recognised by.
    package let landmarks: [PixelPoint]
    /// Visible skin, one member a cell of `grid`.
    public let skin: Mask
    /// Treated and reference skin as this photo alone shows them, or as the options' corners draw them.
    public let regions: ScalpRegions

    /// Colour of the bare skin in each cell: without dots, hairs, scabs, glare and what their blur reaches.
    let colours: CellColours
    /// Crusts on visible skin.
    let crusts: [Crust]
    /// The share of missing light, kept for forced photometry.
    let absorption: StoredAbsorption
    /// Deviation of the share of missing light of one working pixel of bare skin.
    let noise: Double
    /// How many deviations of the texture the typical dot is deep; 0 without a population.
    let typicalSignificance: Double
    /// Standard deviation of the typical dot, blur included, in pixels of the photo.
    package let typicalSigma: Double

    /// Surveys a photo.
    ///
    /// - Parameters:
    ///   - photo: The upright photo in linear light.
    ///   - options: What is known beforehand.
    /// - Complexity: O(pixels + spots).
    public init(of photo: Photo, options: SurveyOptions) {
        self.init(options: options) { _ in photo }
    }

    /// Surveys a photo that is read at the size that its dots need.
    ///
    /// - Parameters:
    ///   - options: What is known beforehand.
    ///   - read: Reads the photo, reduced by what the wish says or less; called a second time where the first look shows
    ///     that the dots are finer.
    /// - Throws: What `read` throws.
    /// - Complexity: O(pixels + spots).
    public init<Failure: Error>(
        options: SurveyOptions, reading read: (_ wish: ReductionWish) throws(Failure) -> Photo
    ) throws(Failure) {
        let work = try SurveyWork.resolved(
            pixelsPerMillimetre: options.pixelsPerMillimetre, crew: SideBySide(threads: options.threads),
            read: read)
        grid = work.grid
        skin = work.skin
        colours = work.colours
        crusts = work.crusts
        noise = work.noise
        typicalSignificance = work.decision.population?.significance ?? 0
        typicalSigma = work.decision.typicalSigma * Double(work.image.reduction)
        absorption = work.absorption
        let treated =
            options.treated.map { CellMorphology.both(Polygon.cells(inside: $0, grid: work.grid), work.skin) }
            ?? work.treated
        // Pigment dots never come alone: what makes no region is something else.
        dots = treated == nil ? [] : work.dots
        landmarks = (treated == nil ? work.dots.map(\.position) : []) + work.landmarks
        var reference: Mask?
        if let corners = options.reference {
            reference = CellMorphology.both(Polygon.cells(inside: corners, grid: work.grid), work.skin)
        } else if let treated {
            reference = ReferenceSkin.cells(
                treated: treated, skin: work.skin, grid: work.grid,
                pixelsPerMillimetre: options.pixelsPerMillimetre)
        }
        regions = ScalpRegions(grid: work.grid, treated: treated, reference: reference)
        quality = work.quality
    }

    /// Measures drawn from the survey over given regions.
    ///
    /// - Parameters:
    ///   - regions: Treated and reference cells on this survey's `grid`.
    ///   - scale: The scale to tell areas, densities and loads in, or nil for pixels.
    /// - Returns: The measures; each that cannot be given honestly with its reason.
    /// - Complexity: O(cells + dots).
    public func measurement(in regions: ScalpRegions, scale: PhotoScale?) -> PhotoMeasurement {
        let shown = dots(in: regions.treated)
        return PhotoMeasurement(
            scale: scale, quality: quality, redness: redness(in: regions),
            darkness: darkness(of: shown, in: regions, scale: scale),
            coverage: coverage(of: shown, in: regions),
            density: density(of: shown, in: regions, scale: scale),
            scabs: scabs(in: regions), dots: shown)
    }

    /// The dots whose middle lies in a region; all of the photo's where there is none.
    func dots(in region: Mask?) -> [Dot] {
        guard let region else { return dots }
        return dots.filter { dot in
            guard let cell = grid.cell(at: dot.position) else { return false }
            return region[cell.column, cell.row]
        }
    }

    /// Pixels of the photo in the members of a region.
    func area(of region: Mask) -> Double {
        var total = 0
        for row in 0..<grid.rows {
            let height = min(grid.side, grid.photoHeight - row * grid.side)
            for column in 0..<grid.columns where region[column, row] {
                total += height * min(grid.side, grid.photoWidth - column * grid.side)
            }
        }
        return Double(total)
    }

    /// Members of a region that have a non-member beside them: the length of its edge in cells.
    func edge(of region: Mask) -> Int { region.count - CellMorphology.withoutEdge(region).count }
}
