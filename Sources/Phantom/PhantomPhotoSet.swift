import HealingCurve
import PhotoDecoding
import SteadyMath

/// Independent photos at ordinary light: each of another client, on another day.
public struct PhantomPhotoSet: Sendable, Equatable {
    /// Fixes the set; photo `n` is the same however many are made.
    public var seed: UInt64
    /// The one skin of all, or nil for any.
    public var skin: SkinTone?
    /// Pixels in a row.
    public var width = 1_600
    /// Rows.
    public var height = 1_200
    /// Mean pixels per millimetre.
    public var pixelsPerMillimetre = 20.0
    /// The blur of all in pixels, or nil for 0.5–1.1.
    public var blurPixels: Double?
    /// JPEG quality.
    public var quality = 92
    /// Whether JPEG stores chroma at half size.
    public var halvesChroma = false
    /// Whether the photos are from before treatment: no dots.
    public var isBefore = false
    /// Shaved hairs per cm² of treated skin.
    public var stubble = 0.0
    /// Freckles per cm².
    public var freckles = 0.0

    /// The kind of spectral photos, or nil for plain ones at ordinary light; it draws all that is not given, and then
    /// `overrides` has its say instead of the members above.
    public var preset: PhotoPreset?
    /// What is given of a preset's photos.
    public var overrides = PhotoOverrides()
    /// Photos of each client: the first before treatment, the second with fresh dots, the others later.
    ///
    /// Below 2 each photo is another client's.
    public var photosPerClient = 1

    /// Makes a set as usual.
    ///
    /// - Parameter seed: Fixes the set.
    public init(seed: UInt64) { self.seed = seed }

    /// Days since the session on which the photos may be taken: all of healing.
    static let days: [Double] = [0.1, 1, 2, 3, 5, 7, 10, 14, 21, 30, 60, 120, 300]

    /// One photo's client, with the photo as its only visit.
    ///
    /// - Parameter number: 0 or more.
    /// - Returns: The client.
    public func client(_ number: Int) -> PhantomClient {
        if let preset { return client(number, preset: preset) }
        var random = SeededRandom(seed: seed &* 1_000_003 &+ UInt64(number))
        var options = PhantomSceneOptions()
        options.frameWidth = Double(width) / pixelsPerMillimetre
        options.frameHeight = Double(height) / pixelsPerMillimetre
        let any = SkinTone.allCases[Int(random.next() % UInt64(SkinTone.allCases.count))]
        options.skin = skin ?? any
        options.site = random.uniform() < 0.7 ? .hairline : .crown
        options.dotDiameter = random.uniform(0.20...0.30)
        options.dotOpticalDensity = random.uniform(0.32...0.52)
        options.stubblePerSquareCentimetre = stubble
        options.frecklesPerSquareCentimetre = freckles
        options.texture = random.uniform(0.7...1.2)
        var scene = PhantomScene(options: options, seed: random.next())
        let density = random.uniform(80...200)
        scene.addSession(density: density)
        let session = 20_514.5 + Double(random.next() % 300)
        var curve = CurvePriors.published.drawClient(sessions: [CurveSession(day: session)], using: &random)
        curve.sessions[0].dotsMade = density
        curve.sessions[0].freshCoverage = scene.freshCoverage(session: 0)
        var client = PhantomClient(id: "photos", scene: scene, curve: curve, scatterSeed: random.next())
        var camera = PhantomCamera.ordinary(
            width: width, height: height, pixelsPerMillimetre: pixelsPerMillimetre, poseSpread: 0.6,
            random: &random)
        if let blurPixels { camera.blurPixels = blurPixels }
        camera.quality = quality
        camera.halvesChroma = halvesChroma
        let days = isBefore ? -1 : Self.days[Int(random.next() % UInt64(Self.days.count))]
        let seconds = Int(((session + days) * 86_400).rounded())
        let digits = String(number + 1)
        client.visits = [
            PhantomVisit(
                file: "photo-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits + ".jpg",
                taken: WallClock(secondsSince1970: seconds), sessionsDone: isBefore ? 0 : 1, camera: camera)
        ]
        return client
    }
}

extension PhantomScene {
    /// Coverage that a session's fresh dots make over the whole treated outline, overlaps left aside.
    ///
    /// - Parameter session: Its index.
    /// - Returns: A fraction.
    public func freshCoverage(session: Int) -> Double {
        var load = 0.0
        for dot in dots where dot.session == session { load += dot.effectiveArea * dot.freshAbsorbance }
        return load / treatedArea
    }
}
