import PhotoDecoding

/// Reads bytes as a photo of one format within small limits, as the targets of the decoders do.
///
/// - Parameters:
///   - bytes: What libFuzzer made.
///   - format: The format that is looked at.
/// - Returns: 0, or −1 for bytes of another format, which libFuzzer then does not keep.
public func readFuzzed(_ bytes: [UInt8], as format: PhotoFormat) -> Int32 {
    guard PhotoFormat(bytes: bytes) == format else { return -1 }
    let limits = DecodingLimits(pixels: 1_000_000, workingBytes: 100_000_000, scans: 20)
    do throws(PhotoDecodingError) {
        let image = try PhotoDecoder(limits: limits).photo(from: bytes).image
        precondition(image.red.samples.count == image.width * image.height, "every pixel")
        precondition(image.green.samples.allSatisfy { $0.isFinite }, "numbers")
    } catch {
        precondition(!error.message.isEmpty && !error.code.isEmpty, "a reason")
    }
    return 0
}
