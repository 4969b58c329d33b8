import Raster
import SteadyMath

/// Renders photos of one scene, with the truth of each.
///
/// ```
/// pixel = encode(noise(blur(skin · ((1 − crust) · pigment + crust · crustColour) · hair · light)))
/// ```
/// All in linear sRGB for a plain camera; in a spectral one's own channels where ``PhantomCamera/capture`` is set, and
/// then turned into linear sRGB by its matrix. `skin` is `10^(−density)` of melanin and haemoglobin, `pigment` the product of
/// `1 − absorbance · profile` over the dots, each profile's average over the pixel being exact in its sum.
public struct PhantomRenderer: Sendable {
    /// What is rendered.
    public let scene: PhantomScene

    let fields: SkinFields
    let transmittance = DensityTable()

    /// Prepares a scene's texture.
    ///
    /// - Parameter scene: What is rendered.
    public init(scene: PhantomScene) {
        self.scene = scene
        fields = SkinFields(seed: scene.textureSeed)
    }

    /// Renders one photo.
    ///
    /// - Parameters:
    ///   - moment: How the scene looks.
    ///   - camera: Who looks at it, and how.
    /// - Returns: The photo and its truth.
    /// - Complexity: O(pixels + dots · their pixels).
    public func photo(of moment: PhantomMoment, by camera: PhantomCamera) -> PhantomPhoto {
        precondition(moment.shares.count == scene.dots.count, "one share for each dot")
        if let capture = camera.capture { return captured(moment, by: camera, capture: capture) }
        let smooth = smoothSkin(moment: moment, camera: camera)
        let skin = skin(smooth, camera: camera)
        var pigment = PigmentLayer(width: camera.width, height: camera.height)
        let drawn = draw(moment: moment, camera: camera, into: &pigment)
        let crusts = crusts(moment: moment, camera: camera)
        let hair = hair(camera: camera)
        let lit = lit(skin: skin, pigment: pigment, crusts: crusts, hair: hair, camera: camera)
        let seen = Self.blurred(lit, sigma: camera.blurPixels)
        let truth = truth(
            moment: moment, camera: camera,
            layers: DrawnLayers(depth: smooth.depth, pigment: pigment, dots: drawn, crusts: crusts),
            redness: redness(smooth, width: camera.width, height: camera.height), isVisible: { _ in true },
            absorbed: { Self.absorbed(skin: skin, pigment: pigment, at: $0) })
        return PhantomPhoto(
            pixels: Self.encoded(seen, camera: camera), image: seen, evenlyLitSkin: skin, truth: truth)
    }
}
