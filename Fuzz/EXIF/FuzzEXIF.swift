import CImageCodecs

/// libFuzzer's entry: reads the bytes as EXIF data.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    guard let data = unsafe data, size > 0 else { return 0 }
    var found = slc_exif()
    // libFuzzer keeps `size` bytes at `data` while this runs.
    unsafe slc_exif_read(data, size, &found)
    precondition((0...8).contains(found.orientation), "an orientation")
    precondition(found.focal_length.isFinite, "a number")
    return 0
}
