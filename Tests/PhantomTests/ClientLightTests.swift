import Phantom
import Testing

@Suite("A client's light and camera")
struct ClientLightTests {
    private static func client(_ light: PhotoPreset?) -> PhantomClient {
        var options = PhantomClient.DrawOptions()
        options.width = 300
        options.height = 225
        options.light = light
        return PhantomClient.drawn(id: "test", seed: 8, options: options)
    }

    @Test("One camera sees all visits, in the light of the set, and the scalp is the plain client's")
    func camera() throws {
        let client = Self.client(.hard)
        let plain = Self.client(nil)
        #expect(client.scene.dots.map(\.centre) == plain.scene.dots.map(\.centre))
        #expect(client.curve == plain.curve)
        let captures = try client.visits.map { try #require($0.camera.capture) }
        #expect(captures.allSatisfy { $0.sensor == captures[0].sensor })
        #expect(Set(captures.map(\.whiteBalanceError.red)).count == captures.count)
        for (visit, other) in zip(client.visits, plain.visits) {
            #expect(visit.camera.pose == other.camera.pose)
            #expect(other.camera.capture == nil)
        }
        let photo = client.photo(visit: 1, renderer: PhantomRenderer(scene: client.scene))
        #expect(photo.truth.treatedErythema != nil)
    }
}
