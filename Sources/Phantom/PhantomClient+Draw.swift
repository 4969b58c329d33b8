import HealingCurve
import PhotoDecoding
import SteadyMath

extension PhantomClient {
    /// What a client drawn by chance is to be like.
    public struct DrawOptions: Sendable, Equatable {
        /// Days of the photos, counted from the first session; a session's own day means three hours after it.
        public var days: [Double] = [-1, 0, 1, 3, 7, 14, 30, 60, 120, 365]
        /// Days of the sessions, the first one 0.
        public var sessionDays: [Double] = [0]
        /// The skin, or nil for any.
        public var skin: SkinTone?
        /// Pixels in a row.
        public var width = 1_600
        /// Rows.
        public var height = 1_200
        /// Mean pixels per millimetre.
        public var pixelsPerMillimetre = 20.0
        /// JPEG quality.
        public var quality = 92
        /// Shaved hairs per cm² of treated skin.
        public var stubble = 0.0
        /// Poses of the visits, 1 as usual (see ``PhantomCamera/ordinary``).
        public var poseSpread = 1.0
        /// Radius in mm of a round head, or nil for flat skin.
        public var headRadius: Double?
        /// Greatest tilt of a round head about either axis, degrees.
        public var tilt = 10.0
        /// Share of the treated skin that loses nine in ten of its dots, 0 for none.
        public var lostPatchShare = 0.0
        /// Days after the first session on which half of a lost patch's dots are gone.
        public var lostPatchDay = 14.0
        /// Light and camera of a set, one camera for all photos of the client; nil for plain photos.
        public var light: PhotoPreset?
        /// What else goes otherwise than the curve foretells.
        public var faults = PhantomFaults()

        /// Makes the usual options.
        public init() {}
    }

    /// Local noon of the first session of a drawn client, 2026-03-02, in days since 1970.
    static let firstSessionOfDrawn = 20_514.5

    /// Draws a client by chance from the published priors.
    ///
    /// - Parameters:
    ///   - id: Name of the client's folder.
    ///   - seed: Fixes everything.
    ///   - options: What the client is to be like.
    /// - Returns: The client with its visits in order of time.
    public static func drawn(id: String, seed: UInt64, options: DrawOptions) -> PhantomClient {
        var random = SeededRandom(seed: seed)
        var look = PhantomSceneOptions()
        look.frameWidth = Double(options.width) / options.pixelsPerMillimetre
        look.frameHeight = Double(options.height) / options.pixelsPerMillimetre
        let any = SkinTone.allCases[Int(random.next() % UInt64(SkinTone.allCases.count))]
        look.skin = options.skin ?? any
        look.site = random.uniform() < 0.7 ? .hairline : .crown
        look.dotDiameter = random.uniform(0.20...0.30)
        look.dotOpticalDensity = random.uniform(0.32...0.52)
        look.stubblePerSquareCentimetre = options.stubble
        // A stream of its own: plain photos stay as they are.
        var light = SeededRandom(seed: seed ^ 0x5BEC_11C7)
        if options.light != nil { look.layers = LayeredSkin.drawn(look.skin, random: &light) }
        let kind = CameraSensor.Kind.allCases[
            Int(light.next() % UInt64(CameraSensor.Kind.allCases.count))]
        let sensor = CameraSensor.drawn(kind, random: &light)
        var scene = PhantomScene(options: look, seed: random.next())
        let start = firstSessionOfDrawn
        var curve = CurvePriors.published.drawClient(
            sessions: options.sessionDays.map { CurveSession(day: start + $0) }, using: &random)
        for index in curve.sessions.indices {
            let density = random.uniform(80...150) * (index == 0 ? 1 : 0.4)
            scene.addSession(density: density)
            curve.sessions[index].dotsMade = density
            curve.sessions[index].freshCoverage = scene.freshCoverage(session: index)
        }
        curve.darkness.fading *= options.faults.fadingFactor
        curve.scabs.sheddingDay += options.faults.scabDelay
        var client = PhantomClient(id: id, scene: scene, curve: curve, scatterSeed: random.next())
        client.faults = options.faults
        // A stream of its own: what is added here leaves everything else where it was.
        var extras = SeededRandom(seed: seed ^ 0xADDE_D5CE)
        if options.lostPatchShare > 0 {
            client.lostPatch = drawnPatch(in: client.scene, options: options, random: &extras)
        }
        for day in options.days.sorted() {
            var camera = PhantomCamera.ordinary(
                width: options.width, height: options.height,
                pixelsPerMillimetre: options.pixelsPerMillimetre, poseSpread: options.poseSpread,
                random: &random)
            if let preset = options.light {
                PhantomPhotoSet(seed: seed).expose(
                    &camera, sensor: sensor, preset: preset, options: look, random: &light)
            }
            camera.quality = options.quality
            if let radius = options.headRadius {
                let most = options.tilt * .pi / 180
                let tilt = SIMD2(extras.uniform(-most...most), extras.uniform(-most...most))
                camera.pose = camera.pose.over(RoundHead(radius: radius, tilt: tilt))
            }
            let isSessionDay = options.sessionDays.contains(day)
            let seconds = Int(((start + day + (isSessionDay ? 0.125 : 0)) * 86_400).rounded())
            let taken = WallClock(secondsSince1970: seconds)
            let time = taken.text.dropFirst(11).filter { $0 != ":" }
            client.visits.append(
                PhantomVisit(
                    file: "\(taken.dateText) \(time).jpg", taken: taken,
                    sessionsDone: options.sessionDays.filter { $0 <= day }.count, camera: camera))
        }
        return client
    }

    /// Share of a drawn patch's dots that go.
    private static let lostShareOfPatch = 0.9

    /// A round patch in the midst of the treated skin that the photos show.
    private static func drawnPatch(
        in scene: PhantomScene, options: DrawOptions, random: inout SeededRandom
    ) -> PhantomLostPatch {
        let halfWidth = scene.options.frameWidth / 2
        let halfHeight = scene.options.frameHeight / 2
        var places: [ScenePoint] = []
        let tries = 4_000
        for _ in 0..<tries {
            let place = ScenePoint(
                x: random.uniform(-halfWidth...halfWidth), y: random.uniform(-halfHeight...halfHeight))
            if scene.outline.depth(of: place) > 0 { places.append(place) }
        }
        let area = 4 * halfWidth * halfHeight * Double(places.count) / Double(tries)
        let radius = (options.lostPatchShare * area / .pi).squareRoot()
        // The first place that holds the whole disc, else the one that comes nearest to it.
        var best = ScenePoint(x: 0, y: 0)
        var most = -Double.infinity
        for place in places where most < radius {
            let clearance = min(
                scene.outline.depth(of: place), halfWidth - abs(place.x), halfHeight - abs(place.y))
            if clearance > most { (most, best) = (clearance, place) }
        }
        return PhantomLostPatch(
            centre: best, radius: radius, session: 0, day: options.lostPatchDay, share: lostShareOfPatch)
    }
}
