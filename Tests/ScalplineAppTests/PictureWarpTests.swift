import Foundation
import PhotoDecoding
import PhotoSeries
import ProgressReport
import Raster
import ScalplineApp
import Testing

@Suite("Photos drawn in an anchor's frame")
struct PictureWarpTests {
    /// Dark dots on grey skin, their middles given.
    private static func image(width: Int, height: Int, dots: [PixelPoint], sigma: Double = 2) -> RGBImage {
        var plane = Plane(width: width, height: height, repeating: 0.5)
        for dot in dots {
            let reach = Int(sigma * 5)
            for y in max(0, Int(dot.y) - reach)...min(height - 1, Int(dot.y) + reach) {
                for x in max(0, Int(dot.x) - reach)...min(width - 1, Int(dot.x) + reach) {
                    let square =
                        (Double(x) - dot.x) * (Double(x) - dot.x) + (Double(y) - dot.y) * (Double(y) - dot.y)
                    plane[x, y] -= Float(0.3 * exp(-square / (2 * sigma * sigma)))
                }
            }
        }
        return RGBImage(red: plane, green: plane, blue: plane)
    }

    /// The middle of what is dark around a place.
    private static func middle(_ picture: BytePicture, near place: PixelPoint, reach: Int) -> PixelPoint {
        let light = picture.light.green
        var (sum, sx, sy) = (0.0, 0.0, 0.0)
        for y in Int(place.y.rounded()) - reach...Int(place.y.rounded()) + reach {
            for x in Int(place.x.rounded()) - reach...Int(place.x.rounded()) + reach {
                let dark = max(0, 0.5 - Double(light[x, y]) - 0.005)
                sum += dark
                sx += dark * Double(x)
                sy += dark * Double(y)
            }
        }
        return PixelPoint(x: sx / sum, y: sy / sum)
    }

    /// Turned, larger, tilted a little; mirrored if asked for.
    private static func registration(mirrored: Bool = false, warp: WarpGrid? = nil) -> Registration {
        let sign = mirrored ? -1.0 : 1
        return Registration(
            homography: Homography(elements: [
                0.55 * sign, -0.18, mirrored ? 330 : 20, 0.18 * sign, 0.55, mirrored ? 60 : -60, 1e-5, -2e-5,
                1,
            ]), warp: warp, mirrored: mirrored)
    }

    /// A bend of several pixels, as a curved head leaves.
    private static func bend(width: Int, height: Int) -> WarpGrid {
        let step = 25.0
        let columns = width / 25 + 2
        let rows = height / 25 + 2
        var (dx, dy): ([Double], [Double]) = ([], [])
        for row in 0..<rows {
            for column in 0..<columns {
                let (u, v) = (Double(column) / Double(columns) - 0.5, Double(row) / Double(rows) - 0.5)
                dx.append(9 * u * v + 4 * v * v)
                dy.append(6 * u * u - 5 * u * v)
            }
        }
        return WarpGrid(step: step, columns: columns, rows: rows, dx: dx, dy: dy)
    }

    private static let photoDots = [
        PixelPoint(x: 120.3, y: 150.8), PixelPoint(x: 301.5, y: 99.1), PixelPoint(x: 250.25, y: 260.6),
        PixelPoint(x: 420.9, y: 301.2),
    ]

