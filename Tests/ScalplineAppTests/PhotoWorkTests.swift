import ClientRecords
import Foundation
import Phantom
import PhotoDecoding
import ScalplineApp
import Testing

@Suite("What a photo needs, and what all may take")
struct PhotoWorkTests {
    private func need(_ bytes: [UInt8], limits: DecodingLimits = .ofSurvey) throws -> Int {
        let path = FileManager.default.temporaryDirectory.appending(path: "scalpline-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return PhotoNeed.bytes(of: BytePath(path), limits: limits)
    }

    private func jpeg(width: Int, height: Int) throws -> [UInt8] {
        let grey = [UInt8](repeating: 128, count: 3 * width * height)
        return try #require(PictureEncoder.jpeg(rgb: grey, width: width, height: height, quality: 80))
    }

    @Test("a photo needs its file and what surveying it takes")
    func photo() throws {
        let bytes = try jpeg(width: 640, height: 480)
        let survey = DecodingLimits.ofSurvey.bytesPerPixel * 640 * 480
        #expect(try need(bytes) == bytes.count + survey)
        // The header alone tells it: the rest may be anything.
        let large = bytes + [UInt8](repeating: 0, count: 5_000_000)
        let told = try need(large)
        #expect(told >= large.count + survey && told <= large.count + survey + 5_000_000)
    }

    @Test("a photo that is read at a reduced size needs no more than it may take")
    func reduced() throws {
        let bytes = try jpeg(width: 640, height: 480)
        var limits = DecodingLimits.ofSurvey
        limits.workingBytes = 4_000_000
        #expect(try need(bytes, limits: limits) == bytes.count + limits.bytesPerPixel * 320 * 240)
    }

    @Test("what is refused needs little, and a header too far back counts as the most")
    func odd() throws {
        #expect(try need([]) == 0)
        #expect(try need(Array("no photo".utf8)) == 8)
        #expect(PhotoNeed.bytes(of: BytePath("/nowhere/x.jpg"), limits: .ofSurvey) == 0)
        #expect(PhotoNeed.bytes(of: BytePath("/dev/zero"), limits: .ofSurvey) == 0)
        #expect(PhotoNeed.bytes(of: BytePath("/"), limits: .ofSurvey) == 0)
        var small = DecodingLimits.ofSurvey
        small.fileBytes = 100
        #expect(try need(jpeg(width: 64, height: 48), limits: small) == 0)
        // 90 segments of other programs before the picture's own.
        let segment = [0xFF, 0xEB, 0xFF, 0xFF] + [UInt8](repeating: 7, count: 65_533)
        let plain = try jpeg(width: 64, height: 48)
        let late = plain.prefix(2) + Array(repeating: segment, count: 90).joined() + plain.dropFirst(2)
        #expect(try need(Array(late)) == late.count + DecodingLimits.ofSurvey.workingBytes)
    }

    @Test("one photo may not take more than all together; the default never reduces one")
    func limits() {
        #expect(PhotoWork(memoryBytes: 300_000_000).limits.workingBytes == 300_000_000)
        #expect(PhotoWork(memoryBytes: 900_000_000).limits == .ofSurvey)
        #expect(PhotoWork(memoryBytes: 900_000_000).budget.bytes == 900_000_000)
        let usual = PhotoWork()
        #expect(usual.limits == .ofSurvey && usual.jobs == 1)
        #expect(usual.budget.bytes >= usual.limits.workingBytes)
        var large = DecodingLimits.ofSurvey
        large.workingBytes = 90_000_000_000
        #expect(PhotoWork(limits: large).limits == large)
    }
}
