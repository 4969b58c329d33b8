import Phantom
import Raster
import Testing

@Suite("A rendered photo and its truth agree")
struct PhantomRendererTests {
    @Test(
        "The load of a dot that stands alone is what the pixels lack, whatever the blur",
        arguments: [0, 0.5, 1.6])
    func loadOfOneDot(blur: Double) throws {
        let scene = SmallScalp.scene(density: 5)
        let renderer = PhantomRenderer(scene: scene)
        let camera = SmallScalp.camera(blur: blur)
        let with = renderer.photo(of: SmallScalp.moment(scene, share: 0.8), by: camera)
        let without = renderer.photo(of: SmallScalp.moment(scene, share: 0), by: camera)
        let darkening = SmallScalp.darkening(with.image, without: without.image)
        var judged = 0
        for dot in with.truth.dots {
            let x = Int(dot.centre.x.rounded())
            let y = Int(dot.centre.y.rounded())
            let reach = 14
            let others = with.truth.dots.filter {
                abs($0.centre.x - dot.centre.x) < 28 && abs($0.centre.y - dot.centre.y) < 28
            }
            if others.count > 1 || x < reach || y < reach || x >= 400 - reach || y >= 300 - reach { continue }
            var load = 0.0
            var momentX = 0.0
            var momentY = 0.0
            for row in (y - reach)...(y + reach) {
                for column in (x - reach)...(x + reach) {
                    let value = Double(darkening[column, row])
                    load += value
                    momentX += value * Double(column)
                    momentY += value * Double(row)
                }
            }
            #expect(abs(load - dot.loadInSquarePixels) < 0.01 * dot.loadInSquarePixels)
            #expect(abs(momentX / load - dot.centre.x) < 0.05)
            #expect(abs(momentY / load - dot.centre.y) < 0.05)
            judged += 1
        }
        #expect(judged >= 2)
    }

    @Test("Coverage is the mean darkening of treated skin, and the loads sum to coverage times area")
    func coverage() {
        let scene = SmallScalp.scene(density: 180, site: .crown, skin: .brown)
        let renderer = PhantomRenderer(scene: scene)
        let camera = SmallScalp.camera(blur: 0)
        let with = renderer.photo(of: SmallScalp.moment(scene, share: 1), by: camera)
        let without = renderer.photo(of: SmallScalp.moment(scene, share: 0), by: camera)
        let darkening = SmallScalp.darkening(with.image, without: without.image)
        var sum = 0.0
        var pixels = 0
        for y in 0..<300 {
            for x in 0..<400
            where scene.outline.depth(of: camera.pose.scene(at: Double(x), Double(y))) > 0 {
                sum += Double(darkening[x, y])
                pixels += 1
            }
        }
        let truth = with.truth
        #expect(abs(sum / Double(pixels) - truth.coverage) < 0.01 * truth.coverage)
        #expect(abs(Double(pixels) / 40_000 - truth.treatedAreaInSquareCentimetres) < 0.01)
        let loads = truth.dots.reduce(0) { $0 + $1.loadInSquarePixels }
        #expect(abs(loads / (truth.coverage * Double(pixels)) - 1) < 0.01)
        #expect(without.truth.coverage == 0)
        #expect(without.truth.density == 0)
    }

    @Test("Redness is the difference of medians of the evenly lit skin", arguments: [SkinTone.fair, .dark])
    func redness(skin: SkinTone) throws {
        let scene = SmallScalp.scene(density: 100, skin: skin)
        let renderer = PhantomRenderer(scene: scene)
        let camera = SmallScalp.camera()
        let photo = renderer.photo(of: SmallScalp.moment(scene, redness: 12, share: 1), by: camera)
        var treated: [Double] = []
        var reference: [Double] = []
        for y in stride(from: 0, to: 300, by: 2) {
            for x in stride(from: 0, to: 400, by: 2) {
                let red = Double(photo.evenlyLitSkin.red[x, y])
                let green = Double(photo.evenlyLitSkin.green[x, y])
                let depth = scene.outline.depth(of: camera.pose.scene(at: Double(x), Double(y)))
                if depth > 0 {
                    treated.append(red / green)
                } else if depth < -5 {
                    reference.append(red / green)
                }
            }
        }
        let truth = try #require(photo.truth.redness)
        let inside = Steadily.erythema(treated.sorted()[treated.count / 2])
        let outside = Steadily.erythema(reference.sorted()[reference.count / 2])
        #expect(abs(inside - outside - truth) < 0.15)
        #expect(abs(truth - 12) < 2.5)
    }

