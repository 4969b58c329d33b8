/// A PNG's own chunks, ISO/IEC 15948.
enum PNGCleaning {
    /// Chunks that belong to the picture.
    private static let kept: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT",
    ]
    private static let signature = 8

    /// A PNG without all that is not its picture.
    ///
    /// - Parameters:
    ///   - bytes: A PNG that can be read.
    ///   - orientation: How it is to be turned, 1…8.
    /// - Returns: The clean bytes, or nil where the chunks contradict themselves.
    static func cleaned(_ bytes: [UInt8], orientation: Int) -> [UInt8]? {
        var out = Array(bytes.prefix(signature))
        var place = signature
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - place - 12 else { return nil }
            let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
            let payload = bytes[place + 8..<place + 8 + length]
            place += 12 + length
            guard kept.contains(name) else { continue }
            if name == "iCCP" {
                // The profile's name is the writer's own.
                guard let end = payload.firstIndex(of: 0) else { return nil }
                out += chunk(name, Array("ICC".utf8) + payload[end...])
            } else {
                out += chunk(name, Array(payload))
            }
            if name == "IHDR", orientation != 1 {
                out += chunk("eXIf", PhotoCleaner.exif(orientation: orientation))
            }
            if name == "IEND" { return out }
        }
        return nil
    }

    private static func chunk(_ name: String, _ payload: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + payload
        return big(UInt32(payload.count)) + body + big(checksum(body))
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// The cyclic redundancy check of ISO 3309, as PNG's annex D has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.reduce(0xFFFF_FFFF) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 } ^ 0xFFFF_FFFF
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
}
