import PhotoDecoding
import PixelMath
import Raster
import ScalpMeasurement
import Testing

@Suite("A survey of one photo")
struct PhotoSurveyTests {
    private func survey(_ scalp: PaintedScalp) -> (PhotoSurvey, PhotoMeasurement) {
        let survey = PhotoSurvey(
            of: scalp.photo, options: SurveyOptions(pixelsPerMillimetre: scalp.pixelsPerMillimetre))
        let scale = PhotoScale(pixelsPerMillimetre: scalp.pixelsPerMillimetre, source: .option)
        return (survey, survey.measurement(in: survey.regions, scale: scale))
    }

    @Test("finds every dot once, to a tenth of a pixel")
    func dots() throws {
        let scalp = PaintedScalp()
        let (survey, _) = survey(scalp)
        let inside = scalp.dots.filter {
            $0.x > 4 && $0.y > 4 && $0.x < Double(scalp.width) - 5 && $0.y < Double(scalp.height) - 5
        }
        var square = 0.0
        for dot in inside {
            let near = survey.dots.filter {
                abs($0.position.x - dot.x) < 1 && abs($0.position.y - dot.y) < 1
            }
            try #require(near.count == 1)
            let (dx, dy) = (near[0].position.x - dot.x, near[0].position.y - dot.y)
            square += dx * dx + dy * dy
        }
        #expect((square / Double(inside.count)).squareRoot() < 0.1)
        #expect(survey.dots.count <= scalp.dots.count)
    }

    @Test("a photo that was read at half its size is measured in its own pixels")
    func readAtHalfSize() throws {
        var scalp = PaintedScalp()
        (scalp.width, scalp.height, scalp.pixelsPerMillimetre) = (1_201, 901, 40)
        (scalp.sigma, scalp.spacing, scalp.treatedFrom) = (4, 36, 400)
        var photo = scalp.photo
        let (_, whole) = survey(scalp)
        photo.image = photo.image.reduced(by: 2)
        photo.reduction = .half
        for scale in [scalp.pixelsPerMillimetre, nil] {
            let survey = PhotoSurvey(of: photo, options: SurveyOptions(pixelsPerMillimetre: scale))
            #expect(survey.grid.photoWidth == 1_201 && survey.grid.photoHeight == 901)
            let inside = scalp.dots.filter { $0.x > 8 && $0.y > 8 && $0.x < 1_190 && $0.y < 890 }
            for dot in inside {
                let near = survey.dots.filter {
                    abs($0.position.x - dot.x) < 1 && abs($0.position.y - dot.y) < 1
                }
                try #require(near.count == 1, "\(dot) at scale \(scale ?? 0)")
            }
            let known = PhotoScale(pixelsPerMillimetre: scalp.pixelsPerMillimetre, source: .option)
            let measured = survey.measurement(in: survey.regions, scale: known)
            let load = try #require(measured.darkness.pigmentLoad.estimate)
            #expect(abs(load.value / (scalp.loadOfDot / 1_600) - 1) < 0.04)
            let density = try #require(measured.density.value.estimate)
            let expected = try #require(whole.density.value.estimate)
            #expect(abs(density.value / expected.value - 1) < 0.03)
        }
    }

    @Test(
        "a photo of one pixel's width and one of one row have no measures, and end", arguments: [1, 40_000])
    func thinPhotos(width: Int) {
        var scalp = PaintedScalp()
        (scalp.width, scalp.height, scalp.depth) = (width, 40_000 / width, 0)
        let survey = PhotoSurvey(of: scalp.photo, options: SurveyOptions())
        #expect(survey.dots.isEmpty && survey.regions.treated == nil)
    }

    @Test("shaved hairs that lie on the skin are no dots, and dots among them are")
    func hairsAndDots() throws {
        var scalp = PaintedScalp()
        scalp.hairs = 150
        let (_, measured) = survey(scalp)
        let density = try #require(measured.density.value.estimate)
        #expect(abs(density.value / (100 * 400 / (scalp.spacing * scalp.spacing)) - 1) < 0.05)
        let places = scalp.dots
        let wrong = measured.dots.filter { dot in
            !places.contains { abs($0.x - dot.position.x) < 2 && abs($0.y - dot.position.y) < 2 }
        }
        // Short thick hairs side by side are still taken for dots now and then.
        #expect(wrong.count <= places.count / 20)
    }

