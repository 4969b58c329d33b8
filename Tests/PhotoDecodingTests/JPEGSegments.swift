/// The segments of a JPEG (ISO/IEC 10918-1, annex B), put together by hand.
enum JPEGSegments {
    static let app1: UInt8 = 0xE1
    static let app2: UInt8 = 0xE2

    /// A segment with its length.
    static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        let size = body.count + 2
        return [0xFF, marker, UInt8(size >> 8), UInt8(size & 0xFF)] + body
    }

    /// A JPEG with more segments before all of its own.
    static func file(_ jpeg: [UInt8], with segments: [[UInt8]]) -> [UInt8] {
        Array(jpeg.prefix(2)) + segments.flatMap { $0 } + jpeg.dropFirst(2)
    }

    /// One part of a colour profile (ICC.1:2022, annex B.4), counted from 1.
    static func profilePart(_ body: [UInt8], number: UInt8, of count: UInt8) -> [UInt8] {
        segment(app2, Array("ICC_PROFILE\0".utf8) + [number, count] + body)
    }

    /// A colour profile in parts of about equal length.
    static func profile(_ icc: [UInt8], parts count: Int) -> [[UInt8]] {
        (0..<count).map { part in
            let body = icc[icc.count * part / count..<icc.count * (part + 1) / count]
            return profilePart(Array(body), number: UInt8(part + 1), of: UInt8(count))
        }
    }

    /// XMP metadata (ISO 16684-3) with the given properties.
    static func xmp(_ properties: String) -> [UInt8] {
        let text = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
            <rdf:Description rdf:about="" \(properties)/></rdf:RDF></x:xmpmeta>
            """
        return segment(app1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Array(text.utf8))
    }

    /// The index of a multi-picture file (CIPA DC-007) of two pictures, the second right behind the first.
    ///
    /// - Parameters:
    ///   - first: Bytes of the first picture, this segment included.
    ///   - second: Bytes of the second.
    ///   - place: Where this segment begins in the file: offsets count from its fifth byte of content on.
    /// - Returns: The segment.
    static func index(first: Int, second: Int, place: Int) -> [UInt8] {
        func two(_ number: Int) -> [UInt8] { [UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)] }
        func four(_ number: Int) -> [UInt8] { two(number >> 16) + two(number) }
        func field(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
            two(tag) + two(type) + four(count) + value
        }
        let fields =
            field(0xB000, 7, 4, Array("0100".utf8)) + field(0xB001, 4, 1, four(2))
            + field(0xB002, 7, 32, four(50))
        let entries =
            [0x20, 0x03, 0, 0] + four(first) + four(0) + four(0)
            + [0, 0, 0, 0] + four(second) + four(first - place - 8) + four(0)
        let body = Array("MPF\0MM\0*".utf8) + four(8) + two(3) + fields + four(0) + entries
        return segment(app2, body)
    }

    /// A film of no frames: the boxes with which an MP4 begins (ISO/IEC 14496-12), and bytes of no meaning.
    static let film: [UInt8] =
        [0, 0, 0, 24] + Array("ftypmp42\0\0\0\0isommp42".utf8) + [0, 0, 0, 16] + Array("moov".utf8)
        + [0, 0, 0, 8] + Array("free".utf8) + [0, 0, 4, 8] + Array("mdat".utf8)
        + (0..<1_024).map { UInt8(truncatingIfNeeded: $0 &* 167) }
}
