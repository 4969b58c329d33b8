/// A WebP's own chunks, RFC 9649.
enum WebPCleaning {
    /// Chunks that belong to a still picture.
    private static let kept: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP"]
    /// Bits of `VP8X` that announce EXIF and XMP.
    private static let exifBit: UInt8 = 0x08
    private static let xmpBit: UInt8 = 0x04

    /// A WebP without all that is not its picture.
    ///
    /// - Parameters:
    ///   - bytes: A WebP that can be read.
    ///   - orientation: How it is to be turned, 1…8.
    /// - Returns: The clean bytes, or nil where the chunks contradict themselves or make a film.
    static func cleaned(_ bytes: [UInt8], orientation: Int) -> [UInt8]? {
        var body = Array("WEBP".utf8)
        var place = 12
        var isExtended = false
        while place + 8 <= bytes.count {
            let name = String(decoding: bytes[place..<place + 4], as: UTF8.self)
            let length = bytes[place + 4..<place + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - place - 8 else { return nil }
            var payload = Array(bytes[place + 8..<place + 8 + length])
            place += 8 + length + length % 2
            if name == "ANIM" || name == "ANMF" { return nil }
            guard kept.contains(name) else { continue }
            if name == "VP8X" {
                guard !payload.isEmpty else { return nil }
                isExtended = true
                payload[0] &= ~(exifBit | xmpBit)
                if orientation != 1 { payload[0] |= exifBit }
            }
            body += chunk(name, payload)
        }
        if orientation != 1 {
            guard isExtended else { return nil }
            body += chunk("EXIF", PhotoCleaner.exif(orientation: orientation))
        }
        return Array("RIFF".utf8) + little(body.count) + body
    }

    private static func chunk(_ name: String, _ payload: [UInt8]) -> [UInt8] {
        Array(name.utf8) + little(payload.count) + payload + (payload.count % 2 == 1 ? [0] : [])
    }

    private static func little(_ number: Int) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
