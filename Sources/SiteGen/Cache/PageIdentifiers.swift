internal import Parallel

/// The `id`s on a page. Most reused pages are never searched for an `id`, so cached bytes are decoded on first use.
final class PageIdentifiers: Sendable {
  /// The identifiers, encoded by ``ByteWriter``.
  let bytes: ArraySlice<UInt8>
  private let read: Lazy<Set<String>>

  init(_ ids: Set<String>) {
    var output = ByteWriter()
    output.write(Array(ids)) { $0.write($1) }
    bytes = output.bytes[...]
    read = Lazy { ids }
  }

  /// Takes cached bytes; malformed ones count as no identifiers.
  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    read = Lazy {
      var input = ByteReader(bytes)
      return Set((try? input.list { try $0.text() }) ?? [])
    }
  }

  func contains(_ id: String) -> Bool { read.value.contains(id) }
}
