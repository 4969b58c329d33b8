import CContentHash

/// The content hash of a photo's file: SHA-256 by OpenSSL.
package enum ContentHash {
    /// Digests bytes.
    ///
    /// - Parameter bytes: The file's bytes.
    /// - Returns: 64 lowercase hexadecimal digits.
    package static func sha256(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        // The digest has room for OpenSSL's longest; the bytes are bounded by their own count.
        let done = unsafe EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
        precondition(done == 1 && length == 32, "OpenSSL without SHA-256")
        let digits = Array("0123456789abcdef".utf8)
        let text = digest.prefix(Int(length)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