    @Test("shaved hairs alone are neither dots nor a treated region", arguments: [100, 250])
    func hairsAlone(count: Int) {
        var scalp = PaintedScalp()
        (scalp.depth, scalp.hairs) = (0, count)
        let (survey, measured) = survey(scalp)
        #expect(survey.regions.treated == nil)
        #expect(measured.dots.isEmpty)
    }

    @Test("hairs of which half are seen end-on are neither dots nor a treated region", arguments: [100, 200])
    func hairsEndOn(count: Int) {
        var scalp = PaintedScalp()
        (scalp.depth, scalp.hairs, scalp.hairPoints) = (0, count, count)
        let (survey, measured) = survey(scalp)
        #expect(survey.regions.treated == nil)
        #expect(measured.dots.isEmpty)
    }

    @Test("the reddest fresh treatment is skin", arguments: [24.0, 34.0])
    func veryRed(painted: Double) throws {
        var scalp = PaintedScalp()
        (scalp.redness, scalp.blotches) = (painted, 2)
        let (survey, measured) = survey(scalp)
        #expect(survey.quality.skinFraction > 0.9)
        let density = try #require(measured.density.value.estimate)
        #expect(abs(density.value / (100 * 400 / (scalp.spacing * scalp.spacing)) - 1) < 0.05)
        let redness = try #require(measured.redness.difference.estimate)
        #expect(abs(redness.value - painted) < 0.1 * painted)
    }

    @Test("dots beside crusts are found, and what the crusts hide is added to density and coverage")
    func dotsBesideCrusts() throws {
        var scalp = PaintedScalp()
        scalp.crusts = stride(from: 250.0, to: 600, by: 70).flatMap { x in
            stride(from: 40.0, to: 450, by: 75).map { y in (x, y, 13) }
        }
        let (_, measured) = survey(scalp)
        func away(_ place: PixelPoint) -> Double {
            scalp.crusts.map { crust in
                let (dx, dy) = (place.x - crust.x, place.y - crust.y)
                return (dx * dx + dy * dy).squareRoot() - crust.radius
            }.min() ?? .infinity
        }
        // From half a dot's width beyond the rim on.
        let beside = scalp.dots.filter { (2.5...8).contains(away($0)) }
        let found = beside.filter { place in
            measured.dots.contains {
                abs($0.position.x - place.x) < 1.5 && abs($0.position.y - place.y) < 1.5
            }
        }
        try #require(beside.count > 60)
        #expect(found.count * 10 >= beside.count * 9, "\(found.count) of \(beside.count)")
        let wrong = measured.dots.filter { dot in
            !scalp.dots.contains { abs($0.x - dot.position.x) < 2 && abs($0.y - dot.position.y) < 2 }
        }
        #expect(wrong.count <= 5)
        let density = try #require(measured.density.value.estimate)
        #expect(abs(density.value / (100 * 400 / (scalp.spacing * scalp.spacing)) - 1) < 0.05)
        let completeness = try #require(measured.density.completeness)
        let hidden = Double(scalp.crusts.count) * .pi * 13 * 13 / (400 * 450)
        #expect(abs(1 - completeness - hidden) < 0.2 * hidden)
        let coverage = try #require(measured.coverage.estimate)
        #expect(abs(coverage.value / (scalp.loadOfDot / (scalp.spacing * scalp.spacing)) - 1) < 0.08)
    }

    @Test("load, coverage, density and area are those that were painted", arguments: [1.4, 1.9, 2.4])
    func measures(sigma: Double) throws {
        var scalp = PaintedScalp()
        scalp.sigma = sigma
        let (_, measured) = survey(scalp)
        let load = try #require(measured.darkness.pigmentLoad.estimate)
        let truth = scalp.loadOfDot / (scalp.pixelsPerMillimetre * scalp.pixelsPerMillimetre)
        #expect(abs(load.value / truth - 1) < 0.04)
        #expect(abs(load.value - truth) < 3 * load.standardError)
        let density = try #require(measured.density.value.estimate)
        let painted = 100 * 400 / (scalp.spacing * scalp.spacing)
        #expect(abs(density.value / painted - 1) < 0.04)
        let coverage = try #require(measured.coverage.estimate)
        #expect(abs(coverage.value / (scalp.loadOfDot / (scalp.spacing * scalp.spacing)) - 1) < 0.05)
        let area = try #require(measured.density.areaSquareCentimetres)
        let shown = (Double(scalp.width) - scalp.treatedFrom) * Double(scalp.height) / 40_000
        #expect(abs(area / shown - 1) < 0.05)
    }

