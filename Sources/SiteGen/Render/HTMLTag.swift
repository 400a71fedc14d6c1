/// A start tag as cmark-gfm writes it: a name and attributes in double quotes.
struct HTMLTag {
  let name: String
  private(set) var attributes: [(name: String, value: String)]

  /// Reads the text between `<` and `>`; the values keep their entities.
  init(_ source: Substring) {
    let bytes = source.utf8
    let head = bytes.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }
    name = String(Substring(head))
    attributes = []
    var rest = bytes[head.endIndex...]
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let key = rest[..<equals].drop { $0 == UInt8(ascii: " ") }
      let afterQuote = rest[rest.index(after: equals)...].dropFirst()
      guard let end = afterQuote.firstIndex(of: UInt8(ascii: "\"")) else { break }
      // Attributes without a value, which stand before the next name, get an empty one.
      let names = Substring(key).split(separator: " ").map(String.init)
      attributes += names.dropLast().map { ($0, "") }
      if let last = names.last { attributes.append((last, String(Substring(afterQuote[..<end])))) }
      rest = afterQuote[afterQuote.index(after: end)...]
    }
  }

  /// The value of an attribute, nil when it is not there. Setting nil removes it.
  subscript(attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      let index = attributes.firstIndex { $0.name == attribute }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append((attribute, value))
      case (nil, nil): break
      }
    }
  }

  /// The tag with its attributes in order.
  var text: String {
    let list = attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
    return "<\(name)\(list)>"
  }
}

/// The few entities that cmark-gfm writes.
enum HTMLText {
  /// The text that the entities stand for.
  static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      let known = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
      if let (entity, character) = known.first(where: { rest.hasPrefix($0.0) }) {
        result += character
        rest = rest.dropFirst(entity.count)
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  /// Text made safe for an element or an attribute in double quotes.
  static func escaped(_ text: String) -> String {
    if !text.utf8.contains(where: isSpecial) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 { escape(byte, into: &result) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Adds text made safe for an element or an attribute in quotes of any kind.
  static func escape(_ text: String, into output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      for index in bytes.indices where mayBeSpecial(bytes[index]) {
        let byte = bytes[index]
        guard isSpecial(byte) || byte == UInt8(ascii: "'") else { continue }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written..<index]))
        if byte == UInt8(ascii: "'") { output += "&#39;".utf8 } else { escape(byte, into: &output) }
        written = index + 1
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written...]))
    }
  }

  /// No letter is; asked first, as most are letters.
  @inline(__always)
  private static func mayBeSpecial(_ byte: UInt8) -> Bool { byte < 0x3F }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22
  }

  private static func escape(_ byte: UInt8, into output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): output += "&amp;".utf8
    case UInt8(ascii: "<"): output += "&lt;".utf8
    case UInt8(ascii: ">"): output += "&gt;".utf8
    case UInt8(ascii: "\""): output += "&quot;".utf8
    default: output.append(byte)
    }
  }
}
