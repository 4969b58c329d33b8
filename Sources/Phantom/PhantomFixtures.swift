import HealingCurve
import PhotoDecoding
import SteadyMath

/// The clients of the repository's `Fixtures/Clients`.
public enum PhantomFixtures {
    /// A client that heals as expected, one whose redness stays, and one with two sessions and a lost patch.
    ///
    /// - Returns: The clients with their visits, in order of their folders' names.
    public static func clients() -> [PhantomClient] {
        [asExpected(), lostPatch(), rednessStays()]
    }

    private static let width = 1_000
    private static let height = 750
    private static let pixelsPerMillimetre = 19.0
    private static let quality = 88

    /// One photo as it is planned: its name and date, and what sets it apart.
    private struct Plan {
        let file: String
        let taken: WallClock?
        let sessionsDone: Int
        var carriesDate = true
        var entry: String?

        init(
            _ file: String, _ taken: WallClock?, done sessionsDone: Int, carriesDate: Bool = true,
            entry: String? = nil
        ) {
            self.file = file
            self.taken = taken
            self.sessionsDone = sessionsDone
            self.carriesDate = carriesDate
            self.entry = entry
        }
    }

    private static func asExpected() -> PhantomClient {
        var options = frame(.hairline, skin: .medium)
        options.dotDiameter = 0.25
        options.dotOpticalDensity = 0.40
        options.stubblePerSquareCentimetre = 3
        options.texture = 1
        let session = date(2_026, 3, 2, 12, 0)
        var client = client(
            "anna", options: options, seed: 11, densities: [80],
            curve: curve(
                sessions: [(session, 12)], offset: 0.4, timeConstant: 1.8, settled: 0.60, visible: 0.88,
                scabs: 0.011))
        client.notes.name = "Anna"
        client.notes.sessionDetails = ["technique: pointillism, needle: 3RL, pigment: Graphite 2"]
        client.notes.targetDensity = 80
        client.notes.symptoms = [
            PhantomNotes.Symptom(date: "2026-03-03", itching: 1, tenderness: 3),
            PhantomNotes.Symptom(date: "2026-03-05", itching: 3, tenderness: 1, note: "tight feeling"),
            PhantomNotes.Symptom(date: "2026-03-12", itching: 1, tenderness: 0),
        ]
        addVisits(
            [
                Plan("2026-02-27 hairline.jpg", date(2_026, 2, 27, 10, 12), done: 0),
                Plan("2026-03-02 hairline.jpg", date(2_026, 3, 2, 15, 30), done: 1),
                Plan("2026-03-03 hairline.jpg", date(2_026, 3, 3, 11, 4), done: 1),
                Plan("IMG_4127.jpg", date(2_026, 3, 5, 9, 41), done: 1),
                Plan("IMG_4163.jpg", date(2_026, 3, 9, 18, 20), done: 1),
                Plan("IMG-20260314-WA0003.jpg", date(2_026, 3, 14, 12, 0), done: 1, carriesDate: false),
                Plan("2026-03-30 hairline.jpg", date(2_026, 3, 30, 10, 25), done: 1),
                Plan("2026-05-04 hairline.jpg", date(2_026, 5, 4, 10, 50), done: 1),
                Plan("2026-08-10 hairline.jpg", date(2_026, 8, 10, 9, 15), done: 1),
                Plan("2027-03-01 hairline.jpg", date(2_027, 3, 1, 10, 5), done: 1),
            ], to: &client, seed: 12)
        return client
    }

    private static func rednessStays() -> PhantomClient {
        var options = frame(.crown, skin: .fair)
        options.dotDiameter = 0.24
        options.dotOpticalDensity = 0.36
        options.frecklesPerSquareCentimetre = 0.5
        let session = date(2_026, 4, 13, 12, 0)
        var client = client(
            "chris", options: options, seed: 31, densities: [90],
            curve: curve(
                sessions: [(session, 17)], offset: -0.3, timeConstant: 21, settled: 0.58, visible: 0.86,
                scabs: 0.008))
        client.notes.name = "Chris"
        client.notes.sessionDetails = ["technique: pointillism, needle: 1RL"]
        client.notes.symptoms = [
            PhantomNotes.Symptom(date: "2026-04-15", itching: 3, tenderness: 4),
            PhantomNotes.Symptom(date: "2026-04-22", itching: 5, tenderness: 3),
            PhantomNotes.Symptom(date: "2026-04-30", itching: 6, tenderness: 2, note: "worse at night"),
            PhantomNotes.Symptom(date: "2026-05-11", itching: 5, tenderness: 1),
            PhantomNotes.Symptom(date: "2026-06-08", itching: 2, tenderness: 0),
        ]
        addVisits(
            [
                Plan("PXL_20260412_101122334.jpg", date(2_026, 4, 12, 10, 11), done: 0),
                Plan("PXL_20260413_144501020.jpg", date(2_026, 4, 13, 14, 45), done: 1),
                Plan("PXL_20260415_090210451.jpg", date(2_026, 4, 15, 9, 2), done: 1),
                Plan("PXL_20260419_171530007.jpg", date(2_026, 4, 19, 17, 15), done: 1),
                Plan("IMG-20260424-WA0001.jpg", date(2_026, 4, 24, 12, 0), done: 1, carriesDate: false),
                Plan("PXL_20260430_084419213.jpg", date(2_026, 4, 30, 8, 44), done: 1),
                Plan("PXL_20260511_110008812.jpg", date(2_026, 5, 11, 11, 0), done: 1),
                Plan("PXL_20260608_101733540.jpg", date(2_026, 6, 8, 10, 17), done: 1),
            ], to: &client, seed: 32)
        return client
    }

