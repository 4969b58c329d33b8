import HealingCurve
import Phantom
import SteadyMath
import Testing

@Suite("A client with a fault differs from its twin by the fault alone")
struct PhantomFaultsTests {
    private static func client(_ change: (inout PhantomFaults) -> Void) -> PhantomClient {
        var options = PhantomClient.DrawOptions()
        options.width = 600
        options.height = 450
        options.sessionDays = [0, 28]
        change(&options.faults)
        return PhantomClient.drawn(id: "test", seed: 8, options: options)
    }

    private let twin = Self.client { _ in }

    private func moments(
        of client: PhantomClient, day: Double, sessionsDone: Int = 1
    ) -> (faulty: PhantomMoment, normal: PhantomMoment) {
        let at = twin.curve.sessions[0].day + day
        return (
            client.moment(day: at, sessionsDone: sessionsDone, visit: 3),
            twin.moment(day: at, sessionsDone: sessionsDone, visit: 3)
        )
    }

    @Test("Scalp, poses, dates and scatter are the twin's")
    func twins() {
        let faulty = Self.client {
            $0.stayingRedness = 0.7
            $0.fadingFactor = 6
            $0.scabDelay = 10
            $0.lostDots = 0.4
            $0.paling = 0.3
        }
        #expect(faulty.visits == twin.visits)
        #expect(faulty.scatterSeed == twin.scatterSeed)
        #expect(faulty.scene.dots.map(\.centre) == twin.scene.dots.map(\.centre))
        #expect(faulty.curve.sessions == twin.curve.sessions)
        #expect(moments(of: faulty, day: -1, sessionsDone: 0).faulty.shares.allSatisfy { $0 == 0 })
    }

    @Test("Redness falls to the share that stays, and no further")
    func redness() {
        let faulty = Self.client { $0.stayingRedness = 0.7 }
        let amplitude = twin.curve.sessions[0].rednessAmplitude
        for day in [0.0, 0.2, 8, 27] {
            let (red, normal) = moments(of: faulty, day: day)
            let usual = Steady.exp(-day / twin.curve.rednessTimeConstant)
            #expect(abs(red.redness - normal.redness - amplitude * max(0, 0.7 - usual)) < 1e-9)
            #expect(red.shares == normal.shares)
            #expect(red.scabFraction == normal.scabFraction)
        }
    }

    @Test("Pigment fades so many times as fast")
    func fading() {
        let faulty = Self.client { $0.fadingFactor = 6 }
        let rate = twin.curve.darkness.fading
        #expect(faulty.curve.darkness.fading == 6 * rate)
        for day in [8.0, 90] {
            let ratio =
                faulty.curve.darkness.share(daysSinceSession: day)
                / twin.curve.darkness.share(daysSinceSession: day)
            #expect(abs(ratio - Steady.exp(-5 * rate * day / 365)) < 1e-9)
            let (faded, normal) = moments(of: faulty, day: day)
            #expect(faded.redness == normal.redness)
            #expect(faded.scabFraction == normal.scabFraction)
        }
    }

    @Test("Scabs are shed so many days late")
    func scabs() {
        let faulty = Self.client { $0.scabDelay = 10 }
        let usual = twin.curve.scabs
        let late = moments(of: faulty, day: usual.sheddingDay + 10)
        #expect(abs(late.faulty.scabFraction - usual.areaFraction / 2) < 0.02 * usual.areaFraction)
        #expect(late.normal.scabFraction < 0.001 * usual.areaFraction)
        #expect(late.faulty.shares == late.normal.shares)
    }

    @Test("Dots go at random from the day on, and those of later sessions stay")
    func lostDots() {
        let faulty = Self.client { $0.lostDots = 0.4 }
        let before = moments(of: faulty, day: 19.9)
        #expect(before.faulty == before.normal)
        let (after, normal) = moments(of: faulty, day: 60, sessionsDone: 2)
        var (gone, all) = (0, 0)
        for (index, dot) in twin.scene.dots.enumerated() {
            let isGone = after.shares[index] < normal.shares[index]
            if dot.session == 0, normal.shares[index] >= PhotoTruth.visibleShare {
                all += 1
                gone += isGone ? 1 : 0
                #expect(!isGone || after.shares[index] < PhotoTruth.visibleShare)
            } else if dot.session == 1 {
                #expect(!isGone)
            }
        }
        // Three standard deviations of so many draws.
        #expect(abs(Double(gone) / Double(all) - 0.4) < 3 * (0.24 / Double(all)).squareRoot())
        let later = faulty.moment(
            day: twin.curve.sessions[0].day + 300, sessionsDone: 2, visit: 5)
        for index in after.shares.indices where after.shares[index] < normal.shares[index] {
            #expect(later.shares[index] < PhotoTruth.visibleShare)
        }
    }

    @Test("Pale dots hold so much less from day 28 after their own session on")
    func paling() {
        let faulty = Self.client { $0.paling = 0.3 }
        let before = moments(of: faulty, day: 27.9)
        #expect(before.faulty == before.normal)
        let (pale, normal) = moments(of: faulty, day: 40, sessionsDone: 2)
        for (index, dot) in twin.scene.dots.enumerated() {
            let kept = dot.session == 0 ? 0.7 : 1
            #expect(abs(pale.shares[index] - kept * normal.shares[index]) < 1e-12)
        }
    }

    @Test("The truth tells the faults that there are, and none of a normal client")
    func truth() {
        #expect(twin.json()["faults"] == nil)
        let faulty = Self.client {
            $0.stayingRedness = 0.7
            $0.scabDelay = 10
        }
        #expect(faulty.json()["faults"]?.text() == "{\"scabDelay\":10,\n\"stayingRedness\":0.7}")
    }
}
