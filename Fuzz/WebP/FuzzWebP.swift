import FuzzedPhoto

/// libFuzzer's entry: reads the bytes as a photo in WebP.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    // libFuzzer keeps `size` bytes at `data` while this runs; they are copied.
    unsafe readFuzzed(Array(UnsafeBufferPointer(start: data, count: size)), as: .webp)
}
