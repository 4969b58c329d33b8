import PhotoDecoding
import PixelMath
import Raster

/// The steps from a photo's pixels to its dots, skin and crusts, with what lies between them.
///
/// The bare skin under the dots can only be told once the dots are known, and the dots only against the bare
/// skin: so a quick ``FirstLook`` comes before the ``SurveyPass``.
struct SurveyWork {
    let image: WorkingImage
    let grid: CellGrid
    let skin: Mask
    let colours: CellColours
    let absorption: StoredAbsorption
    let noise: Double
    let decision: DotDecision
    /// Spots that are like dots, whether or not they make a region.
    let dots: [Dot]
    let crusts: [Crust]
    /// Clear spots that are no dots, the clearest first.
    let landmarks: [PixelPoint]
    /// Treated skin as the dots show it, or nil.
    let treated: Mask?
    private let lastPass: SurveyPass
    private let clippedFraction: Double
    private let glareFraction: Double
    private let pixelsPerMillimetre: Double?
    private let blurInWorkingPixels: Double?

    /// Side of a cell in millimetres: below the spacing of dots, above their size.
    static let cellInMillimetres = 0.4
    /// Side of a cell in working pixels without a scale.
    static let cellInPixels = 8
    /// Darker than the bare skin by this share is a hair or a scab, where it is not a dot.
    ///
    /// Pores and shadows of texture are paler and belong to the bare skin: a dot covers as many of them as any
    /// other place does.
    static let darkFrom: Float = 0.2
    /// Landmarks kept of a photo: a head's hairs and pores, without the skin's texture.
    static let mostLandmarks = 3_000
    /// What the bare skin lacks at the dots (75 % of them lack less) over their depth, from which they are looked at anew.
    static let leastUnexpectedSkin = 0.03
    /// Looks at the dots, at most.
    static let mostLooks = 3
    /// Typical width (working pixels) above which a photo without scale is reduced further.
    static let widestTypicalSigma = 3.2
    /// Typical width (working pixels) below which a reduced photo is looked at as it is.
    static let narrowestTypicalSigma = 1.2

    /// Looks at a photo.
    ///
    /// - Parameters:
    ///   - image: The photo at the resolution at which it is looked at.
    ///   - pixelsPerMillimetre: Pixels of the photo per millimetre, or nil.
    ///   - crew: Who works on it.
    /// - Complexity: O(pixels + spots).
    init(of image: WorkingImage, pixelsPerMillimetre: Double?, crew: SideBySide) {
        let step = image.reduction
        let side =
            pixelsPerMillimetre.map {
                // An even number of pixels, so that half an image has the same cells.
                min(max(2 * Int((Self.cellInMillimetres * $0 / Double(step) / 2).rounded()), 4), 16)
            } ?? Self.cellInPixels
        let grid = CellGrid(side: side * step, photoWidth: image.photoWidth, photoHeight: image.photoHeight)
        self.image = image
        self.grid = grid
        self.pixelsPerMillimetre = pixelsPerMillimetre

        let clipping = Clipping(of: image, grid: grid, side: side)
        clippedFraction = clipping.fraction
        let half = side % 2 == 0 && side >= 8 && min(image.width, image.height) >= 2 ? image.halved : nil
        let guess = CellColours.brighterHalf(of: half ?? image, grid: grid)
        let all = SkinMask.cells(of: guess, clipped: clipping.shareOfCell)

        let first = FirstLook(
            at: image, half: half, grid: grid, guess: guess, skin: all,
            pixelsPerMillimetre: pixelsPerMillimetre)
        (skin, glareFraction) = (first.start.skin, first.glareFraction)
        let (second, colours) = Self.looked(
            at: image, grid: grid, from: first.start, pixelsPerMillimetre: pixelsPerMillimetre, crew: crew,
            looks: Self.mostLooks)
        self.colours = colours
        absorption = StoredAbsorption(
            second.absorption.luminance, rebasedOn: second.offset, where: second.absorption.isSkin,
            reduction: image.reduction)
        noise = second.noise
        decision = second.decision
        lastPass = second
        crusts = second.crusts
        blurInWorkingPixels = second.blur
        dots = second.dots(image: image)
        landmarks = second.landmarks(image: image, most: Self.mostLandmarks)
        treated =
            second.decision.population == nil
            ? nil
            : TreatedRegion.cells(
                dots: dots, skin: skin, grid: grid, pixelsPerMillimetre: pixelsPerMillimetre)
    }

