import Foundation
import PhotoDecoding
import ScalpMeasurement

// Writes the spots of photos with what the rule weighs, for train.py: spots FOLDER, which holds photos with their
// truth.json as `scalpline phantom photos` writes them. A line a spot: photo, x, y and the features.

struct Truth: Decodable {
    struct Photo: Decodable {
        var file: String
        var pixelsPerMillimetre: Double
    }
    var photos: [Photo]
}

guard CommandLine.arguments.count == 2 else {
    FileHandle.standardError.write(Data("usage: dot-spots FOLDER\n".utf8))
    exit(64)
}
let folder = URL(filePath: CommandLine.arguments[1])
let truth = try JSONDecoder().decode(
    Truth.self, from: Data(contentsOf: folder.appending(path: "truth.json")))
print((["photo", "x", "y"] + DotFeatures.names).joined(separator: ","))
for photo in truth.photos {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: photo.file)))
    let spots = SpotCandidate.all(
        of: try PhotoDecoder().photo(from: bytes), pixelsPerMillimetre: photo.pixelsPerMillimetre)
    for spot in spots {
        let features = spot.features.values
        let numbers = [spot.position.x, spot.position.y] + features.indices.map { features[$0] }
        print(([photo.file] + numbers.map { String($0) }).joined(separator: ","))
    }
}
