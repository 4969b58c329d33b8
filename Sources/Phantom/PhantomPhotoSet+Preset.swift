import HealingCurve
import PhotoDecoding
import SteadyMath

extension PhantomPhotoSet {
    /// One client of a preset with its photos, or with one photo where each is another client's.
    ///
    /// All is drawn first and overridden then, so that a sweep of one quantity leaves everything else as it was.
    func client(_ number: Int, preset: PhotoPreset) -> PhantomClient {
        let own = seed &* 1_000_003 &+ UInt64(number) &+ preset.stream
        var random = SeededRandom(seed: own)
        var look = random.fork()
        var light = random.fork()
        var days = random.fork()
        var options = sceneOptions(preset: preset, random: &look)
        if overrides.isVaried {
            // A stream of its own: nothing else changes by it.
            var wide = SeededRandom(seed: own ^ 0x51DE_0000_0000_0000)
            Self.vary(&options, random: &wide)
        }
        let drawnScale = Self.scale(of: preset, random: &look)
        let scale = overrides.pixelsPerMillimetre ?? drawnScale
        options.frameWidth = Double(width) / scale
        options.frameHeight = Double(height) / scale
        options.head = head(options: options, preset: preset, random: &look)
        let drawnDensity = look.uniform(40...240)
        let density = overrides.density ?? drawnDensity
        var scene = PhantomScene(options: options, seed: look.next())
        scene.addSession(density: density)
        let session = 20_514.5 + Double(look.next() % 300)
        var curve = CurvePriors.published.drawClient(sessions: [CurveSession(day: session)], using: &look)
        curve.sessions[0].dotsMade = density
        curve.sessions[0].freshCoverage = scene.freshCoverage(session: 0)
        var client = PhantomClient(
            id: "client-" + Self.digits(number + 1), scene: scene, curve: curve, scatterSeed: look.next())
        let kind = CameraSensor.Kind.allCases[
            Int(light.next() % UInt64(CameraSensor.Kind.allCases.count))]
        let sensor = CameraSensor.drawn(overrides.camera ?? kind, random: &light)
        for (index, day) in photoDays(number: number, random: &days).enumerated() {
            let isBefore = day < 0
            var camera = PhantomCamera.ordinary(
                width: width, height: height, pixelsPerMillimetre: scale, poseSpread: 0.6, random: &light)
            expose(&camera, sensor: sensor, preset: preset, options: options, random: &light)
            let seconds = Int(((session + day) * 86_400).rounded())
            let name = photosPerClient < 2 ? Self.digits(number + 1) : Self.digits(index + 1)
            client.visits.append(
                PhantomVisit(
                    file: "photo-" + name + ".jpg", taken: WallClock(secondsSince1970: seconds),
                    sessionsDone: isBefore ? 0 : 1, camera: camera))
        }
        return client
    }

