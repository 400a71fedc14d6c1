internal import Parallel

/// The identifiers of the places of a page. Of most pages that are taken over nobody asks for one, so that their bytes
/// are read only then.
final class PageIdentifiers: Sendable {
  /// The identifiers as ``ByteWriter`` writes them.
  let bytes: ArraySlice<UInt8>
  private let read: Lazy<Set<String>>

  init(_ ids: Set<String>) {
    var output = ByteWriter()
    output.write(Array(ids)) { $0.write($1) }
    bytes = output.bytes[...]
    read = Lazy { ids }
  }

  /// Takes over what another wrote; of bytes that are no identifiers there are none.
  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    read = Lazy {
      var input = ByteReader(bytes)
      return Set((try? input.list { try $0.text() }) ?? [])
    }
  }

  func contains(_ id: String) -> Bool { read.value.contains(id) }
}
