/// A start tag as cmark-gfm writes it: a name, then attributes in double quotes.
struct HTMLTag {
  let name: String
  private(set) var attributes: [(name: String, value: String)]

  /// Parses the text between `<` and `>`; values keep their entities.
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
      // Attributes without a value, which precede the next name, get an empty one.
      let names = Substring(key).split(separator: " ").map(String.init)
      attributes += names.dropLast().map { ($0, "") }
      if let last = names.last { attributes.append((last, String(Substring(afterQuote[..<end])))) }
      rest = afterQuote[afterQuote.index(after: end)...]
    }
  }

  /// The value of an attribute; nil when there is none. Setting nil removes it.
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
