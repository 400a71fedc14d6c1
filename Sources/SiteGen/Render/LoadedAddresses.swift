internal import Foundation
internal import Text

/// The addresses elsewhere that a browser loads by itself when it shows a layout: pictures, style sheets, scripts,
/// frames. What a script asks for later is not among them. Placeholders of the layout are texts of the site's own.
///
/// Layouts and texts come from people who are trusted, so this finds mistakes, not disguises.
struct LoadedAddresses {
  /// As written, entities decoded.
  private(set) var elsewhere: Set<String> = []
  private let html: UnsafeRawBufferPointer

  static func elsewhere(inPage html: Data) -> Set<String> {
    html.withUnsafeBytes { bytes in
      var reader = LoadedAddresses(html: bytes)
      reader.readTags()
      return reader.elsewhere
    }
  }

  static func elsewhere(inStyleSheet text: String) -> Set<String> {
    Set(addresses(in: text).filter { leads(elsewhere: $0) })
  }

  /// Whether an address leads out of the site. Browsers take `\` for `/`, and pass over line ends and tabs.
  static func leads(elsewhere address: String) -> Bool {
    let characters = address.unicodeScalars.filter { $0.value > 0x20 }.map { $0 == "\\" ? "/" : $0 }
    if characters.starts(with: "//".unicodeScalars) { return true }
    let scheme = characters.prefix { $0 != ":" }
    guard scheme.count < characters.count, !scheme.isEmpty, scheme.allSatisfy(isOfScheme) else {
      return false
    }
    return !["data", "about", "blob"].contains(
      String(String.UnicodeScalarView(scheme)).lowercased())
  }

  private init(html: UnsafeRawBufferPointer) { self.html = html }

