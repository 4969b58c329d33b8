import Foundation
import HealingCurve
import Phantom
import Testing

@Suite("Synthetic clients heal by their curve")
struct PhantomClientTests {
    @Test("Load and visible share of a session's dots follow the curve")
    func healing() {
        var options = PhantomClient.DrawOptions()
        options.width = 1_000
        options.height = 750
        let client = PhantomClient.drawn(id: "test", seed: 8, options: options)
        let start = client.curve.sessions[0].day
        for (visit, day) in [2.0, 6, 9, 14, 30, 120].enumerated() {
            let moment = client.moment(day: start + day, sessionsDone: 1, visit: visit)
            var fresh = 0.0
            var left = 0.0
            var visible = 0
            for (dot, share) in zip(client.scene.dots, moment.shares) {
                let load = dot.effectiveArea * dot.freshAbsorbance
                fresh += load
                left += load * share
                if share >= PhotoTruth.visibleShare { visible += 1 }
            }
            let darkness = client.curve.darkness.share(daysSinceSession: day)
            let share = client.curve.visibleShare.share(daysSinceSession: day)
            // Four standard deviations of the curve's scatter, and what chance adds to a share of many dots.
            #expect(abs(left / fresh / darkness - 1) < 4 * CurveScatter.darkness)
            let found = Double(visible) / Double(client.scene.dots.count)
            #expect(abs(found / share - 1) < 4 * CurveScatter.density + 0.03)
            #expect(abs(moment.redness - client.curve.redness(day: start + day)) < 4 * CurveScatter.redness)
        }
        #expect(client.moment(day: start - 1, sessionsDone: 0, visit: 0).shares.allSatisfy { $0 == 0 })
    }

    @Test("Dots keep their distance but for the few that touch, and lie inside the outline")
    func spacing() {
        let scene = SmallScalp.scene(density: 150)
        var close = 0
        for (index, dot) in scene.dots.enumerated() {
            #expect(scene.outline.depth(of: dot.centre) > 0)
            #expect(dot.diameter >= 0.15 && dot.diameter <= 0.35)
            let isClose = scene.dots[..<index].contains { other in
                let dx = other.centre.x - dot.centre.x
                let dy = other.centre.y - dot.centre.y
                return (dx * dx + dy * dy).squareRoot() < 0.35
            }
            if isClose { close += 1 }
        }
        #expect(Double(close) < 0.06 * Double(scene.dots.count))
    }

    @Test("The lost patch loses its first session's dots, and the rest keep theirs")
    func lostPatch() throws {
        let client = try #require(PhantomFixtures.clients().first { $0.lostPatch != nil })
        let patch = try #require(client.lostPatch)
        let day = client.curve.sessions[0].day + patch.day + 8
        let moment = client.moment(day: day, sessionsDone: 1, visit: 0)
        var inside = (all: 0, left: 0)
        var outside = (all: 0, left: 0)
        for (dot, share) in zip(client.scene.dots, moment.shares) where dot.session == patch.session {
            let dx = dot.centre.x - patch.centre.x
            let dy = dot.centre.y - patch.centre.y
            let isLeft = share >= PhotoTruth.visibleShare ? 1 : 0
            if (dx * dx + dy * dy).squareRoot() < patch.radius {
                inside = (inside.all + 1, inside.left + isLeft)
            } else {
                outside = (outside.all + 1, outside.left + isLeft)
            }
        }
        #expect(inside.all > 25)
        #expect(inside.left == 0)
        #expect(Double(outside.left) > 0.8 * Double(outside.all))
    }

    @Test("The photos in the repository are what the command makes now")
    func fixtures() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/Clients")
        for client in PhantomFixtures.clients() {
            let visit = client.visits[3]
            let photo = client.photo(visit: 3, renderer: PhantomRenderer(scene: client.scene))
            let bytes = try photo.jpeg(
                quality: visit.camera.quality, halvesChroma: visit.camera.halvesChroma,
                taken: visit.carriesDate ? visit.taken : nil)
            let file = root.appendingPathComponent(client.id).appendingPathComponent(visit.file)
            #expect(try Data(contentsOf: file) == Data(bytes))
        }
    }

    @Test("Truth is written with sorted keys and few digits")
    func json() {
        let value = TruthJSON.object([
            "b": .list([
                .number(-0.25, decimals: 3), .number(12.3456, decimals: 2), .number(-0.001, decimals: 2),
            ]),
            "a": .text("x\"y"), "c": .null,
        ])
        #expect(value.text() == "{\"a\":\"x\\\"y\",\n\"b\":[-0.25,12.35,0],\n\"c\":null}")
    }
}
