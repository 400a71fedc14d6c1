internal import COpenSSL

/// SHA-256 (FIPS 180-4) by OpenSSL.
enum SHA256 {
  /// The number of bytes in a digest.
  static let size = Int(SHA256_DIGEST_LENGTH)

  /// Fetched once, because a fetch by name for each file is slow. It is never changed, and OpenSSL allows its use by
  /// many threads.
  nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

  /// Writes the digest of bytes to ``size`` bytes of memory.
  static func digest(_ bytes: UnsafeRawBufferPointer, into place: UnsafeMutablePointer<UInt8>) {
    // It fails only when the library was built or configured without SHA-256.
    precondition(
      EVP_Digest(bytes.baseAddress, bytes.count, place, nil, algorithm, nil) == 1,
      "OpenSSL computes no SHA-256")
  }
}
