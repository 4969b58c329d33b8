import Phantom
import Raster

/// A small piece of scalp for tests: 20 × 15 mm at 20 px/mm.
enum SmallScalp {
    static func scene(
        density: Double, site: PhantomSceneOptions.Site = .hairline, skin: SkinTone = .light, seed: UInt64 = 3
    ) -> PhantomScene {
        var options = PhantomSceneOptions()
        options.frameWidth = 20
        options.frameHeight = 15
        options.margin = 4
        options.site = site
        options.skin = skin
        var scene = PhantomScene(options: options, seed: seed)
        scene.addSession(density: density)
        return scene
    }

    static func camera(blur: Double = 0.8) -> PhantomCamera {
        var camera = PhantomCamera(width: 400, height: 300, pixelsPerMillimetre: 20)
        camera.blurPixels = blur
        camera.isNoisy = false
        return camera
    }

    static func moment(_ scene: PhantomScene, redness: Double = 0, share: Double) -> PhantomMoment {
        PhantomMoment(
            redness: redness, shares: Array(repeating: share, count: scene.dots.count), scabFraction: 0)
    }

    /// `1 − Y/B` of each pixel, by the same photo with and without dots.
    static func darkening(_ image: RGBImage, without: RGBImage) -> Plane {
        var out = Plane(width: image.width, height: image.height)
        for index in out.samples.indices {
            out.samples[index] = 1 - luminance(image, index) / luminance(without, index)
        }
        return out
    }

    private static func luminance(_ image: RGBImage, _ index: Int) -> Float {
        0.2126 * image.red.samples[index] + 0.7152 * image.green.samples[index]
            + 0.0722 * image.blue.samples[index]
    }
}