  private static func isOfScheme(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "+", "-", ".": true
    default: false
    }
  }

  // MARK: Tags

  private mutating func readTags() {
    var position = 0
    while let open = index(of: UInt8(ascii: "<"), from: position) {
      position = open + 1
      if starts(at: position, with: "!--") {
        position = index(of: "-->", from: position + 3) ?? html.count
      } else if position < html.count, Self.isLetter(html[position]) {
        readTag(&position)
      }
    }
  }

  /// - Parameter position: the first letter of the name; advanced to the end of the tag, and of what it holds if that
  ///   has no tags.
  private mutating func readTag(_ position: inout Int) {
    let name = readName(&position)
    var values: [(name: String, value: String)] = []
    while position < html.count {
      let byte = html[position]
      if byte == UInt8(ascii: ">") { break }
      guard byte > 0x20, byte != UInt8(ascii: "/") else {
        position += 1
        continue
      }
      let attribute = readName(&position)
      let value = readValue(&position)
      guard Self.mayLoad(attribute, of: name) else { continue }
      values.append((attribute, MarkupText.decoded(String(decoding: html[value], as: UTF8.self))))
    }
    if !values.isEmpty { note(name, Dictionary(values, uniquingKeysWith: { first, _ in first })) }
    guard name == "style" || name == "script" else { return }
    let end = index(of: name == "style" ? "</style" : "</script", from: position) ?? html.count
    if name == "style" {
      let text = String(decoding: html[min(position + 1, end)..<end], as: UTF8.self)
      elsewhere.formUnion(Self.elsewhere(inStyleSheet: text))
    }
    position = end
  }

  private mutating func readName(_ position: inout Int) -> String {
    let start = position
    // An equals sign at the start belongs to the name.
    position += 1
    while position < html.count {
      let byte = html[position]
      if byte <= 0x20 || [UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "=")].contains(byte) { break }
      position += 1
    }
    return String(decoding: html[start..<min(position, html.count)], as: UTF8.self).lowercased()
  }

  /// The place of a value, in quotes or not; empty for an attribute without one.
  private func readValue(_ position: inout Int) -> Range<Int> {
    func skipBlanks(_ place: inout Int) { while place < html.count, html[place] <= 0x20 { place += 1 } }
    var place = position
    skipBlanks(&place)
    guard place < html.count, html[place] == UInt8(ascii: "=") else { return position..<position }
    place += 1
    skipBlanks(&place)
    guard place < html.count else {
      position = place
      return place..<place
    }
    let quote = html[place]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = index(of: quote, from: place + 1) ?? html.count
      position = min(end + 1, html.count)
      return (place + 1)..<end
    }
    let start = place
    while place < html.count, html[place] > 0x20, html[place] != UInt8(ascii: ">") { place += 1 }
    position = place
    return start..<place
  }

  // MARK: What is loaded

  /// Whether an attribute has an address to load, or says whether another is one.
  private static func mayLoad(_ attribute: String, of tag: String) -> Bool {
    switch attribute {
    case "src", "srcset", "imagesrcset", "poster", "background", "style": true
    case "href", "xlink:href": tag != "a" && tag != "area"
    case "data": tag == "object"
    case "rel": tag == "link"
    case "http-equiv", "content": tag == "meta"
    default: false
    }
  }

  private mutating func note(_ tag: String, _ values: [String: String]) {
    for (name, value) in values {
      switch name {
      case "srcset", "imagesrcset":
        // Between the addresses stand commas and widths, which lead nowhere.
        note(value.split { $0 == "," || $0.isWhitespace }.map(String.init))
      case "style": note(Self.addresses(in: value))
      case "href" where tag == "link": if Self.isLoaded(relation: values["rel"] ?? "") { note([value]) }
      case "content":
        guard values["http-equiv"]?.lowercased() == "refresh",
          let start = value.lowercased().range(of: "url=")
        else { continue }
        note([String(value[start.upperBound...].drop { $0 == "'" || $0 == "\"" })])
      case "rel", "http-equiv": break
      default: note([value])
      }
    }
  }

  private mutating func note(_ addresses: [String]) {
    elsewhere.formUnion(addresses.filter { Self.leads(elsewhere: $0) })
  }

  /// Whether a browser follows a `<link>` by itself.
  private static func isLoaded(relation: String) -> Bool {
    let only: Set = [
      "alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search",
    ]
    return !relation.lowercased().split(whereSeparator: \.isWhitespace).map(String.init).allSatisfy(
      only.contains)
  }

  /// The addresses in `url(…)` and `@import`.
  private static func addresses(in style: String) -> [String] {
    ["url(", "@import"].flatMap { word in
      style.ranges(of: word, options: .caseInsensitive).compactMap { range -> String? in
        let rest = style[range.upperBound...].drop(while: \.isWhitespace)
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
          // `@import url(…)` is found as `url(`.
          return word == "url(" ? String(rest.prefix { $0 != ")" && !$0.isWhitespace }) : nil
        }
        return String(rest.dropFirst().prefix { $0 != quote })
      }
    }
  }

  // MARK: Bytes

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: false
    }
  }

  private func index(of byte: UInt8, from start: Int) -> Int? {
    guard start < html.count, let base = html.baseAddress,
      let found = memchr(base + start, Int32(byte), html.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  private func index(of text: StaticString, from start: Int) -> Int? {
    var position = start
    while let place = index(of: text.utf8Start[0], from: position) {
      if starts(at: place, with: text) { return place }
      position = place + 1
    }
    return nil
  }

  private func starts(at place: Int, with text: StaticString) -> Bool {
    guard html.count - place >= text.utf8CodeUnitCount, let base = html.baseAddress else { return false }
    return memcmp(base + place, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}

extension String {
  fileprivate func ranges(of text: String, options: CompareOptions) -> [Range<Index>] {
    var found: [Range<Index>] = []
    while let range = range(
      of: text, options: options, range: (found.last?.upperBound ?? startIndex)..<endIndex)
    {
      found.append(range)
    }
    return found
  }
}
