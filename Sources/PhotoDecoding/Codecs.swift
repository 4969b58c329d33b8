private import CImageCodecs

/// The one place that calls the C codecs; no pointer leaves it.
enum Codecs {
    /// Encodes `3 · width · height` bytes of sRGB as a JPEG; the caller has checked the count.
    static func encodedJPEG(
        rgb: [UInt8], width: Int, height: Int, quality: Int, chromaHalved: Bool
    ) -> [UInt8]? {
        precondition(rgb.count == 3 * width * height, "three bytes a pixel")
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        // The encoder reads 3 · width · height bytes, which the precondition has counted.
        let status = unsafe rgb.withUnsafeBufferPointer { pixels in
            unsafe slc_jpeg_encode(
                pixels.baseAddress, Int32(width), Int32(height), Int32(quality), chromaHalved ? 1 : 0,
                nil, 0, nil, 0, &out, &length)
        }
        return unsafe takenOver(status: status, out, length)
    }

    /// The version of a library, by its number in `slc_library`.
    static func version(ofLibrary number: UInt32) -> String {
        var text = [CChar](repeating: 0, count: 64)
        // The function writes no more than the array holds, a zero at the end.
        let length = unsafe slc_library_version(slc_library(rawValue: number), &text, text.count)
        let shown = text.prefix(max(0, min(Int(length), text.count - 1)))
        return String(decoding: shown.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func encodedPNG(rgb: [UInt8], width: Int, height: Int) -> [UInt8]? {
        precondition(rgb.count == 3 * width * height, "three bytes a pixel")
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        // The encoder reads 3 · width · height bytes, which the precondition has counted.
        let status = unsafe rgb.withUnsafeBufferPointer { pixels in
            unsafe slc_png_encode(pixels.baseAddress, Int32(width), Int32(height), &out, &length)
        }
        return unsafe takenOver(status: status, out, length)
    }

    /// Opens a picture and hands it to `body`, rows still unread.
    ///
    /// - Throws: What `body` throws, and `PhotoDecodingError` for a header that cannot be read.
    static func withPicture<Result>(
        of bytes: [UInt8], format: PhotoFormat, scanLimit: Int,
        _ body: (PictureReader) throws(PhotoDecodingError) -> Result
    ) throws(PhotoDecodingError) -> Result {
        // The buffer outlives the reader, which is closed when `body` has ended.
        try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(PhotoDecodingError) -> Result in
            var picture: OpaquePointer?
            var header = unsafe slc_header()
            var failure = slc_failure()
            let scans = UInt32(clamping: scanLimit)
            let status = unsafe slc_open(buffer.baseAddress, buffer.count, scans, &picture, &header, &failure)
            guard status == 0, let opened = unsafe picture else {
                throw decodingError(failure, format: format, scanLimit: scanLimit)
            }
            let reader = unsafe PictureReader(
                picture: opened, header: read(header), format: format, scanLimit: scanLimit)
            return try body(reader)
        }
    }

    /// A picture whose rows are read from top to bottom.
    @safe final class PictureReader {
        private(set) var header: PictureHeader
        private let picture: OpaquePointer
        private let format: PhotoFormat
        private let scanLimit: Int

        fileprivate init(picture: OpaquePointer, header: PictureHeader, format: PhotoFormat, scanLimit: Int) {
            unsafe self.picture = unsafe picture
            self.header = header
            self.format = format
            self.scanLimit = scanLimit
        }

        deinit { unsafe slc_close(picture) }

        /// Has the codec bring the picture at a reduced size, before `start`; false where it cannot.
        func reduce(_ reduction: PhotoReduction) -> Bool {
            var reduced = unsafe slc_header()
            guard unsafe slc_reduce(picture, UInt32(reduction.rawValue), &reduced) == 0 else { return false }
            unsafe header.width = Int(reduced.width)
            unsafe header.height = Int(reduced.height)
            return true
        }

        /// Allocates what the codec needs; a picture that cannot be streamed is read here.
        func start() throws(PhotoDecodingError) {
            var failure = slc_failure()
            let status = unsafe slc_start(picture, &failure)
            if status != 0 { throw decodingError(failure, format: format, scanLimit: scanLimit) }
        }

        /// Reads the next rows into the front of `rows`, which has room for them; 8- or 16-bit as the header says.
        func read<Sample: FixedWidthInteger>(
            rows count: Int, into rows: inout [Sample]
        ) throws(PhotoDecodingError) {
            precondition(Sample.bitWidth == header.bitsPerSample, "samples of the picture's own width")
            precondition(rows.count >= count * header.width * header.channels, "room for the rows")
            var failure = slc_failure()
            // C writes count · width · channels samples, which the precondition has counted.
            let status = unsafe rows.withUnsafeMutableBytes { buffer in
                unsafe slc_read_rows(picture, UInt32(count), buffer.baseAddress, &failure)
            }
            if status != 0 { throw decodingError(failure, format: format, scanLimit: scanLimit) }
        }
    }

    /// A channel's curve as an ICC profile gives it.
    struct ProfileCurve {
        /// 0 for a table, else the formula's number in Little CMS.
        var kind: Int
        /// g a b c d e f of the formula.
        var parameters: [Double]
        /// 65535 for full light.
        var table: [UInt16]
    }

    /// What an ICC profile is.
    struct Profile {
        /// 1 grey, 3 red green blue, 4 inks.
        var colours: Int
        /// Columns XYZ (D50) of red, green and blue, row by row, and a curve each, for a profile that is nothing else.
        var matrix: (colorants: [Double], curves: [ProfileCurve])?
    }

    /// Reads an ICC profile, or nil where it is damaged or of no use for a photo.
    static func profile(_ icc: [UInt8]) -> Profile? {
        var found = slc_profile()
        // C reads icc.count bytes and copies what it keeps.
        let status = unsafe icc.withUnsafeBufferPointer {
            unsafe slc_profile_read($0.baseAddress, $0.count, &found)
        }
        defer { unsafe slc_profile_free(&found) }
        guard status == 0 else { return nil }
        var profile = Profile(colours: Int(found.colours))
        guard found.is_matrix == 1 else { return profile }
        let c = found.colorants
        let curves = unsafe [found.curves.0, found.curves.1, found.curves.2].map { unsafe curve($0) }
        profile.matrix = ([c.0, c.3, c.6, c.1, c.4, c.7, c.2, c.5, c.8], curves)
        return profile
    }

    private static func curve(_ curve: slc_curve) -> ProfileCurve {
        let p = unsafe curve.parameters
        // C allocated table_length numbers at `table`, or none.
        let table = unsafe Array(UnsafeBufferPointer(start: curve.table, count: Int(curve.table_length)))
        return unsafe ProfileCurve(
            kind: Int(curve.kind), parameters: [p.0, p.1, p.2, p.3, p.4, p.5, p.6], table: table)
    }

    /// A way through Little CMS, for profiles that are more than curves and a matrix.
    @safe final class ProfileTransform {
        private let transform: OpaquePointer
        private let colours: Int

        /// Makes a transform, or nil where the profile does not allow it.
        init?(profile icc: [UInt8], colours: Int) {
            var made: OpaquePointer?
            // C reads icc.count bytes and copies what it keeps.
            let status = unsafe icc.withUnsafeBufferPointer {
                unsafe slc_transform_make($0.baseAddress, $0.count, UInt32(colours), 1, &made)
            }
            guard status == 0, let made = unsafe made else { return nil }
            unsafe transform = unsafe made
            self.colours = colours
        }

        deinit { unsafe slc_transform_free(transform) }

        /// Converts numbers of 0…1, `colours` a pixel, to XYZ (D50), three a pixel, into the front of `to`.
        func convert(_ from: [Float], pixels: Int, into to: inout [Float]) {
            precondition(from.count >= pixels * colours && to.count >= pixels * 3, "room for the pixels")
            // C reads pixels · colours and writes pixels · 3 numbers, which the precondition has counted.
            unsafe from.withUnsafeBufferPointer { source in
                unsafe to.withUnsafeMutableBufferPointer { target in
                    unsafe slc_transform_run(
                        transform, source.baseAddress, target.baseAddress, UInt32(pixels))
                }
            }
        }
    }

    private static func read(_ header: slc_header) -> PictureHeader {
        var read = PictureHeader()
        unsafe read.width = Int(header.width)
        unsafe read.height = Int(header.height)
        unsafe read.colours = Int(header.colours)
        read.hasAlpha = unsafe header.has_alpha == 1
        read.bitsPerSample = unsafe 8 * Int(header.bytes_per_sample)
        unsafe read.workingBytes = Int(clamping: header.working_bytes)
        unsafe read.colour = statedColour(header)
        if let exif = unsafe header.exif {
            unsafe read.metadata = metadata(exif, header.exif_length)
        }
        // What HEIF's own properties have turned, EXIF's orientation only repeats.
        if unsafe header.is_upright == 1 { read.metadata.orientation = PhotoOrientation(1) }
        return read
    }

    /// PNG's order of precedence (third edition, 4.3): cICP, iCCP, sRGB, then gAMA and cHRM.
    private static func statedColour(_ header: slc_header) -> StatedColour {
        if unsafe header.has_code_points == 1 {
            let points = unsafe header.code_points
            return .codePoints([points.0, points.1, points.2, points.3])
        }
        if unsafe header.icc_damaged == 1 { return .damagedProfile }
        if let icc = unsafe header.icc {
            // The codec keeps icc_length bytes at `icc` until it is closed; they are copied here.
            return unsafe .profile(Array(UnsafeBufferPointer(start: icc, count: header.icc_length)))
        }
        if unsafe header.has_srgb == 1 { return .standard }
        guard unsafe header.gamma > 0 else { return .unstated }
        let p = unsafe header.primaries
        return unsafe .gamma(
            header.gamma,
            primaries: header.has_primaries == 1 ? [p.0, p.1, p.2, p.3, p.4, p.5, p.6, p.7] : nil)
    }

    private static func metadata(_ exif: UnsafePointer<UInt8>, _ length: Int) -> PictureMetadata {
        var found = slc_exif()
        // `length` bytes stand at `exif`, inside the file's own.
        unsafe slc_exif_read(exif, length, &found)
        let details = CaptureDetails(
            subSecondDigits: text(of: found.sub_seconds), offset: text(of: found.offset),
            make: text(of: found.make), model: text(of: found.model), focalLength: found.focal_length,
            flash: Int(found.flash))
        return PictureMetadata(
            orientation: Int(found.orientation),
            dates: [text(of: found.original), text(of: found.digitized)], details: details,
            isDamaged: found.damaged != 0)
    }

    /// The text up to the first zero of a C array of characters.
    private static func text<Characters>(of characters: Characters) -> String {
        // The bytes are those of the value itself.
        unsafe withUnsafeBytes(of: characters) {
            unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    fileprivate static func decodingError(
        _ failure: slc_failure, format: PhotoFormat, scanLimit: Int
    ) -> PhotoDecodingError {
        let detail = text(of: failure.detail)
        switch failure.status {
        case Int32(SLC_TRUNCATED.rawValue): return .truncated(readFraction: failure.read_fraction)
        case Int32(SLC_UNSUPPORTED.rawValue): return .unsupported(format: format, detail: detail)
        case Int32(SLC_TOO_LARGE.rawValue):
            let isScans = format == .jpeg && detail.hasPrefix("more than")
            return isScans ? .tooManyScans(limit: scanLimit) : .beyondCodec(detail: detail)
        default: return .corrupt(detail: detail)
        }
    }

    /// Copies bytes that C handed over into an array and gives them back.
    private static func takenOver(
        status: Int32, _ memory: UnsafeMutablePointer<UInt8>?, _ length: Int
    ) -> [UInt8]? {
        guard status == 0, let memory = unsafe memory else { return nil }
        // C allocated `length` bytes at `memory`, and they are ours until slc_free.
        let bytes = unsafe Array(UnsafeBufferPointer(start: memory, count: length))
        unsafe slc_free(memory)
        return bytes
    }
}
