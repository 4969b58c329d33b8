import Phantom
import Raster
import Testing

@Suite("A spectral camera's photo and its truth agree")
struct SpectralPhotoTests {
    private func scene(
        density: Double = 100, _ change: (inout PhantomSceneOptions) -> Void = { _ in }
    ) -> PhantomScene {
        var options = PhantomSceneOptions()
        options.frameWidth = 20
        options.frameHeight = 15
        options.margin = 4
        options.skin = .medium
        options.inkSlope = 0
        change(&options)
        var scene = PhantomScene(options: options, seed: 3)
        scene.addSession(density: density)
        return scene
    }

    private func camera(
        blur: Double = 0.8, _ change: (inout PhantomCapture) -> Void = { _ in }
    ) -> PhantomCamera {
        var camera = SmallScalp.camera(blur: blur)
        var capture = PhantomCapture()
        change(&capture)
        camera.capture = capture
        return camera
    }

    @Test(
        "The load of a lone dot is what the pixels lack under any lamp and blur",
        arguments: [Lamp.daylight(kelvin: 6_500), .planckian(kelvin: 3_000), .led(kelvin: 4_000)])
    func load(lamp: Lamp) {
        let scene = scene(density: 5)
        let renderer = PhantomRenderer(scene: scene)
        let camera = camera(blur: 1.2) {
            $0.lamp = lamp
            $0.motion = (1.5, 0.7)
            $0.defocusRadius = 1
        }
        let with = renderer.photo(of: SmallScalp.moment(scene, share: 0.8), by: camera)
        let without = renderer.photo(of: SmallScalp.moment(scene, share: 0), by: camera)
        let darkening = SmallScalp.darkening(with.image, without: without.image)
        var judged = 0
        for dot in with.truth.dots {
            let x = Int(dot.centre.x.rounded())
            let y = Int(dot.centre.y.rounded())
            let reach = 14
            let near = with.truth.dots.filter {
                abs($0.centre.x - dot.centre.x) < 28 && abs($0.centre.y - dot.centre.y) < 28
            }
            if near.count > 1 || x < reach || y < reach || x >= 400 - reach || y >= 300 - reach { continue }
            var load = 0.0
            for row in (y - reach)...(y + reach) {
                for column in (x - reach)...(x + reach) { load += Double(darkening[column, row]) }
            }
            #expect(abs(load / dot.loadInSquarePixels - 1) < 0.01)
            judged += 1
        }
        #expect(judged >= 2)
    }

    @Test("Lamp, camera, balance, exposure and processing change the photo and not its truth")
    func light() {
        let scene = scene()
        let renderer = PhantomRenderer(scene: scene)
        let moment = SmallScalp.moment(scene, redness: 6, share: 1)
        let plain = renderer.photo(of: moment, by: camera())
        let switches: [(inout PhantomCapture) -> Void] = [
            { $0.lamp = .planckian(kelvin: 3_000) }, { $0.lamp = .fluorescent },
            { $0.sensor = CameraSensor(.reflex) }, { $0.veil = 0.02 }, { $0.contrast = 0.3 },
            { $0.lift = 0.2 }, { $0.sharpening = 0.7 },
            { $0.whiteBalanceError = LinearColour(1.06, 1, 0.95) },
        ]
        for change in switches {
            let other = renderer.photo(of: moment, by: camera(change))
            #expect(other.truth == plain.truth)
            #expect(other.pixels != plain.pixels)
        }
        let all = renderer.photo(of: moment, by: camera { capture in switches.forEach { $0(&capture) } })
        #expect(all.truth == plain.truth)
        var bright = camera()
        bright.exposure = 1.2
        bright.lightGradient = (0.3, 1)
        #expect(renderer.photo(of: moment, by: bright).truth == plain.truth)
    }

