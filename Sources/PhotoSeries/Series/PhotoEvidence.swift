import Raster
import ScalpMeasurement

/// All that the series asks of one photo, as plain values.
package struct PhotoEvidence: Sendable {
    /// Spots taken for dots.
    package var dots: [Dot]
    /// Clear spots that are no dots, the clearest first.
    package var landmarks: [PixelPoint]
    /// Grid of the masks.
    package var grid: CellGrid
    /// Visible skin.
    package var skin: Mask
    /// The treated region that the photo alone shows, or nil.
    package var treated: Mask?
    /// The reference skin that the photo alone shows, or nil.
    package var reference: Mask?
    /// Whether its quality is good enough for verdicts.
    package var isUsable: Bool
    /// When it was taken, in days since 1970 on the local clock, or nil.
    package var day: Double?
    /// Its own scale, or nil.
    package var scale: PhotoScale?
    /// The client file's word on whether it is before its own day's session, or nil.
    package var isBefore: Bool?
    /// Standard deviation of its typical dot, blur included, in its pixels; means nothing without dots.
    package var dotSigma: Double
    /// Loads at given places, of dots of a given width; see `PhotoSurvey.loads(at:dotSigma:)`.
    package var loads: @Sendable ([PixelPoint], Double) -> [ForcedLoad?]
    /// Whether crusts lie over given places, nil where it does not show them; see `PhotoSurvey.isUnderCrust(at:)`.
    package var crusts: @Sendable ([PixelPoint]) -> [Bool?]
    /// Linear light of the bare skin around given places, nil where it does not show them; see
    /// `PhotoSurvey.skinLight(at:)`.
    package var skinLight: @Sendable ([PixelPoint]) -> [SIMD3<Double>?]

    /// Makes evidence.
    ///
    /// - Parameters:
    ///   - dots: Spots taken for dots.
    ///   - landmarks: Clear spots that are no dots, the clearest first.
    ///   - grid: Grid of the masks.
    ///   - skin: Visible skin.
    ///   - treated: The treated region that the photo alone shows.
    ///   - reference: The reference skin that the photo alone shows.
    ///   - isUsable: Whether its quality is good enough.
    ///   - day: Days since 1970.
    ///   - scale: Its own scale.
    ///   - isBefore: The client file's word.
    ///   - dotSigma: Standard deviation of its typical dot.
    ///   - crusts: Whether crusts lie over given places.
    ///   - skinLight: Linear light of the bare skin around given places.
    ///   - loads: Loads at given places, of dots of a given width.
    package init(
        dots: [Dot], landmarks: [PixelPoint] = [], grid: CellGrid, skin: Mask, treated: Mask?,
        reference: Mask?, isUsable: Bool = true,
        day: Double?, scale: PhotoScale? = nil, isBefore: Bool? = nil,
        dotSigma: Double = 2,
        crusts: @escaping @Sendable ([PixelPoint]) -> [Bool?] = { $0.map { _ in nil } },
        skinLight: @escaping @Sendable ([PixelPoint]) -> [SIMD3<Double>?] = { $0.map { _ in nil } },
        loads: @escaping @Sendable ([PixelPoint], Double) -> [ForcedLoad?]
    ) {
        self.dots = dots
        self.landmarks = landmarks
        self.grid = grid
        self.skin = skin
        self.treated = treated
        self.reference = reference
        self.isUsable = isUsable
        self.day = day
        self.scale = scale
        self.isBefore = isBefore
        self.dotSigma = dotSigma
        self.crusts = crusts
        self.skinLight = skinLight
        self.loads = loads
    }

    /// What a surveyed photo shows.
    init(of photo: SeriesPhoto) {
        let survey = photo.survey
        self.init(
            dots: survey.dots, landmarks: survey.landmarks, grid: survey.grid, skin: survey.skin,
            treated: survey.regions.treated,
            reference: survey.regions.reference, isUsable: survey.quality.usable, day: photo.day,
            scale: photo.scale, isBefore: photo.isBefore, dotSigma: survey.typicalSigma,
            crusts: { survey.isUnderCrust(at: $0) },
            skinLight: { survey.skinLight(at: $0) },
            loads: { survey.loads(at: $0, dotSigma: $1) })
    }

    /// Its dots as a field to match.
    var field: DotField {
        DotField(
            points: dots.map(\.position), width: Double(grid.photoWidth), height: Double(grid.photoHeight))
    }

    /// Its hairs, pores and freckles as a field to match.
    var landmarkField: DotField {
        DotField(points: landmarks, width: Double(grid.photoWidth), height: Double(grid.photoHeight))
    }

    /// The middle of the picture.
    var middle: PixelPoint {
        PixelPoint(x: Double(grid.photoWidth - 1) / 2, y: Double(grid.photoHeight - 1) / 2)
    }

    /// Whether a place lies in the picture.
    func contains(_ place: PixelPoint) -> Bool { grid.cell(at: place) != nil }

    /// Whether a place lies on visible skin.
    func showsSkin(at place: PixelPoint) -> Bool {
        guard let cell = grid.cell(at: place) else { return false }
        return skin[cell.column, cell.row]
    }
}
