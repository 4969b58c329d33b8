import PhotoDecoding
import ScalpMeasurement
import Testing

@Suite("Surveys as bytes")
struct StoredSurveyTests {
    @Test("a stored survey gives every measure of the one that was stored, to the bit")
    func roundTrip() throws {
        let photo = PaintedScalp().photo
        let survey = PhotoSurvey(of: photo, options: SurveyOptions(pixelsPerMillimetre: 20))
        let bytes = survey.stored
        let back = try #require(PhotoSurvey(stored: bytes))
        #expect(back.stored == bytes)
        let scale = PhotoScale(pixelsPerMillimetre: 20, source: .client)
        #expect(
            back.measurement(in: back.regions, scale: scale)
                == survey.measurement(in: survey.regions, scale: scale))
        #expect(back.landmarks == survey.landmarks && back.skin == survey.skin)
        #expect(!survey.dots.isEmpty)
    }

    @Test("bytes that are cut off or of another kind give none")
    func broken() {
        let bytes = PhotoSurvey(
            of: PaintedScalp().photo, options: SurveyOptions(pixelsPerMillimetre: 20)
        ).stored
        for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
            #expect(PhotoSurvey(stored: Array(bytes.prefix(count))) == nil)
        }
        #expect(PhotoSurvey(stored: bytes + [0]) == nil)
        #expect(PhotoSurvey(stored: [UInt8](repeating: 255, count: 500)) == nil)
    }
}
