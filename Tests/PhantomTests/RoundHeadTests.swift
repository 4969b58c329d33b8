import Phantom
import Raster
import Testing

@Suite("A round head before the camera")
struct RoundHeadTests {
    private static let tilt = SIMD2(0.17, -0.12)

    private static func pose(_ head: RoundHead) -> ScenePose {
        ScenePose(
            pixelsPerMillimetre: 14, rotation: 0.3, middle: PixelPoint(x: 510, y: 370), head: head)
    }

    @Test("a place on the skin and its pixel lead to each other")
    func roundTrip() {
        let pose = Self.pose(RoundHead(radius: 90, tilt: Self.tilt))
        for x in stride(from: -40.0, through: 40, by: 10) {
            for y in stride(from: -30.0, through: 30, by: 10) {
                let pixel = pose.pixel(of: ScenePoint(x: x, y: y))
                let back = pose.scene(at: pixel.x, pixel.y)
                #expect(abs(back.x - x) < 1e-6 && abs(back.y - y) < 1e-6, "\(x), \(y)")
            }
        }
    }

    @Test("the origin keeps its place, and its scale falls by the tilt alone")
    func origin() {
        let pose = Self.pose(RoundHead(radius: 90, tilt: Self.tilt))
        let pixel = pose.pixel(of: ScenePoint(x: 0, y: 0))
        #expect(abs(pixel.x - 510) < 1e-9 && abs(pixel.y - 370) < 1e-9)
        let upright = Self.pose(RoundHead(radius: 90, tilt: SIMD2(0, 0)))
        #expect(abs(upright.scale(at: ScenePoint(x: 0, y: 0)) - 14) < 1e-4)
        let tilted = pose.scale(at: ScenePoint(x: 0, y: 0)) / 14
        // The root of the cosine of 0.2078, the angle of both tilts together.
        #expect(abs(tilted - 0.9892) < 2e-4)
    }

    @Test("a huge head is a plane: its homography holds")
    func plane() {
        let pose = Self.pose(RoundHead(radius: 1e7, tilt: Self.tilt))
        let m = pose.elements
        for (x, y) in [(-40.0, 30.0), (40, -30), (10, 20)] {
            let pixel = pose.pixel(of: ScenePoint(x: x, y: y))
            let w = m[6] * x + m[7] * y + m[8]
            #expect(abs((m[0] * x + m[1] * y + m[2]) / w - pixel.x) < 0.01)
            #expect(abs((m[3] * x + m[4] * y + m[5]) / w - pixel.y) < 0.01)
        }
    }
}
