/// The first 128 bits of a SHA-256. Only for caches, which hold thousands of digests: the other half would add
/// nothing but size. Published digests are complete.
package struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
  /// The number of bytes in a digest.
  package static let size = 16

  private let words: (UInt64, UInt64)

  package init(of bytes: UnsafeRawBufferPointer) {
    var digest: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &digest) { place in
      if let start = place.bindMemory(to: UInt8.self).baseAddress { SHA256.digest(bytes, into: start) }
    }
    words = (digest.0, digest.1)
  }

  package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { ContentDigest(of: $0) } }

  /// The digest of the UTF-8 of a text.
  package init(of text: String) {
    var text = text
    self = text.withUTF8 { ContentDigest(of: UnsafeRawBufferPointer($0)) }
  }

  /// Takes the bytes of a digest; nil unless there are exactly ``size``.
  package init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    self.words = words
  }

  /// The bytes, for programs on this machine.
  package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// Lower-case hexadecimal digits.
  package var description: String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

  package static func == (left: Self, right: Self) -> Bool { left.words == right.words }

  /// Hashes half of the bytes, which are evenly distributed.
  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
