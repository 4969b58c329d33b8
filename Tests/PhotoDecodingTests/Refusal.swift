import PhotoDecoding

/// Why a photo's bytes are refused, or nil where they are read.
func refusal(_ bytes: [UInt8], limits: DecodingLimits = DecodingLimits()) -> PhotoDecodingError? {
    do throws(PhotoDecodingError) {
        _ = try PhotoDecoder(limits: limits).photo(from: bytes)
        return nil
    } catch {
        return error
    }
}
