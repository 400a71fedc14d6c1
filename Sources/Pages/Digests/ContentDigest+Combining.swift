internal import Files

extension ContentDigest {
  /// The digest of several digests in their order; nil when one of them is nil.
  init?(combining digests: [ContentDigest?]) {
    var bytes: [UInt8] = []
    for digest in digests {
      guard let digest else { return nil }
      bytes += digest.bytes
    }
    self.init(of: bytes)
  }
}