    @Test(
        "Redness is the difference of medians of the skin that the standard observer sees",
        arguments: [
            SkinTone.fair, .medium, .dark,
        ])
    func redness(skin: SkinTone) throws {
        let scene = scene { $0.skin = skin }
        let renderer = PhantomRenderer(scene: scene)
        let camera = camera { $0.lamp = .led(kelvin: 3_500) }
        let photo = renderer.photo(of: SmallScalp.moment(scene, redness: 6, share: 1), by: camera)
        var treated: [Double] = []
        var reference: [Double] = []
        for y in stride(from: 0, to: 300, by: 2) {
            for x in stride(from: 0, to: 400, by: 2) {
                let ratio =
                    Double(photo.evenlyLitSkin.red[x, y]) / Double(photo.evenlyLitSkin.green[x, y])
                let depth = scene.outline.depth(of: camera.pose.scene(at: Double(x), Double(y)))
                if depth > 0 { treated.append(ratio) } else if depth < -5 { reference.append(ratio) }
            }
        }
        let truth = try #require(photo.truth.redness)
        let inside = Steadily.erythema(treated.sorted()[treated.count / 2])
        let outside = Steadily.erythema(reference.sorted()[reference.count / 2])
        #expect(abs(inside - outside - truth) < 0.1)
        // The skin's own blotches move it by some tenths; on dark skin blood shows up to a limit.
        #expect(abs(truth - 6) < 2.5)
    }

    @Test("A balanced camera in daylight sees the truth's colours but for its matrix")
    func colours() {
        let scene = scene(density: 1)
        let photo = PhantomRenderer(scene: scene).photo(
            of: SmallScalp.moment(scene, share: 0), by: camera(blur: 0))
        let at = 150 * 400 + 200
        let seen = photo.image.green.samples[at] / photo.image.red.samples[at]
        let observed = photo.evenlyLitSkin.green.samples[at] / photo.evenlyLitSkin.red.samples[at]
        #expect(abs(seen / observed - 1) < 0.06)
    }

    @Test("Ink that absorbs more red looks bluer")
    func inkTone() {
        func toneOfDots(slope: Double) -> Float {
            let scene = scene(density: 200) { $0.inkSlope = slope }
            let renderer = PhantomRenderer(scene: scene)
            let with = renderer.photo(of: SmallScalp.moment(scene, share: 1), by: camera(blur: 0))
            let without = renderer.photo(of: SmallScalp.moment(scene, share: 0), by: camera(blur: 0))
            func left(_ plane: KeyPath<RGBImage, Plane>) -> Float {
                zip(with.image[keyPath: plane].samples, without.image[keyPath: plane].samples)
                    .reduce(0) { $0 + $1.0 / $1.1 }
            }
            return left(\.blue) - left(\.red)
        }
        #expect(toneOfDots(slope: 0.06) > toneOfDots(slope: 0) + 10)
    }

    @Test("Each kind of clutter alone and all together leave the dots where they were")
    func clutter() {
        let plainScene = scene()
        let moment = SmallScalp.moment(plainScene, share: 1)
        let plain = PhantomRenderer(scene: plainScene).photo(of: moment, by: camera())
        let switches: [(inout PhantomSceneOptions) -> Void] = [
            {
                $0.stubbleMargin = 2
                $0.stubblePerSquareCentimetre = 40
            },
            {
                $0.stubbleMargin = 2
                $0.hairPointsPerSquareCentimetre = 40
            }, { $0.longHairs = 60 }, { $0.molesPerSquareCentimetre = 1 }, { $0.sunburn = 9 },
        ]
        for change in switches {
            let cluttered = scene(change)
            #expect(cluttered.dots == plainScene.dots)
            let photo = PhantomRenderer(scene: cluttered).photo(of: moment, by: camera())
            #expect(photo.truth.dots.map(\.centre) == plain.truth.dots.map(\.centre))
            #expect(photo.truth.density == plain.truth.density)
            #expect(abs(photo.truth.coverage / plain.truth.coverage - 1) < 0.01)
            #expect(photo.pixels != plain.pixels)
        }
        let all = scene { options in switches.forEach { $0(&options) } }
        #expect(all.dots == plainScene.dots)
        #expect(!all.hairs.isEmpty && !all.longHairs.isEmpty)
    }

