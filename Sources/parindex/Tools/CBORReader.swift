/// Steps over the items of a text in CBOR (RFC 8949), as far as Pagefind writes it: without open lengths.
struct CBORReader {
  let bytes: [UInt8]
  /// Where the next item begins.
  private(set) var place: Int

  /// The text is not CBOR, or not of the expected form.
  struct Fault: Error {}

  enum Kind: UInt8 {
    case whole, negative, bytes, text, list, map, tag, simple
  }

  /// The number of items of the list that begins here.
  mutating func list() throws(Fault) -> Int {
    let (kind, value) = try head()
    guard kind == .list else { throw Fault() }
    return value
  }

  /// The bytes of the text that begins here.
  mutating func text() throws(Fault) -> [UInt8] {
    let (kind, length) = try head()
    guard kind == .text else { throw Fault() }
    return Array(bytes[try step(length)])
  }

  /// Steps over an item with all that it holds.
  mutating func skip() throws(Fault) -> Range<Int> {
    let start = place
    var open = 1
    while open > 0 {
      open -= 1
      let (kind, value) = try head()
      switch kind {
      case .whole, .negative, .simple: break
      case .bytes, .text: _ = try step(value)
      case .list: open += value
      case .map: open += 2 * value
      case .tag: open += 1
      }
    }
    return start..<place
  }

  private mutating func step(_ length: Int) throws(Fault) -> Range<Int> {
    guard length <= bytes.count - place else { throw Fault() }
    defer { place += length }
    return place..<place + length
  }

  private mutating func head() throws(Fault) -> (kind: Kind, value: Int) {
    let first = bytes[try step(1).lowerBound]
    guard let kind = Kind(rawValue: first >> 5) else { throw Fault() }
    let short = first & 0x1f
    if short < 24 { return (kind, Int(short)) }
    guard short < 28 else { throw Fault() }
    let value = try bytes[step(1 << Int(short - 24))].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    // Every item takes a byte, so a list cannot have more of them than there are bytes; a number or a fraction can.
    let isCount = [.bytes, .text, .list, .map].contains(kind)
    guard !isCount || value <= UInt64(bytes.count) else { throw Fault() }
    return (kind, Int(truncatingIfNeeded: value))
  }
}

extension CBORReader {
  /// The first bytes of an item: its kind, and how many bytes or items it has.
  static func head(_ kind: Kind, _ count: Int) -> [UInt8] {
    let first = kind.rawValue << 5
    if count < 24 { return [first | UInt8(count)] }
    var size = 1
    while size < 8, count >> (8 * size) != 0 { size *= 2 }
    let big = (0..<size).reversed().map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
    return [first | UInt8(24 + size.trailingZeroBitCount)] + big
  }

  static func text(_ bytes: [UInt8]) -> [UInt8] { head(.text, bytes.count) + bytes }
}
