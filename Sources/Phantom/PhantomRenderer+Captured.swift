import Raster
import SteadyMath

/// Skin's pigments without its finest texture, on every fourth pixel.
private struct SmoothPigments {
    var melanin: CoarseField
    var blood: CoarseField
    /// Millimetres inside the treated outline, negative outside.
    var depth: CoarseField
    /// Share of the sunburn there.
    var sunburn: CoarseField
}

/// A scene as it lies before a spectral camera, and what the truth needs of it.
private struct SeenScene {
    /// The camera's balanced channels at an exposure of 1, before the lens.
    var light: RGBImage
    /// The skin alone as the standard observer sees it.
    var skin: RGBImage
    /// 1 where a pixel shows skin that counts.
    var visible: [UInt8]
    /// Share of the pixel's luminance that ink of absorbance 1 takes away.
    var inkOfLuminance: [Float]
    /// Erythema indices for the medians.
    var treated: [Float] = []
    var reference: [Float] = []
    var clear: [Float] = []
}

extension PhantomRenderer {
    /// Renders one photo by a spectral camera.
    func captured(
        _ moment: PhantomMoment, by camera: PhantomCamera, capture: PhantomCapture
    ) -> PhantomPhoto {
        let colours = SceneColours(scene: scene, capture: capture)
        let smooth = pigments(moment: moment, camera: camera, colours: colours)
        var pigment = PigmentLayer(width: camera.width, height: camera.height)
        let drawn = draw(moment: moment, camera: camera, into: &pigment)
        let crusts = crusts(moment: moment, camera: camera)
        let seen = seen(
            smooth: smooth, pigment: pigment, crusts: crusts, camera: camera, capture: capture,
            colours: colours)
        var truth = truth(
            moment: moment, camera: camera,
            layers: DrawnLayers(depth: smooth.depth, pigment: pigment, dots: drawn, crusts: crusts),
            redness: Self.difference(median(seen.treated), median(seen.reference)),
            isVisible: { seen.visible[$0] == 1 },
            absorbed: { Double(seen.inkOfLuminance[$0]) * Double(1 - pigment.green[$0]) })
        truth.rednessClearOfSunburn = Self.difference(median(seen.treated), median(seen.clear))
        truth.treatedErythema = median(seen.treated)
        truth.visibleSkinShare =
            Double(seen.visible.reduce(0) { $0 + Int($1) }) / Double(seen.visible.count)
        truth.facing = facing(camera: camera)
        let developed = developed(seen.light, camera: camera, capture: capture, colours: colours)
        return PhantomPhoto(
            pixels: developed.pixels, image: developed.image, evenlyLitSkin: seen.skin, truth: truth)
    }

    private static func difference(_ left: Double?, _ right: Double?) -> Double? {
        guard let left, let right else { return nil }
        return left - right
    }

    /// The circle in which a dome faces the camera by less than 45°, as the photo shows it.
    private func facing(camera: PhantomCamera) -> [PixelPoint] {
        guard let head = scene.options.head else { return [] }
        let radius = head.grazingRadius
        return (0..<96).map { step in
            let angle = 2 * Double.pi * Double(step) / 96
            return camera.pose.pixel(
                of: ScenePoint(
                    x: head.middle.x + radius * Steady.cos(angle),
                    y: head.middle.y + radius * Steady.sin(angle)))
        }.clipped(width: camera.width, height: camera.height)
    }

    /// Melanin and blood without fine texture.
    private func pigments(
        moment: PhantomMoment, camera: PhantomCamera, colours: SceneColours
    ) -> SmoothPigments {
        let empty = CoarseField(width: camera.width, height: camera.height)
        var out = SmoothPigments(melanin: empty, blood: empty, depth: empty, sunburn: empty)
        let added = colours.addedBlood(redness: moment.redness)
        let burnt = scene.options.sunburn > 0 ? colours.addedBlood(redness: scene.options.sunburn) : 0
        let burn = SceneNoise(seed: scene.textureSeed &+ 0xB52, wavelength: Self.sunburnWavelength)
        for row in 0..<empty.rows {
            for column in 0..<empty.columns {
                let place = camera.pose.scene(
                    at: Double(column * CoarseField.step), Double(row * CoarseField.step))
                let depth = scene.outline.depth(of: place)
                let (melanin, haemoglobin) = variation(at: place)
                let (edge, patchy) = reddening(at: place, depth: depth)
                let index = row * empty.columns + column
                var share = 0.0
                if burnt > 0 {
                    let patch = Self.eased(0.5 + 1.4 * (Double(burn(place.x, place.y)) - 0.4))
                    share = patch * Self.eased(0.5 - 0.5 * depth / Self.rednessEdge)
                }
                out.melanin.values[index] = Float(colours.skin.melanin * melanin)
                out.blood.values[index] = Float(
                    colours.skin.blood * haemoglobin + added * edge * patchy + burnt * share)
                out.depth.values[index] = Float(depth)
                out.sunburn.values[index] = Float(share)
            }
        }
        return out
    }

    /// Size of sunburnt patches in mm.
    private static let sunburnWavelength = 24.0
    /// Share of the sunburn below which skin counts as clear of it.
    private static let clearOfSunburn: Float = 0.03
    /// Every so many pixels across and down one is taken for the medians of redness.
    private static let medianStride = 3

