import ClientRecords
import Phantom
import PhotoDecoding
import Testing

@Suite("What the phantom writes is read as it was meant")
struct PhantomFilesTests {
    @Test("The fixtures' client files give sessions, scales and the photo before a session")
    func clientFiles() throws {
        for client in PhantomFixtures.clients() {
            let scales = client.visits.indices.map { 18 + Double($0) / 10 }
            let file = try ClientFile(reading: client.clientFile(scales: scales))
            #expect(file.displayName == client.notes.name)
            #expect(file.sessions.map(\.date.clock.days) == client.curve.sessions.map(\.day))
            #expect(file.symptoms.map(\.itching) == client.notes.symptoms.map { Double($0.itching) })
            #expect(file.photos.count == client.visits.count)
            for (visit, scale) in zip(client.visits, scales) {
                #expect(abs((file.pixelsPerMillimetre(of: visit.file) ?? 0) - scale) < 1e-9)
                #expect((file.photos[visit.file]?.before ?? false) == (visit.entry == "before: true"))
            }
        }
    }

    @Test("The JPEG decodes to the light that was coded, with its date")
    func photo() throws {
        var set = PhantomPhotoSet(seed: 4)
        set.width = 160
        set.height = 120
        let client = set.client(0)
        let visit = client.visits[0]
        let made = client.photo(visit: 0, renderer: PhantomRenderer(scene: client.scene))
        let bytes = try made.jpeg(quality: 100, halvesChroma: false, taken: visit.taken)
        let read = try PhotoDecoder().photo(from: bytes)
        #expect(read.taken == visit.taken)
        #expect(read.image.width == 160 && read.image.height == 120)
        var sum = 0.0
        for index in read.image.green.samples.indices {
            sum += Double(read.image.green.samples[index] - made.image.green.samples[index])
        }
        let mean = made.image.green.samples.reduce(0) { $0 + Double($1) } / Double(160 * 120)
        // Noise averages out; what JPEG rounds away does too.
        #expect(abs(sum / Double(160 * 120)) < 0.003 * mean)
        #expect(
            try PhotoDecoder().photo(from: made.jpeg(quality: 90, halvesChroma: true, taken: nil)).taken
                == nil)
    }
}
