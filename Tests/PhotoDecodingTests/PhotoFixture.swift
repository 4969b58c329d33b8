import Foundation
import PhotoDecoding
import Raster

/// The photos under `Fixtures/Photos`, and how alike two pictures are.
enum PhotoFixture {
    /// The folder of the repository.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fixtures/Photos").standardizedFileURL

    /// A photo's bytes.
    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    /// A photo, read.
    static func photo(_ name: String, reduction: PhotoReduction = .full) throws -> Photo {
        try PhotoDecoder().photo(from: bytes(name), reduction: reduction)
    }

    /// The mean absolute difference of linear light over all channels, or 1 where sizes differ.
    static func difference(_ a: RGBImage, _ b: RGBImage) -> Double {
        guard a.width == b.width, a.height == b.height else { return 1 }
        var sum = 0.0
        for (one, other) in [(a.red, b.red), (a.green, b.green), (a.blue, b.blue)] {
            for i in one.samples.indices { sum += Double(abs(one.samples[i] - other.samples[i])) }
        }
        return sum / Double(3 * a.width * a.height)
    }
}
