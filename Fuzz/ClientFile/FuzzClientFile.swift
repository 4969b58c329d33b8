import ClientRecords

/// libFuzzer's entry: reads the bytes as a `client.yaml`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    // libFuzzer keeps `size` bytes at `data` while this runs; they are copied.
    let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
    do throws(RecordFileError) {
        _ = try ClientFile(reading: String(decoding: bytes, as: UTF8.self))
    } catch {
        precondition(!"\(error)".isEmpty, "a reason")
    }
    return 0
}
