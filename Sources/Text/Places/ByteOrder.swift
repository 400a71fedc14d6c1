internal import Foundation

extension String {
  /// Whether it precedes another text in the order of their UTF-8 bytes, which is the order of their scalars. A
  /// prefix precedes the longer text.
  package func precedesInBytes(_ other: String) -> Bool {
    let order = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { others -> Bool in
        guard let first = bytes.baseAddress, let second = others.baseAddress else {
          return bytes.count < others.count
        }
        let order = memcmp(first, second, min(bytes.count, others.count))
        return order == 0 ? bytes.count < others.count : order < 0
      }
    }
    return order.flatMap { $0 } ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the two hold the same bytes.
  package func holdsSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let first = baseAddress, let second = other.baseAddress else { return true }
    return memcmp(first, second, count) == 0
  }
}

extension [String] {
  /// The indices of the texts, sorted by their UTF-8 bytes; equal texts stay in order.
  package var placesInByteOrder: [Int] {
    // One buffer avoids retaining each text during comparisons.
    var bytes: [UInt8] = []
    var starts = [0]
    for text in self {
      bytes.append(contentsOf: text.utf8)
      starts.append(bytes.count)
    }
    return bytes.withUnsafeBytes { bytes in
      starts.withUnsafeBufferPointer { starts in
        (0..<count).sorted { left, right in
          let (first, second) = (
            UnsafeRawBufferPointer(rebasing: bytes[starts[left]..<starts[left + 1]]),
            UnsafeRawBufferPointer(rebasing: bytes[starts[right]..<starts[right + 1]])
          )
          guard let a = first.baseAddress, let b = second.baseAddress else {
            return first.count < second.count
          }
          let order = memcmp(a, b, Swift.min(first.count, second.count))
          return order == 0 ? first.count < second.count : order < 0
        }
      }
    }
  }
}
