import SteadyMath

/// A scene's colours as the standard observer and one camera see them.
struct SceneColours: Sendable {
    /// What the CIE 1931 observer sees in daylight D65: the truth.
    let observer: SkinColourTable
    /// What the camera sees under its lamp, in balanced channels.
    let camera: SkinColourTable
    /// The skin's layers.
    let skin: LayeredSkin
    /// The camera's weights by wavelength, white being 1.
    let channels: [Spectrum]

    init(scene: PhantomScene, capture: PhantomCapture) {
        skin = scene.options.layers ?? LayeredSkin(scene.options.skin)
        let slope = scene.options.inkSlope
        // 1 at 550 nm; the ink's carbon is nearly neutral.
        let ink = Spectrum { 1 + slope * ($0 - 550) / 150 }
        channels = capture.sensor.channels(under: capture.lamp)
        observer = SkinColourTable(skin: skin, ink: ink, channels: StandardObserver.channels)
        camera = SkinColourTable(skin: skin, ink: ink, channels: channels)
    }

    /// What the camera sees of a surface.
    func seen(_ reflectance: Spectrum) -> SIMD3<Float> {
        SIMD3(
            Float(channels[0].sum(with: reflectance)), Float(channels[1].sum(with: reflectance)),
            Float(channels[2].sum(with: reflectance)))
    }

    /// Most blood of reddened skin: ten times that of calm skin.
    private static let mostReddened = 0.2

    /// Erythema index of the scene's skin with other blood, as the standard observer sees it, EI.
    func erythema(blood: Double) -> Double {
        let density = observer(melanin: Float(skin.melanin), blood: Float(blood)).density
        return 100 * Double(density.y - density.x)
    }

    /// Blood to add so that the scene's skin reddens by so much.
    ///
    /// On dark skin blood shows less and less: where no blood up to ``mostReddened`` is enough, that much is taken.
    ///
    /// - Parameter redness: EI, also below 0.
    /// - Returns: Share of blood, by halving an interval.
    func addedBlood(redness: Double) -> Double {
        let wanted = erythema(blood: skin.blood) + redness
        var low = 0.0
        var high = Self.mostReddened
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if erythema(blood: middle) < wanted { low = middle } else { high = middle }
        }
        return (low + high) / 2 - skin.blood
    }
}
