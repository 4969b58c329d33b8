import Raster

/// Reads a photo's bytes: upright pixels in linear light, the camera's date, and what was odd.
///
/// The format is told by the bytes. Limits are held against the header before a row is allocated, and a photo is
/// refused rather than read in part: nobody should trust a measurement whose input was read wrong.
public struct PhotoDecoder: Sendable {
    /// Bounds that a photo must keep.
    public var limits: DecodingLimits

    /// Makes a decoder.
    ///
    /// - Parameter limits: Bounds that a photo must keep.
    public init(limits: DecodingLimits = DecodingLimits()) {
        self.limits = limits
    }

    /// Reads a photo.
    ///
    /// Transparent pixels are laid on white. Numbers without a usable colour profile are taken for sRGB and the
    /// photo says so.
    ///
    /// - Parameters:
    ///   - bytes: All of the file's bytes.
    ///   - reduction: By how much to shorten the sides while reading, or nil for the least at which the photo keeps
    ///     within the memory that it may take; the photo says what was done.
    /// - Returns: The photo, upright by its EXIF orientation, in linear sRGB (D65) without clipping.
    /// - Throws: ``PhotoDecodingError`` saying what is wrong and how to mend it.
    /// - Complexity: O(bytes + pixels); memory 12 bytes a pixel that comes out, a band of rows, and what the codec
    ///   must hold for what cannot be read row by row (progressive JPEG, interlaced PNG, HEIC, WebP).
    public func photo(
        from bytes: [UInt8], reduction: PhotoReduction? = nil
    ) throws(PhotoDecodingError) -> Photo {
        try photo(from: bytes) { _, least in reduction.map { ($0, false) } ?? (least, least != .full) }
    }

    /// Reads a photo at the size that is asked for once its header is known, or at the greatest that keeps within the
    /// memory that it may take; then the photo says so.
    ///
    /// - Parameters:
    ///   - bytes: All of the file's bytes.
    ///   - wish: Takes the picture's upright size and gives by how much its sides may be shortened.
    /// - Returns: As ``photo(from:reduction:)``.
    /// - Throws: ``PhotoDecodingError`` as ``photo(from:reduction:)`` does.
    /// - Complexity: O(bytes + pixels); memory as ``photo(from:reduction:)``.
    public func photo(
        from bytes: [UInt8], reducedBy wish: (_ size: (width: Int, height: Int)) -> Int
    ) throws(PhotoDecodingError) -> Photo {
        try photo(from: bytes) { size, least in
            let wished = PhotoReduction(rawValue: wish(size))
            return wished.rawValue < least.rawValue ? (least, true) : (wished, false)
        }
    }

    private func photo(
        from bytes: [UInt8],
        choosing choice: (_ size: (width: Int, height: Int), _ least: PhotoReduction) -> (
            reduction: PhotoReduction, isForced: Bool
        )
    ) throws(PhotoDecodingError) -> Photo {
        let format = try measurableFormat(of: bytes)
        return try Codecs.withPicture(of: bytes, format: format, scanLimit: limits.scans) {
            (picture: Codecs.PictureReader) throws(PhotoDecodingError) -> Photo in
            try checkPixels(picture.header)
            let least = leastReduction(of: picture.header)
            let fullSize = picture.header.metadata.orientation.uprightSize(
                width: picture.header.width, height: picture.header.height)
            let (chosen, isForced) = choice(fullSize, least)
            // What the codec cannot, each band does once it is light.
            var left = chosen
            if chosen.inCodec != .full, picture.reduce(chosen.inCodec) {
                left = PhotoReduction(rawValue: chosen.rawValue / chosen.inCodec.rawValue)
            }
            let header = picture.header
            let (width, height) = (left.side(header.width), left.side(header.height))
            try checkMemory(header, left)
            var light = try LinearLight(picture.header, format: format)
            try picture.start()
            var sawTransparency = false
            let planes = try PlaneBuilder.planes(pixels: width * height) {
                (planes: inout PlaneBuilder) throws(PhotoDecodingError) in
                sawTransparency =
                    picture.header.bitsPerSample == 8
                    ? try Self.fill(&planes, from: picture, as: UInt8.self, &light, left)
                    : try Self.fill(&planes, from: picture, as: UInt16.self, &light, left)
            }
            let size = header.metadata.orientation.uprightSize(width: width, height: height)
            func plane(_ samples: [Float]) -> Plane {
                Plane(width: size.width, height: size.height, samples: samples)
            }
            var warnings = light.warnings
            if isForced { warnings.append(.reducedSize) }
            if sawTransparency { warnings.append(.transparency) }
            if header.metadata.isDamaged { warnings.append(.badMetadata) }
            return Photo(
                image: RGBImage(red: plane(planes.red), green: plane(planes.green), blue: plane(planes.blue)),
                fullSize: fullSize, taken: header.metadata.taken, details: header.metadata.details,
                reduction: chosen, leastReduction: least, warnings: warnings)
        }
    }

    /// Reads a picture's own numbers, as stored: no orientation, no colour, for tests of the codecs.
    ///
    /// - Parameter bytes: All of the file's bytes.
    /// - Returns: The header and `width · height · channels` numbers, 8- or 16-bit as the header says.
    /// - Throws: ``PhotoDecodingError`` as ``photo(from:)`` does.
    package func storedPicture(
        from bytes: [UInt8]
    ) throws(PhotoDecodingError) -> (header: PictureHeader, samples: [UInt16]) {
        let format = try measurableFormat(of: bytes)
        return try Codecs.withPicture(of: bytes, format: format, scanLimit: limits.scans) {
            (picture: Codecs.PictureReader) throws(PhotoDecodingError) in
            let header = picture.header
            try checkPixels(header)
            try checkMemory(header, .full)
            try picture.start()
            let count = header.width * header.height * header.channels
            if header.bitsPerSample == 16 {
                var samples = [UInt16](repeating: 0, count: count)
                try picture.read(rows: header.height, into: &samples)
                return (header, samples)
            }
            var samples = [UInt8](repeating: 0, count: count)
            try picture.read(rows: header.height, into: &samples)
            return (header, samples.map { UInt16($0) })
        }
    }

