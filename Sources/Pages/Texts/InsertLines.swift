internal import GFM
internal import Text

/// The places of generated blocks in an authored page.
enum InsertLines {
  /// The lines `{{insert:NAME}}`, with the names.
  static func all(in body: String) -> [(name: String, line: Range<String.Index>)] {
    let (open, close) = (Array("{{insert:".utf8), Array("}}".utf8))
    // Most pages have none.
    guard body.containsByte(UInt8(ascii: "{")) else { return [] }
    var inserts: [(name: String, line: Range<String.Index>)] = []
    var start = body.startIndex
    while start < body.endIndex {
      let end = body.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? body.endIndex
      let line = body.utf8[start..<end]
      if line.starts(with: open), line.suffix(2).elementsEqual(close) {
        inserts.append((String(body[start..<end].dropFirst(open.count).dropLast(close.count)), start..<end))
      }
      start = end < body.endIndex ? body.utf8.index(after: end) : end
    }
    return inserts
  }
}
