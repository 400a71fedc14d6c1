/// Escapes one line of inline Markdown so that it starts no list, heading, quotation, rule or fence and defines no
/// reference.
func guardingLineStart(_ source: String) -> String {
  guard let first = source.utf8.first else { return "" }
  switch first {
  case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="): return "\\" + source
  case UInt8(ascii: "-"), UInt8(ascii: "+"):
    return source.unicodeScalars.dropFirst().first.map(isLetterOrDigit) == true ? source : "\\" + source
  case UInt8(ascii: "*"), UInt8(ascii: "_"): return startsListOrRule(source, first) ? "\\" + source : source
  case UInt8(ascii: "~"), UInt8(ascii: "`"): return opensFence(source, of: first) ? "\\" + source : source
  case UInt8(ascii: "0")...UInt8(ascii: "9"): return guardingNumber(source)
  case UInt8(ascii: "["): return guardingDefinition(source)
  default: return source
  }
}

/// Escapes the last `#` of a heading, so that it is shown instead of closing the heading.
func guardingHeadingEnd(_ source: String) -> String {
  let scalars = source.unicodeScalars
  guard scalars.last == "#" else { return source }
  let body = scalars.dropLast()
  let backslashes = body.reversed().prefix { $0 == "\\" }.count
  return backslashes.isMultiple(of: 2) ? string(body) + "\\#" : source
}

/// A rule consists of the same mark; a list item starts with the mark and a blank.
private func startsListOrRule(_ source: String, _ mark: UInt8) -> Bool {
  let rest = source.utf8.dropFirst()
  let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
  return rest.first.map(isBlank) == true || rest.allSatisfy { $0 == mark || isBlank($0) }
}

/// A fence of backticks has no other backtick on its line.
private func opensFence(_ source: String, of fence: UInt8) -> Bool {
  let rest = source.utf8.drop { $0 == fence }
  let length = source.utf8.count - rest.count
  return length >= 3 && (fence == UInt8(ascii: "~") || !rest.contains(fence))
}

/// `2024. x` and `3) x` would start a numbered list.
private func guardingNumber(_ source: String) -> String {
  let rest = source.utf8.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  guard source.utf8.count - rest.count <= 9, let mark = rest.first,
    mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
  else { return source }
  let next = rest.dropFirst().first
  guard next == nil || next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") else { return source }
  return source[..<rest.startIndex] + "\\" + source[rest.startIndex...]
}

/// A reference definition (`[x]: …`) would not be shown at all. Its label cannot contain another `[`, so one in a
/// comment prevents it. A backslash before the `]` would show inside code.
private func guardingDefinition(_ source: String) -> String {
  var rest = source.utf8.dropFirst()
  while let byte = rest.first, byte != UInt8(ascii: "]") {
    rest = rest.dropFirst(byte == UInt8(ascii: "\\") ? 2 : 1)
  }
  guard rest.dropFirst().first == UInt8(ascii: ":") else { return source }
  return "[" + markdownBracketSeparator + String(source.unicodeScalars.dropFirst())
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}
