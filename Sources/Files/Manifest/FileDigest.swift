package import Foundation
internal import Parallel

/// The size of a file and the SHA-256 (FIPS 180-4) of its bytes.
package struct FileDigest: Hashable, Sendable {
  /// In bytes.
  package let size: Int
  /// 64 lower-case hexadecimal digits.
  package let sha256: String

  package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { FileDigest(raw: $0) } }

  package init(of bytes: Data) { self = bytes.withUnsafeBytes { FileDigest(raw: $0) } }

  /// Takes a digest that is already known.
  package init(size: Int, sha256: String) {
    self.size = size
    self.sha256 = sha256
  }

  private init(raw bytes: UnsafeRawBufferPointer) {
    let digits = Array("0123456789abcdef".utf8)
    sha256 = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SHA256.size) { digest in
      if let place = digest.baseAddress { SHA256.digest(bytes, into: place) }
      return String(unsafeUninitializedCapacity: 2 * digest.count) { text in
        for (place, byte) in digest.enumerated() {
          text[2 * place] = digits[Int(byte >> 4)]
          text[2 * place + 1] = digits[Int(byte & 15)]
        }
        return text.count
      }
    }
    size = bytes.count
  }
}

extension [String: Data] {
  /// The digest of each file, computed in parallel.
  var digests: [String: FileDigest] {
    let files = Array(self)
    let digests = files.parallelMap { FileDigest(of: $0.value) }
    return [String: FileDigest](zip(files.map(\.key), digests), uniquingKeysWith: { first, _ in first })
  }
}
