internal import Text

/// Parses the notation of a ``Layout``.
struct LayoutReader<Name: LayoutName> {
  let source: [UInt8]
  private let names: [String: Name]
  let constants: [String: String]

  private var position = 0
  private var text: [UInt8] = []

  init(source: [UInt8], constants: [String: String]) {
    self.source = source
    names = Dictionary(Name.allCases.map { ("\($0)", $0) }, uniquingKeysWith: { first, _ in first })
    self.constants = constants
  }

  /// The text between braces, parsed.
  private enum Tag {
    case value(String, isEscaped: Bool)
    case open(String, isInverted: Bool)
    case close(String)
    case comment
  }

  private static var first: String { "first()" }
  private static var last: String { "last()" }

  mutating func read() throws(LayoutFault) -> [Layout<Name>.LayoutPart] { try parts(of: nil) }

  /// The parts up to the end of a section, or of the layout when nil.
  private mutating func parts(
    of section: (name: String, start: Int)?
  ) throws(LayoutFault) -> [Layout<Name>.LayoutPart] {
    var parts: [Layout<Name>.LayoutPart] = []
    func flush(_ reader: inout Self) {
      if !reader.text.isEmpty { parts.append(.text(reader.text)) }
      reader.text = []
    }
    while position < source.count {
      guard starts(with: "{{") else {
        text.append(source[position])
        position += 1
        continue
      }
      let start = position
      switch try tag() {
      case .comment: dropLine(from: start)
      case .value(let name, let isEscaped):
        if let constant = constants[name] {
          if isEscaped {
            MarkupText.escape(constant, apostrophes: true, into: &text)
          } else {
            text += constant.utf8
          }
        } else {
          flush(&self)
          parts.append(.value(try known(name, at: start), isEscaped: isEscaped))
        }
      case .open(let name, let isInverted):
        dropLine(from: start)
        flush(&self)
        let inner = try self.parts(of: (name, start))
        switch name {
        case Self.first where !isInverted: parts.append(.first(inner))
        case Self.last where !isInverted: parts.append(.last(inner))
        default: parts.append(.section(try known(name, at: start), inner, isInverted: isInverted))
        }
      case .close(let name):
        guard name == section?.name else { throw fault(.sectionNotOpen(name), at: start) }
        dropLine(from: start)
        flush(&self)
        return parts
      }
    }
    if let section { throw fault(.sectionUnclosed(section.name), at: section.start) }
    flush(&self)
    return parts
  }

  /// Parses the tag at the position and moves the position past it.
  private mutating func tag() throws(LayoutFault) -> Tag {
    let start = position
    let isRaw = starts(with: "{{{")
    let closing = isRaw ? "}}}" : "}}"
    position += closing.utf8.count
    let content = position
    while !starts(with: closing) {
      guard position < source.count else { throw fault(.tagUnclosed, at: start) }
      position += 1
    }
    let inner = String(decoding: source[content..<position], as: UTF8.self)
    position += closing.utf8.count
    func name(_ text: some StringProtocol) -> String { String(text.filter { $0 != " " }) }
    if isRaw { return .value(name(inner), isEscaped: false) }
    switch inner.first {
    case "#": return .open(name(inner.dropFirst()), isInverted: false)
    case "^": return .open(name(inner.dropFirst()), isInverted: true)
    case "/": return .close(name(inner.dropFirst()))
    case "!": return .comment
    default: return .value(name(inner), isEscaped: true)
    }
  }

  /// - Returns: nil for the value itself.
  private func known(_ name: String, at place: Int) throws(LayoutFault) -> Name? {
    if name == "." { return nil }
    guard let known = names[name] else { throw fault(.nameUnknown(name), at: place) }
    return known
  }

  /// A section or comment tag that is alone on its line removes the line.
  private mutating func dropLine(from start: Int) {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var lineStart = start
    while lineStart > 0, isBlank(source[lineStart - 1]) { lineStart -= 1 }
    guard lineStart == 0 || source[lineStart - 1] == UInt8(ascii: "\n") else { return }
    var lineEnd = position
    while lineEnd < source.count, isBlank(source[lineEnd]) { lineEnd += 1 }
    guard lineEnd == source.count || source[lineEnd] == UInt8(ascii: "\n") else { return }
    text.removeLast(min(start - lineStart, text.count))
    position = min(lineEnd + 1, source.count)
  }

  private func starts(with sign: String) -> Bool { source[position...].starts(with: sign.utf8) }

  private func fault(_ kind: LayoutFault.LayoutFaultKind, at place: Int) -> LayoutFault {
    LayoutFault(kind: kind, line: 1 + source[..<place].count { $0 == UInt8(ascii: "\n") })
  }
}