    private static func digits(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    /// Of photos that stand alone, every so many is from before treatment.
    static let beforeEvery = 5

    /// Days of a client's photos since the session; below 0 for before treatment.
    private func photoDays(number: Int, random: inout SeededRandom) -> [Double] {
        if photosPerClient >= 2 {
            // Before, fresh, then later and later: 4, 8, 16 … days with some spread.
            var days = [-1.0, random.uniform(0.1...2)]
            var next = 4.0
            while days.count < photosPerClient {
                days.append(next * random.uniform(0.8...1.4))
                next *= photosPerClient > 6 ? 1.7 : 2.6
            }
            return Array(days.prefix(photosPerClient))
        }
        let stage = random.uniform()
        let along = random.uniform()
        let drawn =
            stage < 0.3
            ? 0.1 + 2.9 * along
            : stage < 0.55
                ? 3 + 11 * along : stage < 0.75 ? 14 + 46 * along : 60 + 340 * along
        if isBefore || number % Self.beforeEvery == Self.beforeEvery - 1 && overrides.day == nil {
            return [-1]
        }
        return [overrides.day ?? drawn]
    }

    private static func scale(of preset: PhotoPreset, random: inout SeededRandom) -> Double {
        let drawn = random.uniform()
        return switch preset {
        case .far: 10
        case .phone: 14 + 12 * drawn
        case .clean, .field, .hard: 16 + 8 * drawn
        }
    }

    private func sceneOptions(preset: PhotoPreset, random: inout SeededRandom) -> PhantomSceneOptions {
        var options = PhantomSceneOptions()
        let darkest = preset == .hard && random.uniform() < 0.75
        let tones: [SkinTone] = darkest ? [.tan, .brown, .dark] : SkinTone.allCases
        let tone = tones[Int(random.next() % UInt64(tones.count))]
        options.skin = overrides.skin ?? tone
        options.layers = LayeredSkin.drawn(options.skin, random: &random)
        options.site = random.uniform() < 0.7 ? .hairline : .crown
        let size = random.uniform()
        let drawnSize =
            switch preset {
            case .far: 0.2 + 0.2 * size
            case .phone: 0.2 + 0.18 * size
            case .clean, .field, .hard: 0.18 + 0.14 * size
            }
        options.dotDiameter = overrides.dotDiameter ?? drawnSize
        options.dotDiameterRange = preset == .far && overrides.dotDiameter == nil ? 0.2...0.4 : 0.1...0.5
        options.dotOpticalDensity = random.uniform(0.32...0.52)
        options.inkSlope = random.uniform(-0.02...0.06)
        options.touchingShare = random.uniform(0.03...0.12)
        options.texture = random.uniform(0.7...1.2)
        options.thinningEdge = random.uniform(1...5)
        clutter(&options, preset: preset, random: &random)
        return options
    }

    /// Draws from wide ranges what dots have in common and what they are taken for.
    private static func vary(_ options: inout PhantomSceneOptions, random: inout SeededRandom) {
        options.dotDiameterSpread = random.uniform(0.04...0.38)
        options.dotDensitySpread = random.uniform(0.05...0.4)
        options.dotHoldingSpread = random.uniform(0.05...0.35)
        options.dotDiameterRange = 0.1...0.5
        options.touchingShare = random.uniform(0...0.25)
        options.smallestSpacing = random.uniform(0.2...0.45)
        options.poresPerSquareCentimetre = random.uniform(0...250)
        options.poreStrength = random.uniform(0.5...2.5)
        options.texture = random.uniform(0.4...2)
        options.thinningEdge = random.uniform(0.5...8)
    }

    private func clutter(
        _ options: inout PhantomSceneOptions, preset: PhotoPreset, random: inout SeededRandom
    ) {
        let stubble = random.uniform(8...70)
        let points = random.uniform(8...60)
        let hairs = random.uniform(0...5)
        let freckles = random.uniform(0.4...4)
        let moles = random.uniform(0...0.05)
        options.stubblePerSquareCentimetre = overrides.stubble ?? (preset.hasClutter ? stubble : 0)
        options.hairPointsPerSquareCentimetre = overrides.points ?? (preset == .phone ? points : 0)
        options.longHairs = overrides.longHairs ?? (preset.hasClutter ? hairs : 0)
        options.frecklesPerSquareCentimetre = overrides.freckles ?? (preset == .phone ? freckles : 0)
        options.molesPerSquareCentimetre = overrides.moles ?? (preset.hasClutter ? moles : 0)
        options.sunburn = overrides.sunburn ?? 0
        options.hairLightness = random.uniform(0...0.8)
        // A forehead is bald but for its edge; hair grows all round a crown.
        let edge = random.uniform(0...4)
        options.stubbleMargin = options.site == .crown ? 1_000 : edge
    }

    /// The dome whose rim crosses the picture on one side, or nil.
    private func head(
        options: PhantomSceneOptions, preset: PhotoPreset, random: inout SeededRandom
    ) -> HeadDome? {
        let isThere = random.uniform() < 0.6
        let radius = max(random.uniform(65...95), 0.62 * options.frameWidth)
        let power = random.uniform(3...5)
        let share = random.uniform(0.72...0.98)
        // A hairline's forehead is reference skin: its rim is above or at a side.
        let direction =
            options.site == .crown ? random.uniform(-3.14...3.14) : random.uniform(-3.5...0.35)
        if !(overrides.rim ?? (preset.hasClutter && isThere)) { return nil }
        let c = Steady.cos(direction)
        let s = Steady.sin(direction)
        let reach = min(
            options.frameWidth / 2 / max(1e-6, abs(c)), options.frameHeight / 2 / max(1e-6, abs(s)))
        let back = radius - share * reach
        return HeadDome(middle: ScenePoint(x: -back * c, y: -back * s), radius: radius, power: power)
    }

    /// Light, camera and processing of one photo.
    func expose(
        _ camera: inout PhantomCamera, sensor: CameraSensor, preset: PhotoPreset,
        options: PhantomSceneOptions, random: inout SeededRandom
    ) {
        let lamp = Self.lamp(of: preset, random: &random)
        var capture = PhantomCapture(lamp: overrides.lamp ?? lamp)
        capture.sensor = sensor
        let spread = overrides.whiteBalanceSpread ?? preset.whiteBalanceSpread
        capture.whiteBalanceError = LinearColour(
            Steady.exp(spread * random.normal()), Steady.exp(spread * random.normal()),
            Steady.exp(spread * random.normal()))
        let wild = random.uniform(0.55...1.25)
        let tame = random.uniform(0.85...1.12)
        camera.exposure = overrides.exposure ?? (preset.isWild ? wild : tame)
        let fall = random.uniform()
        let share = overrides.gradient ?? (preset.isWild ? 0.03 + 0.27 * fall : 0.03 + 0.10 * fall)
        camera.lightGradient = (share, camera.lightGradient.direction)
        let tint = 0.08 * random.normal()
        if preset.isWild { capture.gradientTint = tint }
        capture.lightSlope = (random.uniform(-0.5...0.5), random.uniform(-0.5...0.3))
        capture.backdrop = Backdrop.drawn(halfHeight: options.frameHeight / 2, random: &random)
        glare(&capture, preset: preset, options: options, random: &random)
        let veil = random.uniform(0...0.015)
        capture.veil = overrides.veil ?? (preset.isWild ? veil : preset.hasClutter ? veil / 3 : 0)
        let moves = random.uniform() < 0.4
        let path = random.uniform(0.3...1.4)
        let direction = random.uniform(-3.14...3.14)
        let isMoved = preset.isWild && moves
        capture.motion = (overrides.motion ?? (isMoved ? path : 0), direction)
        capture.defocusRadius = overrides.defocus ?? 0
        process(&camera, capture: &capture, preset: preset, random: &random)
        camera.capture = capture
    }

    private func glare(
        _ capture: inout PhantomCapture, preset: PhotoPreset, options: PhantomSceneOptions,
        random: inout SeededRandom
    ) {
        let isThere = random.uniform() < (preset.isWild ? 0.35 : 0.15)
        let place = ScenePoint(
            x: options.frameWidth * random.uniform(-0.35...0.35),
            y: options.frameHeight * random.uniform(-0.35...0.35))
        let spread = random.uniform(2.5...7)
        let strength = random.uniform(0.1...0.7) * (preset.isWild ? 1 : 0.4)
        let given = overrides.glare ?? (preset.hasClutter && isThere ? strength : 0)
        if given > 0 { capture.glare = Glare(middle: place, spread: spread, strength: given) }
    }

    private func process(
        _ camera: inout PhantomCamera, capture: inout PhantomCapture, preset: PhotoPreset,
        random: inout SeededRandom
    ) {
        let soft = random.uniform(0.6...1.7)
        camera.blurPixels = overrides.blurPixels ?? (preset == .phone ? soft : camera.blurPixels)
        // Phones' small pixels hold fewer electrons.
        camera.fullWell = preset == .phone ? random.uniform(4_000...9_000) : random.uniform(8_000...20_000)
        camera.readNoise = random.uniform(4...12)
        let contrast = random.uniform(0.15...0.45)
        let lift = random.uniform(0...0.25)
        let sharpening = random.uniform(0.3...0.9)
        let mask = random.uniform(0.8...1.6)
        capture.contrast = overrides.contrast ?? (preset == .phone ? contrast : 0)
        capture.lift = preset == .phone ? lift : 0
        capture.sharpening = overrides.sharpening ?? (preset == .phone ? sharpening : 0)
        capture.sharpeningSigma = mask
        let drawn = Int(random.uniform(0...1) * 6)
        let quality =
            switch preset {
            case .clean: 92 + min(5, drawn)
            case .field, .far: 89 + drawn
            case .hard: 85 + drawn
            case .phone: 80
            }
        camera.quality = overrides.quality ?? quality
        let isHalved = random.uniform() < 0.5
        camera.halvesChroma =
            overrides.halvesChroma ?? (preset == .phone || preset.hasClutter && isHalved)
    }

    private static func lamp(of preset: PhotoPreset, random: inout SeededRandom) -> Lamp {
        let kind = random.uniform()
        let along = random.uniform()
        if !preset.isWild { return .daylight(kelvin: 4_800 + 1_700 * along) }
        if kind < 0.35 { return .daylight(kelvin: 4_000 + 3_500 * along) }
        if kind < 0.6 { return .planckian(kelvin: 3_000 + 1_000 * along) }
        if kind < 0.9 { return .led(kelvin: 3_000 + 3_500 * along) }
        return .fluorescent
    }
}

extension LayeredSkin {
    /// A skin of a tone whose layers are drawn by chance.
    static func drawn(_ tone: SkinTone, random: inout SeededRandom) -> LayeredSkin {
        var layers = LayeredSkin(tone)
        layers.melanin = min(0.3, layers.melanin * Steady.exp(0.15 * random.normal()))
        layers.blood = random.uniform(0.012...0.026)
        layers.oxygenation = random.uniform(0.55...0.8)
        layers.scattering = random.uniform(95...150)
        layers.scatteringPower = random.uniform(1.6...2.5)
        layers.surface = random.uniform(0.02...0.04)
        layers.vesselRadius = random.uniform(9e-4...16e-4)
        return layers
    }
}

extension CameraSensor {
    /// A camera of a kind whose own sensitivities are drawn by chance.
    static func drawn(_ kind: Kind, random: inout SeededRandom) -> CameraSensor {
        CameraSensor(kind).varied(
            peakShift: PhotoPreset.peakShift, widthShare: PhotoPreset.widthShare, random: &random)
    }
}
