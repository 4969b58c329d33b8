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
