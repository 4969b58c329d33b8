import SteadyMath

/// The random fields of a scene's skin.
struct SkinFields: Sendable {
    let melanin: [SceneNoise]
    let haemoglobin: [SceneNoise]
    let reddening: SceneNoise
    let grain: SceneNoise
    let relief: SceneNoise
    let lines: SceneNoise
    let lineDepth: SceneNoise
    let crust: SceneNoise

    init(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        melanin = [13.0, 4.5, 1.7].map { SceneNoise(seed: random.next(), wavelength: $0) }
        haemoglobin = [11.0, 3.4, 1.3].map { SceneNoise(seed: random.next(), wavelength: $0) }
        reddening = SceneNoise(seed: random.next(), wavelength: 3.1)
        grain = SceneNoise(seed: random.next(), wavelength: 0.34)
        relief = SceneNoise(seed: random.next(), wavelength: 0.85)
        lines = SceneNoise(seed: random.next(), wavelength: 1.5)
        lineDepth = SceneNoise(seed: random.next(), wavelength: 5)
        crust = SceneNoise(seed: random.next(), wavelength: 0.25)
    }
}

/// Skin without its finest texture, on every fourth pixel.
struct SmoothSkin: Sendable {
    /// Optical density of each channel.
    var red: CoarseField
    var green: CoarseField
    var blue: CoarseField
    /// Millimetres inside the treated outline, negative outside.
    var depth: CoarseField
}
