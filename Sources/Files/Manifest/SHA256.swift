internal import COpenSSL

/// SHA-256 (FIPS 180-4) by OpenSSL.
enum SHA256 {
  /// How many bytes a digest has.
  static let size = Int(SHA256_DIGEST_LENGTH)

  /// Looked up once: by its name it would be looked up for each file. Never changed, and made for use by many
  /// threads.
  nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

  /// Writes the digest of bytes to a place of ``size`` bytes.
  static func digest(_ bytes: UnsafeRawBufferPointer, into place: UnsafeMutablePointer<UInt8>) {
    // It fails only where the library itself was built or set up without SHA-256.
    precondition(
      EVP_Digest(bytes.baseAddress, bytes.count, place, nil, algorithm, nil) == 1,
      "OpenSSL computes no SHA-256")
  }
}
