internal import Files

/// Encodes numbers and texts as bytes that ``ByteReader`` decodes.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    // Seven bits per byte, lowest first.
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(digest: ContentDigest?) {
    write(digest == nil ? 0 : 1)
    if let digest { bytes += digest.bytes }
  }

  mutating func write<Element>(_ list: [Element], _ element: (inout ByteWriter, Element) -> Void) {
    write(list.count)
    for item in list { element(&self, item) }
  }
}

/// Decodes the bytes of ``ByteWriter``.
struct ByteReader {
  struct Malformed: Error {}

  private let all: ArraySlice<UInt8>
  /// The index of the next byte.
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) { (all, position) = (bytes, bytes.startIndex) }

  var isAtEnd: Bool { position == all.endIndex }

  mutating func number() throws(Malformed) -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < all.endIndex {
      let byte = all[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: number)) }
      shift += 7
      guard shift < 64 else { break }
    }
    throw Malformed()
  }

  mutating func bytes(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count >= 0, count <= all.endIndex - position else { throw Malformed() }
    defer { position += count }
    return all[position..<position + count]
  }

  mutating func text() throws(Malformed) -> String {
    String(decoding: try bytes(try number()), as: UTF8.self)
  }

  mutating func digest() throws(Malformed) -> ContentDigest? {
    try number() == 0 ? nil : ContentDigest(bytes: try bytes(ContentDigest.size))
  }

  mutating func list<Element>(
    _ element: (inout ByteReader) throws -> Element
  ) throws -> [Element] {
    let count = try number()
    // An element takes at least one byte, so a larger count is malformed.
    guard count >= 0, count <= all.endIndex - position else { throw Malformed() }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  /// Reads an index into a table; throws when the table has no such index.
  mutating func index<Element>(in table: [Element]) throws(Malformed) -> Int {
    let index = try number()
    guard table.indices.contains(index) else { throw Malformed() }
    return index
  }

  /// Reads a list of indices into a table; throws when the table lacks one of them.
  mutating func indices<Element>(in table: [Element]) throws -> [Int32] {
    try list { Int32(try $0.index(in: table)) }
  }
}