    private static func lostPatch() -> PhantomClient {
        var options = frame(.hairline, skin: .brown)
        options.dotDiameter = 0.26
        options.dotOpticalDensity = 0.46
        options.stubblePerSquareCentimetre = 4
        let first = date(2_026, 5, 4, 12, 0)
        let second = date(2_026, 6, 1, 12, 0)
        var client = client(
            "bilal", options: options, seed: 21, densities: [80, 36],
            curve: curve(
                sessions: [(first, 11), (second, 10)], offset: 0.9, timeConstant: 1.6, settled: 0.62,
                visible: 0.90, scabs: 0.014))
        client.lostPatch = PhantomLostPatch(
            centre: ScenePoint(x: -9, y: -4), radius: 4.2, session: 0, day: 11)
        client.notes.name = "Bilal"
        client.notes.sessionDetails = [
            "technique: pointillism, practitioner: Kim", "technique: pointillism, practitioner: Kim",
        ]
        client.notes.targetDensity = 120
        addVisits(
            [
                Plan("20260502_093000.jpg", date(2_026, 5, 2, 9, 30), done: 0),
                Plan("20260504_151000.jpg", date(2_026, 5, 4, 15, 10), done: 1),
                Plan("20260508_100500.jpg", date(2_026, 5, 8, 10, 5), done: 1),
                Plan("20260518_182200.jpg", date(2_026, 5, 18, 18, 22), done: 1),
                Plan(
                    "20260601_094000 before.jpg", date(2_026, 6, 1, 9, 40), done: 1, entry: "before: true"),
                Plan("20260601_143000 after.jpg", date(2_026, 6, 1, 14, 30), done: 2),
                Plan("20260608_101500.jpg", date(2_026, 6, 8, 10, 15), done: 2),
                Plan("20260713_095500.jpg", date(2_026, 7, 13, 9, 55), done: 2),
                Plan("20261102_104000.jpg", date(2_026, 11, 2, 10, 40), done: 2),
            ], to: &client, seed: 22)
        return client
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> WallClock?
    {
        WallClock(year: year, month: month, day: day, hour: hour, minute: minute)
    }

    private static func frame(_ site: PhantomSceneOptions.Site, skin: SkinTone) -> PhantomSceneOptions {
        var options = PhantomSceneOptions()
        options.frameWidth = Double(width) / pixelsPerMillimetre
        options.frameHeight = Double(height) / pixelsPerMillimetre
        options.site = site
        options.skin = skin
        return options
    }

    private static func curve(
        sessions: [(date: WallClock?, amplitude: Double)], offset: Double, timeConstant: Double,
        settled: Double, visible: Double, scabs: Double
    ) -> ClientCurve {
        ClientCurve(
            rednessOffset: offset, rednessTimeConstant: timeConstant,
            darkness: DarknessCurve(settledShare: settled, midpoint: 6, width: 1.2, dip: 0.08, fading: 0.10),
            visibleShare: VisibleShareCurve(settledShare: visible, midpoint: 8, width: 1.8),
            scabs: ScabCurve(areaFraction: scabs, sheddingDay: 5.5),
            sessions: sessions.compactMap { session in
                session.date.map {
                    SessionCurve(
                        day: $0.days, rednessAmplitude: session.amplitude, freshCoverage: 0, dotsMade: 0)
                }
            })
    }

    private static func client(
        _ id: String, options: PhantomSceneOptions, seed: UInt64, densities: [Double], curve: ClientCurve
    ) -> PhantomClient {
        var scene = PhantomScene(options: options, seed: seed)
        var curve = curve
        for (index, density) in densities.enumerated() {
            scene.addSession(density: density)
            curve.sessions[index].dotsMade = density
            curve.sessions[index].freshCoverage = scene.freshCoverage(session: index)
        }
        return PhantomClient(id: id, scene: scene, curve: curve, scatterSeed: seed &+ 1_000)
    }

    private static func addVisits(_ plans: [Plan], to client: inout PhantomClient, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for plan in plans {
            var camera = PhantomCamera.ordinary(
                width: width, height: height, pixelsPerMillimetre: pixelsPerMillimetre, poseSpread: 1,
                random: &random)
            camera.quality = quality
            guard let taken = plan.taken else { continue }
            client.visits.append(
                PhantomVisit(
                    file: plan.file, taken: taken, sessionsDone: plan.sessionsDone, camera: camera,
                    carriesDate: plan.carriesDate, entry: plan.entry))
        }
    }
}