    @Test("The same seed gives the same bytes, another seed others")
    func determinism() throws {
        var set = PhantomPhotoSet(seed: 5)
        set.width = 240
        set.height = 180
        func bytes(_ set: PhantomPhotoSet, _ number: Int) throws -> [UInt8] {
            let client = set.client(number)
            let photo = client.photo(visit: 0, renderer: PhantomRenderer(scene: client.scene))
            return try photo.jpeg(quality: 92, halvesChroma: false, taken: client.visits[0].taken)
        }
        let first = try bytes(set, 1)
        #expect(try bytes(set, 1) == first)
        #expect(try bytes(set, 2) != first)
        set.seed = 6
        #expect(try bytes(set, 1) != first)
        #expect(first.starts(with: [0xFF, 0xD8]))
    }

    @Test("A turned, slanted camera shows the dots where the truth says")
    func pose() {
        let scene = SmallScalp.scene(density: 5)
        let renderer = PhantomRenderer(scene: scene)
        var camera = SmallScalp.camera()
        camera.pose = ScenePose(
            pixelsPerMillimetre: 21, rotation: 0.09, middle: PixelPoint(x: 211, y: 139),
            slant: (0.0006, -0.0004))
        let with = renderer.photo(of: SmallScalp.moment(scene, share: 1), by: camera)
        let without = renderer.photo(of: SmallScalp.moment(scene, share: 0), by: camera)
        let darkening = SmallScalp.darkening(with.image, without: without.image)
        let inner = with.truth.dots.filter {
            $0.centre.x > 10 && $0.centre.y > 10 && $0.centre.x < 390 && $0.centre.y < 290
        }
        #expect(inner.count >= 3)
        for dot in inner {
            var best = (value: Float(0), x: 0, y: 0)
            for y in Int(dot.centre.y) - 8...Int(dot.centre.y) + 8 {
                for x in Int(dot.centre.x) - 8...Int(dot.centre.x) + 8 where darkening[x, y] > best.value {
                    best = (darkening[x, y], x, y)
                }
            }
            #expect(abs(Double(best.x) - dot.centre.x) < 1.2)
            #expect(abs(Double(best.y) - dot.centre.y) < 1.2)
        }
        let m = with.truth.homography
        let dot = scene.dots[0].centre
        let w = m[6] * dot.x + m[7] * dot.y + m[8]
        let back = camera.pose.scene(
            at: (m[0] * dot.x + m[1] * dot.y + m[2]) / w, (m[3] * dot.x + m[4] * dot.y + m[5]) / w)
        #expect(abs(back.x - dot.x) < 1e-9 && abs(back.y - dot.y) < 1e-9)
    }

    @Test("Light and colour cast change the photo and not its truth")
    func light() {
        let scene = SmallScalp.scene(density: 100)
        let renderer = PhantomRenderer(scene: scene)
        let plain = SmallScalp.camera()
        var tinted = plain
        tinted.cast = LinearColour(1.1, 1, 0.9)
        tinted.exposure = 0.8
        tinted.lightGradient = (0.1, 1)
        let moment = SmallScalp.moment(scene, redness: 5, share: 1)
        let first = renderer.photo(of: moment, by: plain)
        let second = renderer.photo(of: moment, by: tinted)
        #expect(first.truth == second.truth)
        #expect(first.pixels != second.pixels)
    }

    @Test("Crusts cover the share asked for and hide the dots under them")
    func crusts() {
        let scene = SmallScalp.scene(density: 150)
        let renderer = PhantomRenderer(scene: scene)
        var moment = SmallScalp.moment(scene, share: 1)
        moment.scabFraction = 0.05
        let truth = renderer.photo(of: moment, by: SmallScalp.camera()).truth
        #expect(truth.scabFraction > 0.015 && truth.scabFraction < 0.1)
        #expect(truth.scabCount > 3)
        let hidden = truth.dots.filter(\.isUnderScab).count
        #expect(hidden > 0 && Double(hidden) < 0.12 * Double(truth.dots.count))
    }

    @Test("The blur's kernel has the asked variance and weighs one", arguments: [0.5, 0.8, 1.1, 2.5])
    func kernel(sigma: Double) {
        let weights = PhantomRenderer.kernel(sigma: sigma).map(Double.init)
        let radius = weights.count - 1
        var sum = weights[radius]
        var variance = 0.0
        for k in 0..<radius {
            let offset = Double(radius - k)
            sum += 2 * weights[k]
            variance += 2 * weights[k] * offset * offset
        }
        #expect(abs(sum - 1) < 1e-5)
        #expect(abs(variance - sigma * sigma) < 0.01 * sigma * sigma)
    }

    @Test("Light is coded by the exact sRGB curve")
    func encoder() {
        let encode = SRGBEncoder()
        #expect(encode(-1) == 0)
        #expect(encode(2) == 255)
        #expect(encode(0.214_041_14) == 128 || encode(0.214_041_14) == 127)
        #expect(encode(0.215_860_5) == 128)
        #expect(encode(0.003_035_27) == 10)
    }
}