    /// Looks at the dots, and again where the look before took too much for bare skin, or too little: where dots are
    /// crowded or pale.
    ///
    /// What a look was held against is gone when the next begins.
    private static func looked(
        at image: WorkingImage, grid: CellGrid, from start: consuming LookStart, pixelsPerMillimetre: Double?,
        crew: SideBySide, looks: Int
    ) -> (pass: SurveyPass, colours: CellColours) {
        let pass = SurveyPass(
            image: image, grid: grid, from: copy start, pixelsPerMillimetre: pixelsPerMillimetre, crew: crew)
        let colours = CellColours(of: start.coarse, grid: grid, where: pass.bare.members)
        guard looks > 1, pass.unexpectedSkin > leastUnexpectedSkin else { return (pass, colours) }
        let background = Background(from: colours, skin: start.skin, side: grid.side(in: image))
        start.earlier = pass.told
        start.absorption = Absorption(of: image, over: background, isSkin: start.absorption.isSkin)
        return looked(
            at: image, grid: grid, from: start, pixelsPerMillimetre: pixelsPerMillimetre, crew: crew,
            looks: looks - 1)
    }

    /// Looks at a photo at the resolution that its scale asks for, or else the dots that a first look finds.
    ///
    /// - Parameters:
    ///   - pixelsPerMillimetre: Pixels of the photo per millimetre, or nil.
    ///   - crew: Who works on it.
    ///   - read: Reads the photo, reduced at most as a wish says.
    /// - Returns: The work.
    /// - Throws: What `read` throws.
    static func resolved<Failure: Error>(
        pixelsPerMillimetre: Double?, crew: SideBySide,
        read: (_ wish: ReductionWish) throws(Failure) -> Photo
    ) throws(Failure) -> SurveyWork {
        var least = 1
        // A photo's own planes are gone once it is an image to work on.
        func image(reduction: Int?) throws(Failure) -> WorkingImage {
            func wish(_ size: (width: Int, height: Int)) -> Int {
                reduction ?? WorkingImage.firstReduction(width: size.width, height: size.height)
            }
            let photo = try read(wish)
            least = photo.leastReduction.rawValue
            return WorkingImage(of: photo, reduction: wish((photo.width, photo.height)))
        }
        if let scale = pixelsPerMillimetre {
            let reduction = WorkingImage.reduction(pixelsPerMillimetre: scale)
            return SurveyWork(of: try image(reduction: reduction), pixelsPerMillimetre: scale, crew: crew)
        }
        let better: Int
        do {
            let first = SurveyWork(of: try image(reduction: nil), pixelsPerMillimetre: nil, crew: crew)
            guard first.skin.count > 0, let found = first.betterReduction(least: least) else { return first }
            better = found
            if found % first.image.reduction == 0 {
                let times = found / first.image.reduction
                let fits = max(1, min(times, min(first.image.width, first.image.height)))
                return SurveyWork(of: first.image.reduced(by: fits), pixelsPerMillimetre: nil, crew: crew)
            }
        }
        // The first look is gone before the second begins.
        return SurveyWork(of: try image(reduction: better), pixelsPerMillimetre: nil, crew: crew)
    }

    /// The reduction at which the photo's dots would be resolved without waste, or nil where this one is right.
    private func betterReduction(least: Int) -> Int? {
        if image.reduction > least,
            decision.population == nil || decision.typicalSigma < Self.narrowestTypicalSigma
        {
            return least
        }
        guard decision.population != nil, decision.typicalSigma > Self.widestTypicalSigma else { return nil }
        let times = Int(decision.typicalSigma / (Self.widestTypicalSigma / 2))
        return times > 1 ? image.reduction * times : nil
    }

    /// All spots on skin with what the rule weighs, for learning it; none without a population.
    var candidates: [SpotCandidate] { lastPass.candidates(image: image) }

    /// How good the photo is.
    var quality: PhotoQuality {
        PhotoQuality(
            facts: QualityFacts(
                blurPixels: blurInWorkingPixels.map { $0 * Double(image.reduction) },
                typicalWidthPixels: decision.population == nil
                    ? nil : 2.355 * decision.typicalSigma * Double(image.reduction),
                pixelsPerMillimetre: pixelsPerMillimetre, clippedFraction: clippedFraction,
                glareFraction: glareFraction, luminances: skinLuminances,
                skinFraction: Double(skin.count) / Double(skin.members.count)))
    }

    private var skinLuminances: [Double] {
        (0..<colours.count).filter { skin.members[$0] && colours.pixels[$0] > 0 }.map {
            colours.luminance($0)
        }
    }
}

/// Pixels with a channel at its limit.
struct Clipping {
    /// Share of the photo's pixels.
    let fraction: Double
    /// Share of each cell's pixels.
    let shareOfCell: [Double]

    init(of image: WorkingImage, grid: CellGrid, side: Int) {
        var clipped = CellSums(
            planes: 0, width: image.width, columns: grid.columns, rows: grid.rows, side: side)
        unsafe image.forRows { y, red, luminance, blue in
            // Bounded: row y of each plane.
            unsafe clipped.add(
                row: y, reaching: SkinMask.clippedFrom, red: red, luminance: luminance, blue: blue)
        }
        clipped.fold()
        fraction = Double(clipped.counts.reduce(0, +)) / Double(image.width * image.height)
        shareOfCell = clipped.counts.indices.map { cell in
            let pixels = grid.pixels(of: cell, in: image)
            return pixels > 0 ? Double(clipped.counts[cell]) / Double(pixels) : 1
        }
    }
}
