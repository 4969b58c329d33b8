import Phantom
import Testing

@Suite("Sets of spectral photos")
struct PhotoPresetTests {
    private func set(_ preset: PhotoPreset, seed: UInt64 = 5) -> PhantomPhotoSet {
        var set = PhantomPhotoSet(seed: seed)
        set.preset = preset
        set.width = 320
        set.height = 240
        return set
    }

    private func bytes(_ set: PhantomPhotoSet, _ number: Int) throws -> [UInt8] {
        let client = set.client(number)
        let visit = client.visits[0]
        return try client.photo(visit: 0, renderer: PhantomRenderer(scene: client.scene)).jpeg(
            quality: visit.camera.quality, halvesChroma: visit.camera.halvesChroma, taken: visit.taken)
    }

    @Test("The same seed gives the same bytes, other seeds and sets others", arguments: PhotoPreset.allCases)
    func bytes(preset: PhotoPreset) throws {
        let first = try bytes(set(preset), 1)
        #expect(try bytes(set(preset), 1) == first)
        #expect(try bytes(set(preset, seed: 6), 1) != first)
        #expect(try bytes(set(preset == .hard ? .field : .hard), 1) != first)
    }

    /// The figures that are kept of rendered sets rest on these pixels: whoever changes them says so.
    private static let pixels: [PhotoPreset: UInt64] = [
        .clean: 0xECBA_65CA_7BA4_652A, .field: 0x5F76_E972_9FCA_CF1E, .hard: 0x2FC3_B22F_404D_3D71,
        .far: 0x5368_F996_AD7A_0F17, .phone: 0x4E62_8539_2A73_89C3,
    ]

    @Test("The pixels of a photo are the same on every machine", arguments: PhotoPreset.allCases)
    func pixels(preset: PhotoPreset) {
        let client = set(preset, seed: 9).client(2)
        let photo = client.photo(visit: 0, renderer: PhantomRenderer(scene: client.scene))
        // FNV-1a of 64 bits.
        let hash = photo.pixels.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        #expect(hash == Self.pixels[preset])
    }

    @Test("Every fifth photo is from before treatment and shows no dots", arguments: PhotoPreset.allCases)
    func before(preset: PhotoPreset) {
        let set = set(preset)
        for number in 0..<10 {
            let client = set.client(number)
            #expect(client.visits.count == 1)
            #expect((client.visits[0].sessionsDone == 0) == (number % 5 == 4))
        }
        let client = set.client(4)
        let truth = client.photo(visit: 0, renderer: PhantomRenderer(scene: client.scene)).truth
        #expect(truth.dots.isEmpty && truth.coverage == 0 && truth.density == 0)
    }

