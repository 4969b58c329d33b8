import CImageCodecs

/// libFuzzer's entry: reads the bytes as an ICC profile and sends a few colours through it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    guard let data = unsafe data, size > 0 else { return 0 }
    var profile = unsafe slc_profile()
    // libFuzzer keeps `size` bytes at `data` while this runs; C copies what it keeps.
    guard unsafe slc_profile_read(data, size, &profile) == 0 else { return 0 }
    defer { unsafe slc_profile_free(&profile) }
    let colours = unsafe profile.colours
    var made: OpaquePointer?
    guard unsafe slc_transform_make(data, size, colours, 1, &made) == 0, let transform = unsafe made else {
        return 0
    }
    let pixels = 5
    let from = (0..<pixels * Int(colours)).map { Float($0 % 5) / 4 }
    var to = [Float](repeating: 0, count: 3 * pixels)
    // Five pixels of so many colours in, of three out.
    unsafe slc_transform_run(transform, from, &to, UInt32(pixels))
    precondition(to.allSatisfy { $0.isFinite }, "numbers")
    unsafe slc_transform_free(transform)
    return 0
}
