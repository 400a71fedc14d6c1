internal import Files

/// Writes numbers and texts as bytes that ``ByteReader`` reads.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    // Seven bits a byte, the lowest first.
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

  /// Bytes and how many they are.
  mutating func write(_ bytes: ArraySlice<UInt8>) {
    write(bytes.count)
    self.bytes += bytes
  }

  mutating func write<Element>(_ list: [Element], _ element: (inout ByteWriter, Element) -> Void) {
    write(list.count)
    for item in list { element(&self, item) }
  }
}

/// Reads what ``ByteWriter`` wrote.
struct ByteReader {
  /// The bytes are not what is expected.
  struct Malformed: Error {}

  private let all: ArraySlice<UInt8>
  /// Where the next byte stands.
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) { (all, place) = (bytes, bytes.startIndex) }

  var isAtEnd: Bool { place == all.endIndex }

  mutating func number() throws(Malformed) -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < all.endIndex {
      let byte = all[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: number)) }
      shift += 7
      guard shift < 64 else { break }
    }
    throw Malformed()
  }

  mutating func bytes(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count >= 0, count <= all.endIndex - place else { throw Malformed() }
    defer { place += count }
    return all[place..<place + count]
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
    // Each element has a byte at least; what claims more is none of ours.
    guard count >= 0, count <= all.endIndex - place else { throw Malformed() }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  /// A number that is a place of the table.
  mutating func place<Element>(in table: [Element]) throws(Malformed) -> Int {
    let place = try number()
    guard table.indices.contains(place) else { throw Malformed() }
    return place
  }

  /// Numbers, each of which is a place of the table.
  mutating func places<Element>(in table: [Element]) throws -> [Int] {
    try list { try $0.place(in: table) }
  }
}
