/// A JPEG's own segments, ITU-T T.81 annex B.
enum JPEGCleaning {
    /// A JPEG without all that is not its picture.
    ///
    /// - Parameters:
    ///   - bytes: A JPEG that can be read.
    ///   - orientation: How it is to be turned, 1…8.
    /// - Returns: The clean bytes, or nil where the segments contradict themselves.
    static func cleaned(_ bytes: [UInt8], orientation: Int) -> [UInt8]? {
        guard bytes.count > 4 else { return nil }
        var out = Array(bytes[..<2])
        var head: [UInt8] = []
        if orientation != 1 {
            let exif = Array("Exif\0\0".utf8) + PhotoCleaner.exif(orientation: orientation)
            head = segment(0xE1, exif)
        }
        var hasHeader = false
        var place = 2
        while place + 1 < bytes.count {
            guard bytes[place] == 0xFF else { return nil }
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            if marker == 0xD9 { return out + [0xFF, 0xD9] }
            if (0xD0...0xD8).contains(marker) || marker == 0x01 {
                place += 2
                continue
            }
            guard place + 3 < bytes.count else { return nil }
            let end = place + 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
            guard end >= place + 4, end <= bytes.count else { return nil }
            let payload = bytes[place + 4..<end]
            let kept = kept(marker, payload, hasHeader: &hasHeader)
            // The turn stands behind JFIF's header and before all else.
            if !kept.isEmpty, marker != 0xE0 {
                out += head
                head = []
            }
            out += kept
            place = end
            guard marker == 0xDA else { continue }
            let start = place
            while place + 1 < bytes.count {
                if bytes[place] == 0xFF, bytes[place + 1] != 0, !(0xD0...0xD7).contains(bytes[place + 1]),
                    bytes[place + 1] != 0xFF
                {
                    break
                }
                place += 1
            }
            if place + 1 >= bytes.count { place = bytes.count }
            out += bytes[start..<place]
        }
        return out + [0xFF, 0xD9]
    }

    /// What is kept of a segment: of those for applications JFIF's header without its thumbnail, the colour profile, and
    /// Adobe's word on the colours; all others that are no remark.
    private static func kept(
        _ marker: UInt8, _ payload: ArraySlice<UInt8>, hasHeader: inout Bool
    ) -> [UInt8] {
        switch marker {
        case 0xE0:
            guard !hasHeader, payload.starts(with: "JFIF\0".utf8), payload.count >= 14 else { return [] }
            hasHeader = true
            return segment(marker, Array(payload.prefix(12)) + [0, 0])
        case 0xE2: return payload.starts(with: "ICC_PROFILE\0".utf8) ? segment(marker, Array(payload)) : []
        case 0xEE:
            guard payload.starts(with: "Adobe".utf8), payload.count >= 12 else { return [] }
            return segment(marker, Array(payload.prefix(12)))
        case 0xE1, 0xE3...0xED, 0xEF, 0xFE: return []
        default: return segment(marker, Array(payload))
        }
    }

    private static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
        let length = payload.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + payload
    }
}