    private static func eased(_ t: Double) -> Double {
        let held = min(1, max(0, t))
        return held * held * (3 - 2 * held)
    }

    /// The scene under its light, pixel by pixel.
    private func seen(
        smooth: SmoothPigments, pigment: PigmentLayer, crusts: CrustLayer, camera: PhantomCamera,
        capture: PhantomCapture, colours: SceneColours
    ) -> SeenScene {
        let width = camera.width
        let height = camera.height
        let black = Plane(width: width, height: height)
        let image = RGBImage(red: black, green: black, blue: black)
        var out = SeenScene(
            light: image, skin: image, visible: Array(repeating: 0, count: width * height),
            inkOfLuminance: Array(repeating: 0, count: width * height))
        let marks = melaninOfMarks(camera: camera)
        let hair = hair(camera: camera)
        let hairColour = colours.seen(.hair(lightness: scene.options.hairLightness))
        let crustColours = CrustColours(colours: colours)
        let surroundings = Surroundings(
            scene: scene, camera: camera, capture: capture, colours: colours, seed: scene.textureSeed)
        let luminance = SIMD3<Float>(
            Float(LinearColour.luminanceOfRed), Float(LinearColour.luminanceOfGreen),
            Float(LinearColour.luminanceOfBlue))
        let perUnit = Float(LayeredSkin.melaninOfUnit)
        let strength = Float(scene.options.texture)
        var melanin = [Float](repeating: 0, count: width)
        var blood = melanin
        var depth = melanin
        var burn = melanin
        for y in 0..<height {
            smooth.melanin.write(row: y, into: &melanin)
            smooth.blood.write(row: y, into: &blood)
            smooth.depth.write(row: y, into: &depth)
            smooth.sunburn.write(row: y, into: &burn)
            for x in 0..<width {
                let index = y * width + x
                let place = camera.pose.scene(at: Double(x), Double(y))
                let view = surroundings.view(of: place, x: x, y: y)
                if view.cover <= 0 {
                    out.set(light: surroundings.backdrop(at: place) * view.light, at: index)
                    continue
                }
                let pigments = melanin[x] + perUnit * marks[index]
                let truth = colours.observer(melanin: pigments, blood: blood[x])
                let mine = colours.camera(melanin: pigments, blood: blood[x])
                let grain = strength * texture(at: place)
                let observed = transmitted(truth.density + grain)
                var light = transmitted(mine.density + grain)
                out.set(skin: observed, at: index)
                let shades = observed * luminance
                let bright = shades.sum()
                out.inkOfLuminance[index] = (shades * truth.ink).sum() / bright
                let ink = 1 - pigment.green[index]
                if ink > 0 { light *= 1 - ink * mine.ink }
                let share = crusts.share[index]
                if share > 0 {
                    // A crust is as rough as the skin is not: its own thickness stands for its texture.
                    light += share * (crustColours(darkness: crusts.darkness[index]) - light)
                }
                light = light * hair[index] + (1 - hair[index]) * hairColour
                light = light * view.shade + surroundings.glare(at: place, fields: fields)
                if view.cover < 1 {
                    light = view.cover * light + (1 - view.cover) * surroundings.backdrop(at: place)
                }
                out.set(light: light * view.light, at: index)
                let hides = surroundings.glare(at: place, fields: nil) > Float(Glare.hidingShare) * bright
                if view.isFacing && !hides {
                    out.visible[index] = 1
                    if x % Self.medianStride == 0 && y % Self.medianStride == 0 {
                        let erythema = 100 * (truth.density.y - truth.density.x)
                        if depth[x] > 0 {
                            out.treated.append(erythema)
                        } else if Double(depth[x]) < -PhotoTruth.referenceDistance {
                            out.reference.append(erythema)
                            if burn[x] < Self.clearOfSunburn { out.clear.append(erythema) }
                        }
                    }
                }
            }
        }
        return out
    }

    @inline(__always)
    private func transmitted(_ density: SIMD3<Float>) -> SIMD3<Float> {
        SIMD3(transmittance(density.x), transmittance(density.y), transmittance(density.z))
    }
}

extension SeenScene {
    @inline(__always)
    fileprivate mutating func set(light value: SIMD3<Float>, at index: Int) {
        light.red.samples[index] = value.x
        light.green.samples[index] = value.y
        light.blue.samples[index] = value.z
    }

    @inline(__always)
    fileprivate mutating func set(skin value: SIMD3<Float>, at index: Int) {
        skin.red.samples[index] = value.x
        skin.green.samples[index] = value.y
        skin.blue.samples[index] = value.z
    }
}

/// Crusts over the scene's own skin, by their darkness.
private struct CrustColours {
    private static let perUnit: Float = 16
    private static let most = 2.5
    private let values: [SIMD3<Float>]

    init(colours: SceneColours) {
        let bare = colours.skin.reflectance()
        values = (0...Int(Double(Self.perUnit) * Self.most) + 1).map { step in
            colours.seen(bare * .crust(darkness: Double(step) / Double(Self.perUnit)))
        }
    }

    @inline(__always)
    func callAsFunction(darkness: Float) -> SIMD3<Float> {
        let scaled = max(0, min(Float(Self.most), darkness)) * Self.perUnit
        let index = Int(scaled)
        return values[index] + (values[index + 1] - values[index]) * (scaled - Float(index))
    }
}