    @Test("redness is the painted difference, ink and exposure or not", arguments: [0.0, 5.0, 14.0])
    func redness(painted: Double) throws {
        var scalp = PaintedScalp()
        scalp.redness = painted
        let (_, plain) = survey(scalp)
        scalp.gains = (0.5, 0.5, 0.5)
        scalp.depth = 0.7
        let (_, dim) = survey(scalp)
        for measured in [plain, dim] {
            let value = try #require(measured.redness.difference.estimate)
            #expect(abs(value.value - painted) < 0.25 + 0.04 * painted)
            #expect(value.standardError > 0.1 && value.standardError < 0.15 * painted + 0.6)
        }
    }

    @Test("a gain of one channel moves both regions alike and no difference")
    func whiteBalance() throws {
        var scalp = PaintedScalp()
        scalp.redness = 8
        let (_, straight) = survey(scalp)
        scalp.gains = (1.08, 0.95, 1.1)
        let (_, tinted) = survey(scalp)
        let one = try #require(straight.redness.difference.estimate?.value)
        let two = try #require(tinted.redness.difference.estimate?.value)
        #expect(abs(one - two) < 0.1)
    }

    @Test("a photo before treatment has no region and no dots, and says so")
    func beforeTreatment() {
        var scalp = PaintedScalp()
        scalp.depth = 0
        let (survey, measured) = survey(scalp)
        #expect(survey.dots.isEmpty)
        #expect(measured.density.value == .unknown(.noTreatedRegion))
        #expect(measured.coverage == .unknown(.noTreatedRegion))
        #expect(measured.redness.difference == .unknown(.noTreatedRegion))
        #expect(measured.density.count == 0)
        #expect(measured.quality.skinFraction > 0.9)
    }

    @Test("a photo that is treated all over has no reference and keeps its plain erythema index")
    func withoutReference() throws {
        var scalp = PaintedScalp()
        scalp.treatedFrom = 0
        let (_, measured) = survey(scalp)
        #expect(measured.redness.difference == .unknown(.noReference))
        let index = try #require(measured.redness.erythemaIndex)
        #expect(abs(index - 22.185) < 0.3)  // 100 · log10(0.55 / 0.33)
    }

    @Test("without a scale densities are per megapixel and loads in pixels")
    func withoutScale() throws {
        let scalp = PaintedScalp()
        let survey = PhotoSurvey(of: scalp.photo, options: SurveyOptions())
        let measured = survey.measurement(in: survey.regions, scale: nil)
        let density = try #require(measured.density.value.estimate)
        #expect(abs(density.value / (1e6 / (scalp.spacing * scalp.spacing)) - 1) < 0.05)
        #expect(measured.density.areaSquareCentimetres == nil)
        let load = try #require(measured.darkness.pigmentLoad.estimate)
        #expect(abs(load.value / scalp.loadOfDot - 1) < 0.05)
    }

    @Test("crowded fine dots are counted although crusts among them are stronger")
    func crowdedDots() throws {
        var scalp = PaintedScalp()
        (scalp.pixelsPerMillimetre, scalp.sigma, scalp.spacing) = (10, 1.15, 7)
        scalp.crusts = [(320, 120, 7), (430, 300, 8), (520, 200, 7), (260, 380, 7), (470, 90, 8)]
        let (_, measured) = survey(scalp)
        let density = try #require(measured.density.value.estimate)
        #expect(abs(density.value / (100 * 100 / (7 * 7)) - 1) < 0.05)
        #expect(measured.scabs.count == 5)
    }

    @Test("what lies between the sparkles of a shine is no pigment, and a shine is no skin to look at")
    func shine() {
        var scalp = PaintedScalp()
        scalp.depth = 0
        scalp.shine = (380, 220, 130)
        let (survey, measured) = survey(scalp)
        #expect(survey.regions.treated == nil)
        #expect(measured.dots.count < 5)
        #expect(measured.quality.skinFraction < 0.95)
        scalp.shine = nil
        let (_, dull) = self.survey(scalp)
        #expect(dull.quality.skinFraction > 0.99)
    }

    @Test("a thin treatment among many hairs is still a region")
    func thinAmongHairs() throws {
        var scalp = PaintedScalp()
        (scalp.spacing, scalp.hairs) = (24, 150)
        let (_, measured) = survey(scalp)
        let density = try #require(measured.density.value.estimate)
        #expect(abs(density.value / (100 * 20 * 20 / (24 * 24)) - 1) < 0.15)
    }