    /// Reads the bytes of a picture that ``PictureEncoder`` has made.
    ///
    /// - Parameter jpeg: The file's bytes.
    /// - Returns: Gamma-coded sRGB, 3 bytes a pixel, row by row; nil where the file is none of ours.
    package func ownPicture(from jpeg: [UInt8]) -> (width: Int, height: Int, rgb: [UInt8])? {
        let read = try? Codecs.withPicture(of: jpeg, format: .jpeg, scanLimit: limits.scans) {
            (picture: Codecs.PictureReader) throws(PhotoDecodingError) -> (Int, Int, [UInt8])? in
            let header = picture.header
            guard header.channels == 3, header.bitsPerSample == 8 else { return nil }
            try checkPixels(header)
            try picture.start()
            var samples = [UInt8](repeating: 0, count: 3 * header.width * header.height)
            try picture.read(rows: header.height, into: &samples)
            return (header.width, header.height, samples)
        }
        return (read ?? nil).map { (width: $0.0, height: $0.1, rgb: $0.2) }
    }

    /// The format of bytes that are going to be read.
    func measurableFormat(of bytes: [UInt8]) throws(PhotoDecodingError) -> PhotoFormat {
        if bytes.isEmpty { throw .empty }
        if bytes.count > limits.fileBytes { throw .fileTooLarge(bytes: bytes.count, limit: limits.fileBytes) }
        guard let format = PhotoFormat(bytes: bytes) else { throw .notAnImage }
        guard [.jpeg, .png, .heic, .webp].contains(format) else {
            throw .unsupported(format: format, detail: nil)
        }
        return format
    }

    func checkPixels(_ header: PictureHeader) throws(PhotoDecodingError) {
        let (width, height) = (header.width, header.height)
        guard width > 0, height > 0 else { throw .corrupt(detail: "a picture without pixels") }
        if width > limits.pixels / height {
            throw .tooManyPixels(width: width, height: height, limit: limits.pixels)
        }
    }

    /// Holds the estimate of all that will be allocated against the limit: what comes out, what the codec takes, and
    /// a band of rows on its way.
    private func checkMemory(
        _ header: PictureHeader, _ reduction: PhotoReduction
    ) throws(PhotoDecodingError) {
        let bytes = estimatedBytes(header, reduction)
        if bytes > limits.workingBytes { throw .tooMuchMemory(bytes: bytes, limit: limits.workingBytes) }
    }

    func estimatedBytes(_ header: PictureHeader, _ reduction: PhotoReduction) -> Int {
        let bandPixels = Self.rowsInBand(header, reduction) * header.width
        let bytesInBand = header.channels * header.bitsPerSample / 8 + DecodingLimits.bytesOfLinearLight
        let pixels = reduction.side(header.width) * reduction.side(header.height)
        let whileDecoding =
            pixels * DecodingLimits.bytesOfLinearLight + bandPixels * bytesInBand + header.workingBytes
        // The codec has given back what it held when the photo is worked on.
        return max(whileDecoding, pixels * limits.bytesPerPixel)
    }

    /// The least reduction at which a picture takes no more memory than it may; the greatest where none does.
    func leastReduction(of header: PictureHeader) -> PhotoReduction {
        [.full, .half, .quarter].first { estimatedBytes(header, $0) <= limits.workingBytes } ?? .eighth
    }

    /// Pixels that are converted at a time: three Floats of each stay in a second-level cache.
    private static let pixelsInBand = 32_768

    /// Rows that are turned into columns at a time: fewer would touch every page of the planes more often.
    private static let turnedRowsInBand = 64

    private static func rowsInBand(_ header: PictureHeader, _ reduction: PhotoReduction) -> Int {
        let leastRows = header.metadata.orientation.swapsSides ? turnedRowsInBand : 1
        let rows = max(leastRows, pixelsInBand / header.width)
        // Whole squares are reduced at a time.
        return min(header.height, reduction.side(rows) * reduction.rawValue)
    }

    /// Reads all rows, a band at a time; says whether a pixel was transparent.
    @inline(__always)
    private static func fill<Sample: FixedWidthInteger & UnsignedInteger>(
        _ planes: inout PlaneBuilder, from picture: Codecs.PictureReader, as: Sample.Type,
        _ light: inout LinearLight, _ reduction: PhotoReduction
    ) throws(PhotoDecodingError) -> Bool {
        let header = picture.header
        let rowsInBand = rowsInBand(header, reduction)
        var samples = [Sample](repeating: 0, count: rowsInBand * header.width * header.channels)
        var band = LinearBand(pixels: rowsInBand * header.width)
        var sawTransparency = false
        var row = 0
        while row < header.height {
            let rows = min(rowsInBand, header.height - row)
            try picture.read(rows: rows, into: &samples)
            if light.convert(samples, pixels: rows * header.width, into: &band) { sawTransparency = true }
            band.reduce(width: header.width, rows: rows, by: reduction)
            planes.place(
                band, firstRow: row / reduction.rawValue, rows: reduction.side(rows),
                width: reduction.side(header.width), height: reduction.side(header.height),
                orientation: header.metadata.orientation)
            row += rows
        }
        return sawTransparency
    }
}
