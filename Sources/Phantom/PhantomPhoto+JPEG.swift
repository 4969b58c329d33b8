import CImageCodecs
import PhotoDecoding

extension PhantomPhoto {
    /// The photo as a JPEG file.
    ///
    /// - Parameters:
    ///   - quality: 1…100.
    ///   - halvesChroma: Whether colour is stored at half size (4:2:0).
    ///   - taken: The date that EXIF carries, or nil for none.
    /// - Returns: The file's bytes.
    /// - Throws: ``PhantomError/encodingFailed(code:)``
    public func jpeg(quality: Int, halvesChroma: Bool, taken: WallClock?) throws(PhantomError) -> [UInt8] {
        let exif = try taken.map { date throws(PhantomError) in try Self.exif(of: date) } ?? []
        let width = Int32(width)
        let height = Int32(height)
        // The encoder reads 3 · width · height bytes, which `pixels` holds by construction, and the bytes of
        // `exif`; none of the pointers outlives the call.
        return try unsafe Self.handedOver { out, length throws(PhantomError) in
            unsafe pixels.withUnsafeBufferPointer { picture in
                unsafe exif.withUnsafeBufferPointer { block in
                    unsafe slc_jpeg_encode(
                        picture.baseAddress, width, height, Int32(quality), halvesChroma ? 1 : 0, nil, 0,
                        block.isEmpty ? nil : block.baseAddress, block.count, &out, &length)
                }
            }
        }
    }

    private static func exif(of date: WallClock) throws(PhantomError) -> [UInt8] {
        let text = date.text.map { $0 == "-" ? ":" : $0 == "T" ? " " : $0 }
        // The C function reads the string up to its zero byte, which Swift adds for the call.
        return try unsafe handedOver { out, length throws(PhantomError) in
            unsafe slc_exif_make(String(text), 0, &out, &length)
        }
    }

    /// Copies the bytes that a C function hands over, and gives its memory back.
    private static func handedOver(
        _ call: (inout UnsafeMutablePointer<UInt8>?, inout Int) throws(PhantomError) -> Int32
    ) throws(PhantomError) -> [UInt8] {
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        let code = try unsafe call(&out, &length)
        guard code == 0, let memory = unsafe out else { throw .encodingFailed(code: Int(code)) }
        // `length` bytes lie at `memory`, as the function says where it returns 0.
        let bytes = unsafe [UInt8](UnsafeBufferPointer(start: memory, count: length))
        unsafe slc_free(memory)
        return bytes
    }
}
