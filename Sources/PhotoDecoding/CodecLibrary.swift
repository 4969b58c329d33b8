/// A C library that reads pictures, and its version.
///
/// libexif is used as well and does not tell its version.
package enum CodecLibrary: UInt32, CaseIterable, Sendable {
    // The numbers of `slc_library`.
    case jpeg, png, heif, webp, lcms

    /// What the library calls itself.
    package var name: String {
        switch self {
        case .jpeg: "libjpeg-turbo"
        case .png: "libpng"
        case .heif: "libheif"
        case .webp: "libwebp"
        case .lcms: "lcms2"
        }
    }

    /// Its version, as "2.1.5"; libjpeg-turbo's is the one that was compiled against, the others' the one that is loaded.
    package var version: String { Codecs.version(ofLibrary: rawValue) }
}
