import HealingCurve
import SteadyMath
import Testing

@Suite("The forms of the expected curve give the values of the design")
struct CurveFormTests {
    let darkness = DarknessCurve(settledShare: 0.56, midpoint: 6, width: 1.2, dip: 0.08, fading: 0.1)
    let visible = VisibleShareCurve(settledShare: 0.85, midpoint: 8, width: 1.8)
    let scabs = ScabCurve(areaFraction: 0.01, sheddingDay: 5.5)

    // Reference values: mpmath with 30 digits.
    @Test(
        "Darkness of the median client",
        arguments: [
            (0, 1), (3, 0.968_615_561_750_604_7), (6, 0.776_038_319_338_517_1), (11, 0.486_686_212_222_862_2),
            (28, 0.557_361_964_146_629), (90, 0.547_974_396_855_203_9), (365, 0.508_205_604_536_691_7),
        ])
    func darknessOfMedianClient(day: Double, expected: Double) {
        #expect(abs(darkness.share(daysSinceSession: day) - expected) < 1e-14)
    }

    @Test(
        "Visible share of the median client",
        arguments: [
            (0, 1), (5, 0.977_872_205_086_989_6), (8, 0.926_613_324_111_309_3), (30, 0.851_483_253_316_834_5),
        ])
    func visibleShareOfMedianClient(day: Double, expected: Double) {
        #expect(abs(visible.share(daysSinceSession: day) - expected) < 1e-14)
    }

    @Test(
        "Scabs of the median client",
        arguments: [
            (0, 0), (1, 0.007_519_950_531_163_79), (3, 0.009_114_221_290_574_758),
            (5.5, 0.004_998_065_110_276_781), (9, 0.000_293_121_543_215_648),
        ])
    func scabsOfMedianClient(day: Double, expected: Double) {
        #expect(abs(scabs.areaFraction(daysSinceSession: day) - expected) < 1e-16)
    }

    private var twoSessions: ClientCurve {
        ClientCurve(
            rednessOffset: 1, rednessTimeConstant: 1.8, darkness: darkness, visibleShare: visible,
            scabs: scabs,
            sessions: [
                SessionCurve(day: 100, rednessAmplitude: 12, freshCoverage: 0.03, dotsMade: 60),
                SessionCurve(day: 107, rednessAmplitude: 9, freshCoverage: 0.02, dotsMade: 50),
            ])
    }

    @Test("Sessions add: redness, coverage, density; scabs are those of the last")
    func sessionsAdd() {
        let curve = twoSessions
        #expect(abs(curve.redness(day: 110) - 2.746_271_467_211_73) < 1e-13)
        let coverage =
            0.03 * darkness.share(daysSinceSession: 10) + 0.02 * darkness.share(daysSinceSession: 3)
        #expect(abs(curve.coverage(day: 110) - coverage) < 1e-16)
        let density = 60 * visible.share(daysSinceSession: 10) + 50 * visible.share(daysSinceSession: 3)
        #expect(abs(curve.density(day: 110) - density) < 1e-12)
        #expect(abs(curve.scabArea(day: 110) - 0.009_114_221_290_574_758) < 1e-16)
    }

    @Test("A session has no effect before it, nor one that is not done on its own day")
    func noEffectBefore() {
        let curve = twoSessions
        #expect(curve.redness(day: 99.9) == 1)
        #expect(curve.coverage(day: 99.9) == 0)
        #expect(curve.density(day: 99.9) == 0)
        #expect(curve.scabArea(day: 99.9) == 0)
        #expect(curve.redness(day: 100) == 13)
        #expect(curve.redness(day: 100, sessionsDone: 0) == 1)
        #expect(curve.density(day: 107, sessionsDone: 1) < 60)
        #expect(curve.density(day: 107, sessionsDone: 2) > 100)
        #expect(darkness.share(daysSinceSession: -0.1) == 0)
        #expect(visible.share(daysSinceSession: -0.1) == 0)
    }

    @Test("The pale phase passes: day 11 is paler than day 28")
    func palePhasePasses() {
        #expect(darkness.share(daysSinceSession: 11) < darkness.share(daysSinceSession: 28) - 0.05)
    }

    @Test(
        "Stages begin on days 0, 4, 15 and 43",
        arguments: [
            (-1, HealingStage.before), (-0.001, .before), (0, .immediateCare), (3.999, .immediateCare),
            (4, .initialHealing), (14.999, .initialHealing), (15, .settling), (42.999, .settling),
            (43, .longTerm), (3_650, .longTerm),
        ])
    func stages(day: Double, stage: HealingStage) {
        #expect(HealingStage(day: day) == stage)
    }
}