    @Test("a treatment that thins out is a region up to where it ends")
    func thinning() throws {
        var scalp = PaintedScalp()
        scalp.spacing = 12
        // Every second dot of the right half is missing.
        scalp.thinFrom = 400
        let (_, measured) = survey(scalp)
        let area = try #require(measured.density.areaSquareCentimetres)
        #expect(abs(area / (400 * 450 / (20 * 20) / 100) - 1) < 0.04)
    }

    @Test("a grey wall is no skin")
    func greyWall() {
        var scalp = PaintedScalp()
        scalp.skin = (0.4, 0.4, 0.4)
        let (_, measured) = survey(scalp)
        #expect(measured.quality.problems.contains(.noSkin))
        #expect(!measured.quality.usable)
    }

    @Test("crusts are told by area and number, and the dots under them are not counted")
    func crusts() throws {
        var scalp = PaintedScalp()
        scalp.crusts = [(320, 120, 11), (430, 300, 14), (520, 200, 9)]
        let (survey, measured) = survey(scalp)
        #expect(measured.scabs.count == 3)
        let fraction = try #require(measured.scabs.areaFraction.estimate?.value)
        let painted = scalp.crusts.reduce(0) { $0 + .pi * $1.radius * $1.radius } / (400 * 450)
        #expect(abs(fraction / painted - 1) < 0.25)
        for crust in scalp.crusts {
            #expect(
                !survey.dots.contains {
                    let (dx, dy) = ($0.position.x - crust.x, $0.position.y - crust.y)
                    return dx * dx + dy * dy < (crust.radius - 2) * (crust.radius - 2)
                })
        }
    }

    @Test("places under crusts are told, and those beyond the photo are not")
    func placesUnderCrusts() {
        var scalp = PaintedScalp()
        scalp.crusts = [(320, 120, 11), (430, 300, 14)]
        let (survey, _) = survey(scalp)
        let places = [(320, 120), (430, 306), (430, 330), (520, 200), (-3, 20)].map {
            PixelPoint(x: $0, y: $1)
        }
        #expect(survey.isUnderCrust(at: places) == [true, true, false, false, nil])
    }

    @Test("forced photometry gives a dot its load, bare skin nothing, and hidden places nil")
    func forcedPhotometry() throws {
        let scalp = PaintedScalp()
        let (survey, _) = survey(scalp)
        let inside = scalp.dots.filter { $0.x > 220 && $0.x < 580 && $0.y > 20 && $0.y < 430 }
        let loads = survey.loads(at: inside).compactMap { $0?.aperture.value }
        try #require(loads.count == inside.count)
        let mean = loads.reduce(0, +) / Double(loads.count)
        #expect(abs(mean / scalp.loadOfDot - 1) < 0.05)
        let matched = survey.loads(at: inside).compactMap { $0?.matched }.reduce(0, +) / Double(loads.count)
        #expect(abs(matched / scalp.loadOfDot - 1) < 0.15)
        let bare = try #require(survey.loads(at: [PixelPoint(x: 90, y: 200)])[0])
        #expect(abs(bare.aperture.value) < 0.1 * scalp.loadOfDot)
        #expect(survey.loads(at: [PixelPoint(x: -20, y: 10)])[0] == nil)
    }

    @Test("the same photo gives the same survey twice")
    func deterministic() {
        let (one, first) = survey(PaintedScalp())
        let (two, second) = survey(PaintedScalp())
        #expect(one.dots == two.dots)
        #expect(first == second)
    }

    @Test("corners given by hand are the regions")
    func givenCorners() throws {
        let scalp = PaintedScalp()
        let survey = PhotoSurvey(
            of: scalp.photo,
            options: SurveyOptions(
                pixelsPerMillimetre: 20,
                treated: [
                    PixelPoint(x: 300, y: 100), PixelPoint(x: 500, y: 100), PixelPoint(x: 500, y: 300),
                    PixelPoint(x: 300, y: 300),
                ],
                reference: [
                    PixelPoint(x: 10, y: 10), PixelPoint(x: 120, y: 10), PixelPoint(x: 120, y: 440),
                    PixelPoint(x: 10, y: 440),
                ]))
        let measured = survey.measurement(
            in: survey.regions, scale: PhotoScale(pixelsPerMillimetre: 20, source: .option))
        let area = try #require(measured.density.areaSquareCentimetres)
        #expect(abs(area - 1) < 0.05)
        #expect(measured.redness.difference.estimate != nil)
    }
}
