import Raster
import ScalpMeasurement
import ScalplineApp
import Testing

@Suite("Overlays")
struct OverlayTests {
    @Test("a shrunk picture keeps its light and its long side")
    func shrunk() {
        var plane = Plane(width: 70, height: 31)
        for index in plane.samples.indices { plane.samples[index] = Float(index % 13) / 13 }
        let image = RGBImage(red: plane, green: plane, blue: plane)
        let small = image.shrunk(toLongSide: 20)
        #expect(small.width == 20)
        #expect(small.height == 9)
        func mean(_ plane: Plane) -> Double {
            plane.samples.reduce(0) { $0 + Double($1) } / Double(plane.samples.count)
        }
        #expect(abs(mean(small.red) - mean(plane)) < 1e-5)
        #expect(image.shrunk(toLongSide: 70) == image)
    }

    @Test("linear light is coded as sRGB, bounded")
    func coded() {
        let plane = Plane(width: 6, height: 1, samples: [0, 1, 0.2140, -3, 7, .nan])
        let picture = BytePicture(coding: RGBImage(red: plane, green: plane, blue: plane))
        #expect(stride(from: 0, to: 18, by: 3).map { picture.bytes[$0] } == [0, 255, 127, 0, 255, 0])
    }

    @Test("a dot is ringed about its place and left open in its middle")
    func ring() {
        let grey = BytePicture(width: 100, height: 80, bytes: Array(repeating: 100, count: 24_000))
        var drawing = OverlayDrawing(on: grey, photoWidth: 200)
        drawing.ring([
            Dot(
                position: PixelPoint(x: 80.5, y: 60.5), diameterInPixels: 12, opticalDensity: 0.4,
                loadInSquarePixels: 9)
        ])
        func red(_ x: Int, _ y: Int) -> UInt8 { drawing.picture.bytes[3 * (y * 100 + x)] }
        #expect(red(40, 30) == 100)
        #expect((43...47).contains { red($0, 30) > 150 })
        #expect((33...37).contains { red($0, 30) > 150 })
        #expect(red(60, 30) == 100)
    }

    @Test("an outline runs along a region's edge, not through it, and drawing outside is harmless")
    func outline() {
        let grey = BytePicture(width: 80, height: 80, bytes: Array(repeating: 100, count: 19_200))
        var drawing = OverlayDrawing(on: grey, photoWidth: 80)
        let grid = CellGrid(side: 8, photoWidth: 80, photoHeight: 80)
        var mask = Mask(width: grid.columns, height: grid.rows)
        for row in 1..<9 { for column in 3..<10 { mask[column, row] = true } }
        drawing.outline(mask, on: grid, .treated)
        drawing.markLostPatch(at: PixelPoint(x: -500, y: 1e9), area: 1e12)
        func blue(_ x: Int, _ y: Int) -> UInt8 { drawing.picture.bytes[3 * (y * 80 + x) + 2] }
        #expect(blue(24, 32) > 150)
        #expect(blue(50, 8) > 150)
        #expect(blue(50, 32) == 100)
        #expect(blue(10, 60) == 100)
    }

    @Test("an outline is smooth, and not drawn along the photo's rim")
    func smoothOutline() {
        let grey = BytePicture(width: 160, height: 160, bytes: Array(repeating: 100, count: 76_800))
        var drawing = OverlayDrawing(on: grey, photoWidth: 160)
        let grid = CellGrid(side: 8, photoWidth: 160, photoHeight: 160)
        var mask = Mask(width: grid.columns, height: grid.rows)
        // A stair of one cell a step, filled to the left rim.
        for row in 0..<20 { for column in 0..<max(0, 16 - row) { mask[column, row] = true } }
        drawing.outline(mask, on: grid, .treated)
        func blue(_ x: Int, _ y: Int) -> UInt8 { drawing.picture.bytes[3 * (y * 160 + x) + 2] }
        // The line runs straight down the stair: on each row its middle lies on the diagonal.
        for y in stride(from: 30, through: 100, by: 7) {
            let marked = (0..<160).filter { blue($0, y) > 160 }
            let middle = Double(marked.reduce(0, +)) / Double(max(1, marked.count))
            #expect(abs(middle + Double(y) - 131) < 2.5, "row \(y): \(middle)")
        }
        #expect((0..<100).allSatisfy { blue(0, $0) == 100 })
    }

    @Test("overlays have one name each")
    func names() {
        var names = OverlayNames()
        #expect(names.path(for: "2026-03-04.jpg", sha256: "") == "overlays/2026-03-04.jpg")
        #expect(names.path(for: "2026-03-04.JPEG", sha256: "") == "overlays/2026-03-04-2.jpg")
        #expect(names.path(for: "2026-03-04.png", sha256: "") == "overlays/2026-03-04.png.jpg")
        #expect(names.path(for: "a/b.jpg", sha256: "") == "overlays/a_b.jpg")
        #expect(names.path(for: "A_B.jpg", sha256: "") == "overlays/A_B-2.jpg")
        let long = String(repeating: "ü", count: 90) + ".jpg"
        #expect(names.path(for: long, sha256: "0123456789abcdef0123") == "overlays/0123456789abcdef.jpg")
    }
}
