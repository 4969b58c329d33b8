import Phantom
import PhotoDecoding
import Raster
import ScalpMeasurement
import Testing

@Suite("Measures of rendered photos")
struct PhantomAccuracyTests {
    @Test("agree with the phantom's truth through JPEG", arguments: [0, 4])
    func agreeWithTruth(index: Int) throws {
        let client = PhantomPhotoSet(seed: 2_024).client(index)
        let photo = client.photo(visit: 0, renderer: PhantomRenderer(scene: client.scene))
        let bytes = try photo.jpeg(quality: 92, halvesChroma: false, taken: client.visits[0].taken)
        let truth = photo.truth
        let survey = PhotoSurvey(
            of: try PhotoDecoder().photo(from: bytes),
            options: SurveyOptions(pixelsPerMillimetre: truth.pixelsPerMillimetre))
        let measured = survey.measurement(
            in: survey.regions,
            scale: PhotoScale(pixelsPerMillimetre: truth.pixelsPerMillimetre, source: .option))
        let redness = try #require(measured.redness.difference.estimate)
        let trueRedness = try #require(truth.redness)
        #expect(abs(redness.value - trueRedness) < 1)
        let density = try #require(measured.density.value.estimate)
        #expect(abs(density.value / truth.density - 1) < 0.08)
        let coverage = try #require(measured.coverage.estimate)
        #expect(abs(coverage.value / truth.coverage - 1) < 0.12)
    }
}
