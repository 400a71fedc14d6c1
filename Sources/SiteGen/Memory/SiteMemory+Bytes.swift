internal import Manifest

extension SiteMemory {
  /// The memory as bytes, for another process of the same program.
  public var bytes: [UInt8] {
    var output = ByteWriter()
    output.write(digest: frame)
    let facts = self.facts.map { ($0.key, $0.value) }
    output.write(facts.count)
    for (fact, digest) in facts {
      output.write(fact.kind.rawValue)
      output.write(fact.subject)
      output.write(fact.year)
      output.write(digest: digest)
    }
    let places = Dictionary(facts.enumerated().map { ($1.0, $0) }, uniquingKeysWith: { first, _ in first })
    var targets: [RenderedBody.Link: Int] = [:]
    var listed: [RenderedBody.Link] = []
    for link in pages.values.flatMap(\.links) where targets[link] == nil {
      targets[link] = listed.count
      listed.append(link)
    }
    output.write(listed) { output, link in
      output.write(link.path)
      output.write(link.fragment.map { "#" + $0 } ?? "")
    }
    output.write(Array(pages)) { output, entry in
      let page = entry.value
      output.write(entry.key)
      output.write(page.path)
      output.write(digest: page.head)
      output.write(page.lineCount)
      output.write(page.files) { $0.write($1) }
      output.write(Array(page.ids)) { $0.write($1) }
      output.write(page.facts.compactMap { places[$0] }) { $0.write($1) }
      output.write(page.links.compactMap { targets[$0] }) { $0.write($1) }
    }
    output.write(Array(files)) { output, file in
      output.write(file.key)
      output.write(file.value.size)
      output.write(file.value.sha256)
    }
    return output.bytes
  }

  /// Reads the bytes of a memory; nil when they are not those of one.
  public init?(bytes: ArraySlice<UInt8>) {
    self.init()
    var input = ByteReader(bytes)
    do {
      frame = try input.digest()
      let facts = try input.list { input in
        guard let kind = Fact.Kind(rawValue: try input.text()) else { throw ByteReader.Malformed() }
        let fact = Fact(kind, try input.text(), year: try input.number())
        return (fact, try input.digest())
      }
      self.facts = facts.reduce(into: [:]) { $0[$1.0] = $1.1 }
      let links = try input.list { input in
        let path = try input.text()
        let fragment = try input.text()
        return RenderedBody.Link(path: path, fragment: fragment.isEmpty ? nil : String(fragment.dropFirst()))
      }
      let pages = try input.list { input in
        let file = try input.text()
        let path = try input.text()
        let head = try input.digest()
        let lineCount = try input.number()
        let files = try input.list { try $0.text() }
        let ids = try input.list { try $0.text() }
        let own = try input.list { try $0.element(of: facts) }
        let targets = try input.list { try $0.element(of: links) }
        return (
          file,
          RenderedPage(
            path: path, head: head, facts: Set(own.map(\.0)), files: files, ids: Set(ids),
            lineCount: lineCount,
            links: Set(targets))
        )
      }
      self.pages = Dictionary(pages, uniquingKeysWith: { first, _ in first })
      let digests = try input.list {
        (try $0.text(), FileDigest(size: try $0.number(), sha256: try $0.text()))
      }
      self.files = Dictionary(digests, uniquingKeysWith: { first, _ in first })
      guard input.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}

/// Writes numbers and texts as bytes that ``ByteReader`` reads.
private struct ByteWriter {
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

  mutating func write<Element>(_ list: [Element], _ element: (inout ByteWriter, Element) -> Void) {
    write(list.count)
    for item in list { element(&self, item) }
  }
}

/// Reads what ``ByteWriter`` wrote.
private struct ByteReader {
  /// The bytes are not what is expected.
  struct Malformed: Error {}

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number() throws(Malformed) -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = rest.popFirst() {
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: number)) }
      shift += 7
      guard shift < 64 else { break }
    }
    throw Malformed()
  }

  private mutating func bytes(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw Malformed() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
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
    guard count >= 0, count <= rest.count else { throw Malformed() }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  mutating func element<Element>(of list: [Element]) throws(Malformed) -> Element {
    let place = try number()
    guard list.indices.contains(place) else { throw Malformed() }
    return list[place]
  }
}