    @Test(
        "a photo's dots lie where its map says, mirrored and bent ones too",
        arguments: [(false, false), (true, false), (false, true), (true, true)])
    func dots(mirrored: Bool, bent: Bool) throws {
        let (width, height) = (560, 420)
        let map = try #require(
            PhotoMap(
                Self.registration(
                    mirrored: mirrored, warp: bent ? Self.bend(width: width, height: height) : nil)))
        let picture = PictureWarp(
            of: Self.image(width: width, height: height, dots: Self.photoDots), photoWidth: width,
            photoHeight: height, map: map, frame: AnchorFrame(columns: 400, rows: 330)
        ).picture
        for dot in Self.photoDots {
            let place = map.place(of: dot)
            try #require((12..<388).contains(place.x) && (12..<318).contains(place.y))
            let found = Self.middle(picture, near: place, reach: 6)
            #expect(abs(found.x - place.x) < 0.08 && abs(found.y - place.y) < 0.08, "\(place) \(found)")
            let back = try #require(map.point(at: place))
            #expect(abs(back.x - dot.x) < 1e-4 && abs(back.y - dot.y) < 1e-4)
        }
    }

    @Test("a small copy of a photo is drawn where the photo itself would be, at another size too")
    func smallCopy() throws {
        let map = try #require(PhotoMap(Self.registration()))
        let image = Self.image(width: 560, height: 420, dots: Self.photoDots, sigma: 4)
        let frame = AnchorFrame(left: 10, top: 20, columns: 380, rows: 300).drawn(longSide: 190)
        let picture = PictureWarp(
            of: image.shrunk(toLongSide: 280), photoWidth: 560, photoHeight: 420, map: map, frame: frame
        ).picture
        #expect(picture.width == 190 && picture.height == 150)
        for dot in Self.photoDots {
            let place = frame.pixel(of: map.place(of: dot))
            let found = Self.middle(picture, near: place, reach: 5)
            #expect(abs(found.x - place.x) < 0.12 && abs(found.y - place.y) < 0.12)
        }
    }

    @Test("the anchor itself stays as it is, to a byte's last place")
    func identity() throws {
        let image = Self.image(width: 120, height: 90, dots: [PixelPoint(x: 40.2, y: 31.7)], sigma: 1)
        let map = try #require(PhotoMap(Registration(homography: .identity)))
        let warp = PictureWarp(
            of: image, photoWidth: 120, photoHeight: 90, map: map, frame: AnchorFrame(columns: 120, rows: 90))
        let plain = BytePicture(coding: image)
        #expect(zip(warp.picture.bytes, plain.bytes).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
        #expect(warp.shownShare == 1)
    }

    @Test("a frame mirrors the anchor where most photos are its mirror image")
    func mirroredFrame() throws {
        let plain = Registration(homography: .identity)
        let mirror = Registration(
            homography: Homography(elements: [-1, 0, 99, 0, 1, 0, 0, 0, 1]), mirrored: true)
        #expect(AnchorFrame.isMirrored([plain, mirror, mirror]))
        #expect(!AnchorFrame.isMirrored([plain, mirror]) && !AnchorFrame.isMirrored([]))
        let frame = AnchorFrame(left: 10, columns: 60, rows: 40).mirrored()
        let place = frame.place(x: 0, y: 0)
        #expect(place.x == 69 && place.y == 0)
        #expect(frame.pixel(of: PixelPoint(x: 10, y: 5)) == PixelPoint(x: 59, y: 5))
        let dots = [PixelPoint(x: 30, y: 20)]
        let picture = PictureWarp(
            of: Self.image(width: 100, height: 40, dots: dots), photoWidth: 100, photoHeight: 40,
            map: try #require(PhotoMap(mirror)), frame: frame
        ).picture
        // The mirror image's dot at 30 lies at 69 of the anchor, in the frame's first column.
        #expect(picture.width == 60 && picture.bytes[3 * 20 * 60] < 150)
        #expect(picture.bytes[3 * (20 * 60 + 30)] > 180)
    }

    @Test("what a photo does not show is a quiet grey and nothing else")
    func unseen() throws {
        // The photo shows the left half of the frame.
        let map = try #require(
            PhotoMap(Registration(homography: Homography(elements: [1, 0, 0, 0, 1, 0, 0, 0, 1]))))
        let warp = PictureWarp(
            of: Self.image(width: 50, height: 80, dots: []), photoWidth: 50, photoHeight: 80, map: map,
            frame: AnchorFrame(columns: 100, rows: 80))
        #expect(abs(warp.shownShare - 0.5) < 0.02)
        for y in 0..<80 {
            for x in 52..<100 {
                let index = 3 * (y * 100 + x)
                #expect(warp.picture.bytes[index..<index + 3].allSatisfy { $0 == PictureWarp.unseen })
            }
        }
    }

    @Test("fine patterns are averaged in linear light and leave no beat")
    func averages() throws {
        var plane = Plane(width: 300, height: 240)
        for y in 0..<240 { for x in 0..<300 { plane[x, y] = (x + y) % 2 == 0 ? 1 : 0 } }
        let map = try #require(
            PhotoMap(
                Registration(homography: Homography(elements: [0.35, 0.04, 0, -0.04, 0.35, 12, 0, 0, 1]))))
        let picture = PictureWarp(
            of: RGBImage(red: plane, green: plane, blue: plane), photoWidth: 300, photoHeight: 240, map: map,
            frame: AnchorFrame(columns: 100, rows: 84)
        ).picture
        // Half the light is byte 188; half the bytes would be 128.
        for y in 25..<65 {
            for x in 20..<80 { #expect(abs(Int(picture.bytes[3 * (y * 100 + x)]) - 188) <= 2) }
        }
    }

    @Test("the common frame holds what all photos show, and the usual one what most do")
    func frames() throws {
        func shifted(_ x: Double, _ y: Double) throws -> (map: PhotoMap, width: Int, height: Int) {
            let shift = Homography(elements: [1, 0, x, 0, 1, y, 0, 0, 1])
            return (try #require(PhotoMap(Registration(homography: shift))), 960, 720)
        }
        let photos = [try shifted(0, 0), try shifted(100, 50), try shifted(20, -40), try shifted(0, 10)]
        let shared = SharedFrame(of: photos, anchorWidth: 960, anchorHeight: 720)
        let common = try #require(shared.common)
        #expect((99...110).contains(common.left) && (49...60).contains(common.top))
        #expect((945...960).contains(common.left + common.width))
        #expect((665...680).contains(common.top + common.height))
        let most = shared.most
        #expect(most.left < 25 && most.top < 15 && most.top + most.height > 665)
        #expect(most.width * most.height > common.width * common.height)
        let apart = [try shifted(0, 0), try shifted(2_000, 0)]
        #expect(SharedFrame(of: apart, anchorWidth: 960, anchorHeight: 720).common == nil)
    }

    @Test("kept dots are filled, lost ones open, and the sessions have shapes of their own")
    func marks() {
        let white = BytePicture(width: 90, height: 30, bytes: Array(repeating: 255, count: 8_100))
        var drawing = DotMapDrawing(on: white, spacing: 20)
        drawing.draw(at: PixelPoint(x: 15, y: 15), mark: .disc, fate: .kept)
        drawing.draw(at: PixelPoint(x: 45, y: 15), mark: .disc, fate: .lost)
        drawing.draw(at: PixelPoint(x: 75, y: 15), mark: .square, fate: .kept)
        drawing.draw(at: PixelPoint(x: -400, y: 1e7), mark: .triangle, fate: .kept)
        func pixel(_ x: Int, _ y: Int) -> [UInt8] {
            Array(drawing.picture.bytes[3 * (y * 90 + x)..<3 * (y * 90 + x) + 3])
        }
        #expect(pixel(15, 15) == [0, 86, 150])
        #expect(pixel(45, 15) == [255, 255, 255])
        #expect((48...51).contains { pixel($0, 15)[2] < 60 })
        // A square's corner is filled where a disc's is not.
        #expect(pixel(75 + 4, 15 + 4)[0] < 100)
        #expect(pixel(15 + 4, 15 + 4)[0] > 100)
    }

    @Test("aligned pictures have names in order of time that stay inside the output")
    func names() throws {
        let day = try #require(WallClock(year: 2026, month: 3, day: 1))
        var one = AlignedNames(views: ["main"], mostPhotos: 3, ending: "jpg")
        #expect(one.path(for: "IMG_1.JPG", taken: day, view: "main") == "01-2026-03-01-IMG_1.jpg")
        #expect(one.path(for: "2026-03-01.jpg", taken: day, view: "main") == "02-2026-03-01.jpg")
        #expect(one.path(for: "a/../b.heic", taken: nil, view: "main") == "03-undated-a_.._b.jpg")
        var two = AlignedNames(views: ["../Crown", "..\\crown", "/"], mostPhotos: 100, ending: "png")
        #expect(two.path(for: "a.png", taken: day, view: "../Crown") == "view.._Crown/001-2026-03-01-a.png")
        #expect(
            two.path(for: "a.png", taken: day, view: "..\\crown") == "view.._crown-2/001-2026-03-01-a.png")
        #expect(AlignedNames.isOwn("view.._Crown/001-2026-03-01-a.png") && AlignedNames.isOwn("warp-3.json"))
        for path in ["../01-2026-03-01-a.jpg", "/01-2026-03-01-a.jpg", "a.jpg", "x/warp-3.json", ""] {
            #expect(!AlignedNames.isOwn(path), "\(path)")
        }
    }

    @Test("a PNG gives its pixels back")
    func png() throws {
        let bytes = (0..<3 * 40 * 30).map { UInt8(truncatingIfNeeded: $0 * 37) }
        let png = try #require(PictureEncoder.png(rgb: bytes, width: 40, height: 30))
        let back = try PhotoDecoder().photo(from: png)
        #expect(BytePicture(coding: back.image).bytes == bytes)
        #expect(PictureEncoder.png(rgb: bytes, width: 41, height: 30) == nil)
    }
}
