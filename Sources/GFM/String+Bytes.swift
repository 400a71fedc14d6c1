internal import Foundation

extension String {
  /// Whether its UTF-8 contains a byte.
  package func containsByte(_ byte: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    } ?? utf8.contains(byte)
  }

  /// Whether a byte of its UTF-8 meets a condition.
  @inline(__always)
  func containsByte(where condition: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(where: condition) } ?? utf8.contains(where: condition)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes contain a sequence, which must not be empty.
  package func contains(_ sequence: StaticString) -> Bool {
    guard var place = UnsafeRawPointer(baseAddress) else { return false }
    let end = place + count
    let length = sequence.utf8CodeUnitCount
    while end - place >= length,
      let found = memchr(place, Int32(sequence.utf8Start.pointee), end - place - length + 1)
    {
      if memcmp(found, sequence.utf8Start, length) == 0 { return true }
      place = UnsafeRawPointer(found) + 1
    }
    return false
  }
}
