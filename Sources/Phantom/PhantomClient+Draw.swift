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
        var client = PhantomClient(id: id, scene: scene, curve: curve, scatterSeed: random.next())
        for day in options.days.sorted() {
            var camera = PhantomCamera.ordinary(
                width: options.width, height: options.height,
                pixelsPerMillimetre: options.pixelsPerMillimetre, poseSpread: 1, random: &random)
            camera.quality = options.quality
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
}
