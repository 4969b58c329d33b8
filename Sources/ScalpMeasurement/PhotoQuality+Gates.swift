/// What the gates judge a photo by.
struct QualityFacts {
    /// Standard deviation of the point spread, pixels of the photo.
    let blurPixels: Double?
    /// Full width at half depth of the typical dot, pixels of the photo; nil without dots.
    let typicalWidthPixels: Double?
    /// Pixels of the photo per millimetre, or nil.
    let pixelsPerMillimetre: Double?
    /// Share of pixels at their limit.
    let clippedFraction: Double
    /// Share of the skin that shines.
    let glareFraction: Double
    /// Luminance of the bare skin, cell by cell.
    let luminances: [Double]
    /// Share of the photo that is skin.
    let skinFraction: Double
}

extension PhotoQuality {
    /// Blur beyond which neighbouring dots run together, mm (σ).
    static let mostBlurInMillimetres = 0.13
    /// The same without a scale, as a share of the typical dot's whole standard deviation and in pixels.
    static let mostBlurInPixels = 4.0
    /// Narrowest dot (full width at half depth, pixels) that can be counted (MEASURES.md).
    static let narrowestDot = 2.5
    /// Fewest pixels per millimetre at which a dot of 0.15 mm is that wide with the usual blur.
    static let leastPixelsPerMillimetre = 6.0
    /// Share of clipped pixels beyond which skin is lost.
    static let mostClipped = 0.08
    /// Share of shining skin beyond which it hides dots.
    static let mostGlare = 0.10
    /// Spread of the light beyond which its colour can no longer be trusted to be one.
    static let mostGradient = 1.3
    /// Median luminance below which noise drowns colour.
    static let leastLuminance = 0.02
    /// Share of the photo that must be skin.
    static let leastSkin = 0.08

    /// Judges a photo.
    init(facts: QualityFacts) {
        let middle = Quantile.of(facts.luminances, 0.5) ?? 0
        let low = Quantile.of(facts.luminances, 0.05) ?? 0
        let high = Quantile.of(facts.luminances, 0.95) ?? 0
        let gradient = middle > 0 ? (high - low) / middle : 0
        var problems = [Reason]()
        if facts.skinFraction < Self.leastSkin { problems.append(.noSkin) }
        if let blur = facts.blurPixels {
            let limit =
                facts.pixelsPerMillimetre.map { Self.mostBlurInMillimetres * $0 } ?? Self.mostBlurInPixels
            if blur > limit { problems.append(.blurred) }
        }
        if let width = facts.typicalWidthPixels, width < Self.narrowestDot {
            problems.append(.lowResolution)
        } else if let scale = facts.pixelsPerMillimetre, scale < Self.leastPixelsPerMillimetre {
            problems.append(.lowResolution)
        }
        if facts.clippedFraction > Self.mostClipped { problems.append(.overexposed) }
        if middle < Self.leastLuminance && facts.skinFraction >= Self.leastSkin {
            problems.append(.underexposed)
        }
        if facts.glareFraction > Self.mostGlare { problems.append(.glare) }
        if gradient > Self.mostGradient { problems.append(.unevenLight) }
        self.init(
            problems: problems, blurPixels: facts.blurPixels, clippedFraction: facts.clippedFraction,
            glareFraction: facts.glareFraction, lightGradient: gradient, skinFraction: facts.skinFraction)
    }
}