    @Test("Sunburn reddens the reference, and the truth without it stays")
    func sunburn() throws {
        let calm = scene { $0.frameHeight = 40 }
        let burnt = scene {
            $0.frameHeight = 40
            $0.sunburn = 12
        }
        var camera = camera()
        camera.height = 800
        let moment = SmallScalp.moment(calm, redness: 3, share: 1)
        let before = PhantomRenderer(scene: calm).photo(of: moment, by: camera).truth
        let after = PhantomRenderer(scene: burnt).photo(of: moment, by: camera).truth
        let truth = try #require(before.redness)
        let clear = try #require(after.rednessClearOfSunburn)
        let whole = try #require(after.redness)
        #expect(abs(clear - truth) < 0.6)
        #expect(whole <= truth + 0.1)
    }

    @Test("Beyond the dome's rim lies the wall; dots towards it are narrowed and told apart")
    func dome() throws {
        let head = HeadDome(middle: ScenePoint(x: -6, y: 2), radius: 13, power: 3)
        let flat = scene(density: 150)
        let round = scene(density: 150) { $0.head = head }
        #expect(flat.dots == round.dots)
        let moment = SmallScalp.moment(flat, share: 1)
        let plain = PhantomRenderer(scene: flat).photo(of: moment, by: camera(blur: 0)).truth
        let domed = PhantomRenderer(scene: round).photo(of: moment, by: camera(blur: 0)).truth
        #expect(domed.treatedAreaInSquareCentimetres < 0.9 * plain.treatedAreaInSquareCentimetres)
        #expect(domed.visibleSkinShare > 0.3 && domed.visibleSkinShare < 0.9)
        #expect(domed.dots.count < plain.dots.count)
        #expect(plain.dots.allSatisfy { $0.isOnVisibleSkin })
        var narrowed = 0
        for dot in domed.dots {
            let place = SmallScalp.camera().pose.scene(at: dot.centre.x, dot.centre.y)
            let dx = place.x - head.middle.x
            let dy = place.y - head.middle.y
            let distance = (dx * dx + dy * dy).squareRoot()
            if abs(distance - head.grazingRadius) > 0.1 {
                #expect(dot.isOnVisibleSkin == (distance < head.grazingRadius))
            }
            let whole = try #require(plain.dots.first { $0.centre == dot.centre })
            let sine = distance * distance * distance / (13 * 13 * 13)
            let cosine = (1 - sine * sine).squareRoot()
            if cosine > 0.5 && cosine < 0.9 {
                // Neighbours overlap a little less where they are narrowed.
                #expect(abs(dot.loadInSquarePixels / whole.loadInSquarePixels / cosine - 1) < 0.12)
                narrowed += 1
            }
        }
        #expect(narrowed > 3)
        for corner in domed.facing {
            let place = SmallScalp.camera().pose.scene(at: corner.x, corner.y)
            let dx = place.x - head.middle.x
            let dy = place.y - head.middle.y
            #expect((dx * dx + dy * dy).squareRoot() < head.grazingRadius + 0.05)
        }
    }

    @Test("Glare hides skin and the dots in it")
    func glare() {
        let scene = scene(density: 150)
        let moment = SmallScalp.moment(scene, share: 1)
        let renderer = PhantomRenderer(scene: scene)
        let plain = renderer.photo(of: moment, by: camera()).truth
        let shiny = renderer.photo(
            of: moment,
            by: camera { $0.glare = Glare(middle: ScenePoint(x: 0, y: -3), spread: 2, strength: 0.8) }
        ).truth
        #expect(shiny.visibleSkinShare < 0.95 && shiny.visibleSkinShare > 0.5)
        #expect(shiny.dots.contains { !$0.isOnVisibleSkin })
        #expect(abs(shiny.density / plain.density - 1) < 0.15)
    }
}
