import ScalpMeasurement
import Testing

@Suite("Redness and the skin that it is read from")
struct RednessTests {
    private func survey(_ scalp: PaintedScalp) -> (PhotoSurvey, PhotoMeasurement) {
        let survey = PhotoSurvey(
            of: scalp.photo, options: SurveyOptions(pixelsPerMillimetre: scalp.pixelsPerMillimetre))
        let scale = PhotoScale(pixelsPerMillimetre: scalp.pixelsPerMillimetre, source: .option)
        return (survey, survey.measurement(in: survey.regions, scale: scale))
    }

    @Test(
        "a light that turns redder towards the treated side is mostly told from redness, and widens the error"
    )
    func lightGradient() throws {
        var scalp = PaintedScalp()
        (scalp.width, scalp.height, scalp.treatedFrom) = (900, 600, 400)
        (scalp.redness, scalp.blotches) = (6, 0.5)
        let (_, even) = survey(scalp)
        scalp.lightTint = 4
        let (_, tinted) = survey(scalp)
        let (one, two) = try (
            #require(even.redness.difference.estimate), #require(tinted.redness.difference.estimate)
        )
        #expect(abs(one.value - 6) < 0.5)
        // The regions' middles lie 450 to 500 of 900 pixels apart: 2 EI in the medians.
        #expect(abs(two.value - one.value) < 0.65 * 2)
        #expect(two.standardError > one.standardError)
        #expect(abs(two.value - 6) < 2 * two.standardError)
    }

    @Test("a camera whose red channel sees green shows less redness, and its photo tells by how much")
    func cameraGain() throws {
        var scalp = PaintedScalp()
        (scalp.width, scalp.height) = (900, 600)
        (scalp.redness, scalp.blotches) = (10, 1)
        let (_, straight) = survey(scalp)
        scalp.redSeesGreen = 0.25
        let (_, mixed) = survey(scalp)
        let (one, two) = try (
            #require(straight.redness.difference.estimate), #require(mixed.redness.difference.estimate)
        )
        #expect(abs(one.value - 10) < 0.6)
        // As this camera mixes the red and green of blood it shows 8.4 EI.
        #expect(two.value > 8.8)
        #expect(abs(two.value - 10) < 2 * two.standardError)
    }

    @Test(
        "a white balance that is far off does not hide the skin",
        arguments: [(0.85, 1.15, 0.95), (1.2, 0.95, 1.25), (1.1, 1.0, 0.7)])
    func whiteBalance(gains: (Double, Double, Double)) throws {
        var scalp = PaintedScalp()
        scalp.skin = (0.6, 0.46, 0.37)
        scalp.gains = (0.8 * gains.0, 0.8 * gains.1, 0.8 * gains.2)
        let (_, measured) = survey(scalp)
        #expect(!measured.quality.problems.contains(.noSkin))
        #expect(measured.quality.skinFraction > 0.95)
        #expect(measured.redness.difference.estimate != nil)
    }

    @Test("a wall is no skin even where it has skin's colour, nor is the head's rim before it")
    func wallAndRim() throws {
        var scalp = PaintedScalp()
        (scalp.width, scalp.height, scalp.wallFrom, scalp.rim) = (900, 600, 720, 120)
        scalp.wall = (0.6, 0.37, 0.27)
        let (survey, _) = survey(scalp)
        let grid = survey.grid
        var (head, rim, wall) = ([Bool](), [Bool](), [Bool]())
        for row in 0..<grid.rows {
            for column in 0..<grid.columns {
                let x = grid.centre(column: column, row: row).x
                let isSkin = survey.skin[column, row]
                // By the rim's shape the surface turns by 45° 35 pixels before the wall.
                if x > 728 { wall.append(isSkin) } else if x > 690 { rim.append(isSkin) }
                if x < 640 { head.append(isSkin) }
            }
        }
        func share(_ cells: [Bool]) -> Double {
            Double(cells.reduce(0) { $0 + ($1 ? 1 : 0) }) / Double(cells.count)
        }
        #expect(share(wall) < 0.01)
        #expect(share(rim) < 0.1)
        #expect(share(head) > 0.98)
    }

    @Test("a plain fall of the light takes no skin away")
    func lightFall() {
        var scalp = PaintedScalp()
        scalp.wallFrom = 1_800
        scalp.rim = 1_800
        let (_, measured) = survey(scalp)
        #expect(measured.quality.skinFraction > 0.95)
    }
}