    @Test("Lamps, balance, exposure, scale and clutter are those of the set")
    func ranges() throws {
        for preset in PhotoPreset.allCases {
            let isWild = preset == .hard || preset == .phone
            var errors = 0.0
            var lamps: [Lamp] = []
            for number in 0..<40 {
                let client = set(preset).client(number)
                let camera = client.visits[0].camera
                let capture = try #require(camera.capture)
                let options = client.scene.options
                lamps.append(capture.lamp)
                errors += (capture.whiteBalanceError.red - 1) * (capture.whiteBalanceError.red - 1)
                #expect((isWild ? 0.55...1.25 : 0.85...1.12).contains(camera.exposure))
                #expect(camera.lightGradient.share <= (isWild ? 0.3 : 0.13))
                #expect((capture.contrast > 0) == (preset == .phone))
                #expect((capture.sharpening > 0) == (preset == .phone))
                #expect((options.frecklesPerSquareCentimetre > 0) == (preset == .phone))
                #expect((options.hairPointsPerSquareCentimetre > 0) == (preset == .phone))
                #expect((options.stubblePerSquareCentimetre > 0) == (preset != .clean))
                if preset == .clean { #expect(options.head == nil && capture.glare == nil) }
                if preset == .far { #expect((options.frameWidth - 32).magnitude < 1e-9) }
                if preset == .phone { #expect(camera.quality == 80 && camera.blurPixels <= 1.7) }
                #expect(
                    client.scene.dots.allSatisfy {
                        preset == .far
                            ? (0.2...0.4).contains($0.diameter) : (0.1...0.5).contains($0.diameter)
                    })
            }
            let spread = (errors / 40).squareRoot()
            #expect(spread > 0.6 * preset.whiteBalanceSpread && spread < 1.5 * preset.whiteBalanceSpread)
            let daylights = lamps.filter {
                if case .daylight(let kelvin) = $0 { (4_800...6_500).contains(kelvin) } else { false }
            }
            #expect((daylights.count == 40) == !isWild)
        }
    }

    @Test("What is given changes that alone")
    func overrides() {
        let plain = set(.phone)
        var given = plain
        given.overrides.blurPixels = 2.2
        given.overrides.exposure = 0.7
        given.overrides.lamp = .led(kelvin: 4_000)
        given.overrides.whiteBalanceSpread = 0.1
        for number in 0..<4 {
            let first = plain.client(number)
            let second = given.client(number)
            #expect(first.scene.dots == second.scene.dots)
            #expect(first.scene.hairs == second.scene.hairs)
            var camera = second.visits[0].camera
            #expect(camera.blurPixels == 2.2 && camera.exposure == 0.7)
            #expect(camera.capture?.lamp == .led(kelvin: 4_000))
            let drawn = first.visits[0].camera
            camera.blurPixels = drawn.blurPixels
            camera.exposure = drawn.exposure
            camera.capture?.lamp = drawn.capture?.lamp ?? .fluorescent
            camera.capture?.whiteBalanceError =
                drawn.capture?.whiteBalanceError ?? LinearColour(1, 1, 1)
            #expect(camera == drawn)
        }
    }

    @Test("A series shows one scalp before, fresh and later, by one camera in other light")
    func series() throws {
        var set = set(.field)
        set.photosPerClient = 4
        let client = set.client(2)
        #expect(client.visits.map(\.sessionsDone) == [0, 1, 1, 1])
        let days = client.visits.map { $0.taken.days - client.curve.sessions[0].day }
        #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
        #expect(days[1] > 0 && days[1] < 2.1 && days[3] > 7)
        let captures = try client.visits.map { try #require($0.camera.capture) }
        #expect(captures.allSatisfy { $0.sensor == captures[0].sensor })
        #expect(captures[1].lamp != captures[2].lamp)
        #expect(captures[1].whiteBalanceError != captures[2].whiteBalanceError)
    }

    @Test("Lamps and cameras move a day's redness by some percent, as real ones do")
    func cameras() throws {
        var relative: [PhotoPreset: Double] = [:]
        for preset in [PhotoPreset.clean, .hard] {
            var set = set(preset)
            set.width = 200
            set.height = 150
            set.overrides.pixelsPerMillimetre = 4
            set.overrides.gradient = 0
            set.overrides.rim = false
            set.overrides.glare = 0
            set.overrides.veil = 0
            set.overrides.day = 0.5
            var squares = 0.0
            var count = 0
            for number in 0..<30 {
                let client = set.client(number)
                let scene = client.scene
                let camera = client.visits[0].camera
                let moment = PhantomMoment(
                    redness: 8, shares: Array(repeating: 0, count: scene.dots.count), scabFraction: 0)
                let photo = PhantomRenderer(scene: scene).photo(of: moment, by: camera)
                let truth = try #require(photo.truth.redness)
                var treated: [Double] = []
                var reference: [Double] = []
                for y in 0..<150 {
                    for x in 0..<200 {
                        let ratio = Double(photo.image.red[x, y]) / Double(photo.image.green[x, y])
                        let depth = scene.outline.depth(of: camera.pose.scene(at: Double(x), Double(y)))
                        if depth > 0 { treated.append(ratio) } else if depth < -5 { reference.append(ratio) }
                    }
                }
                let seen =
                    Steadily.erythema(treated.sorted()[treated.count / 2])
                    - Steadily.erythema(reference.sorted()[reference.count / 2])
                squares += (seen / truth - 1) * (seen / truth - 1)
                count += 1
            }
            let root = (squares / Double(count)).squareRoot()
            print("redness of 8 EI in \(preset.rawValue): cameras and lamps move it by \(root) RMS")
            relative[preset] = root
        }
        // Published: 1.5 EI of 13, at worst 2.3 (MEASURES.md).
        #expect(try (0.03...0.14).contains(#require(relative[.clean])))
        #expect(try (0.04...0.25).contains(#require(relative[.hard])))
    }
}
