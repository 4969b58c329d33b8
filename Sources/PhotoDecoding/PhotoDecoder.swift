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
    /// - Parameter bytes: All of the file's bytes.
    /// - Returns: The photo, upright by its EXIF orientation, in linear sRGB (D65) without clipping.
    /// - Throws: ``PhotoDecodingError`` saying what is wrong and how to mend it.
    /// - Complexity: O(bytes + pixels); memory 12 bytes a pixel, a band of rows, and for progressive JPEG and
    ///   interlaced PNG what the codec must hold.
    public func photo(from bytes: [UInt8]) throws(PhotoDecodingError) -> Photo {
        let format = try measurableFormat(of: bytes)
        return try Codecs.withPicture(of: bytes, format: format, scanLimit: limits.scans) {
            (picture: Codecs.PictureReader) throws(PhotoDecodingError) -> Photo in
            try check(picture.header)
            let light = try LinearLight(picture.header, format: format)
            try picture.start()
            var sawTransparency = false
            let pixels = picture.header.width * picture.header.height
            let planes = try PlaneBuilder.planes(pixels: pixels) {
                (planes: inout PlaneBuilder) throws(PhotoDecodingError) in
                sawTransparency =
                    picture.header.bitsPerSample == 8
                    ? try Self.fill(&planes, from: picture, as: UInt8.self, light)
                    : try Self.fill(&planes, from: picture, as: UInt16.self, light)
            }
            let header = picture.header
            let size = header.metadata.orientation.uprightSize(width: header.width, height: header.height)
            func plane(_ samples: [Float]) -> Plane {
                Plane(width: size.width, height: size.height, samples: samples)
            }
            var warnings = light.warnings
            if sawTransparency { warnings.append(.transparency) }
            if header.metadata.isDamaged { warnings.append(.badMetadata) }
            return Photo(
                image: RGBImage(red: plane(planes.red), green: plane(planes.green), blue: plane(planes.blue)),
                taken: header.metadata.taken, warnings: warnings)
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
            try check(header)
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

    /// The format of bytes that are going to be read.
    private func measurableFormat(of bytes: [UInt8]) throws(PhotoDecodingError) -> PhotoFormat {
        if bytes.isEmpty { throw .empty }
        if bytes.count > limits.fileBytes { throw .fileTooLarge(bytes: bytes.count, limit: limits.fileBytes) }
        guard let format = PhotoFormat(bytes: bytes) else { throw .notAnImage }
        guard format == .jpeg || format == .png else { throw .unsupported(format: format, detail: nil) }
        return format
    }

    private func check(_ header: PictureHeader) throws(PhotoDecodingError) {
        let (width, height) = (header.width, header.height)
        guard width > 0, height > 0 else { throw .corrupt(detail: "a picture without pixels") }
        if width > limits.pixels / height {
            throw .tooManyPixels(width: width, height: height, limit: limits.pixels)
        }
        let bytes = width * height * Self.bytesPerLinearPixel + header.workingBytes
        if bytes > limits.workingBytes { throw .tooMuchMemory(bytes: bytes, limit: limits.workingBytes) }
    }

    /// Three Floats.
    private static let bytesPerLinearPixel = 12

    /// Pixels that are converted at a time: three Floats of each stay in a second-level cache.
    private static let pixelsInBand = 32_768

    /// Rows that are turned into columns at a time: fewer would touch every page of the planes more often.
    private static let turnedRowsInBand = 64

    /// Reads all rows, a band at a time; says whether a pixel was transparent.
    @inline(__always)
    private static func fill<Sample: FixedWidthInteger & UnsignedInteger>(
        _ planes: inout PlaneBuilder, from picture: Codecs.PictureReader, as: Sample.Type,
        _ light: LinearLight
    ) throws(PhotoDecodingError) -> Bool {
        let header = picture.header
        let leastRows = header.metadata.orientation.swapsSides ? turnedRowsInBand : 1
        let rowsInBand = min(header.height, max(leastRows, pixelsInBand / header.width))
        var samples = [Sample](repeating: 0, count: rowsInBand * header.width * header.channels)
        var band = LinearBand(pixels: rowsInBand * header.width)
        var sawTransparency = false
        var row = 0
        while row < header.height {
            let rows = min(rowsInBand, header.height - row)
            try picture.read(rows: rows, into: &samples)
            if light.convert(samples, pixels: rows * header.width, into: &band) { sawTransparency = true }
            planes.place(
                band, firstRow: row, rows: rows, width: header.width, height: header.height,
                orientation: header.metadata.orientation)
            row += rows
        }
        return sawTransparency
    }
}
