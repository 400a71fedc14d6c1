/// One line of inline Markdown that starts no list, heading, quotation, rule or fence and defines
/// no reference.
func guardingLineStart(_ source: String) -> String {
  guard let first = source.unicodeScalars.first else { return "" }
  guard "#>=-+*_~`[0123456789".unicodeScalars.contains(first) else { return source }
  let scalars = Array(source.unicodeScalars)
  let second = scalars.count > 1 ? scalars[1] : nil
  switch first {
  case "#", ">", "=": return "\\" + source
  case "-", "+": return second.map(isLetterOrDigit) == true ? source : "\\" + source
  case "*", "_":
    let isRule = scalars.allSatisfy { $0 == first || $0 == " " || $0 == "\t" }
    return isRule || second == " " || second == "\t" ? "\\" + source : source
  case "~", "`": return opensFence(scalars, of: first) ? "\\" + source : source
  case "0"..."9": return guardingNumber(scalars)
  case "[": return guardingDefinition(scalars)
  default: return source
  }
}

/// A heading whose last `#` is shown instead of being taken as the closing row of the heading.
func guardingHeadingEnd(_ source: String) -> String {
  let scalars = source.unicodeScalars
  guard scalars.last == "#" else { return source }
  let body = scalars.dropLast()
  let backslashes = body.reversed().prefix { $0 == "\\" }.count
  return backslashes.isMultiple(of: 2) ? string(body) + "\\#" : source
}

/// A fence of backticks has no other backtick on its line.
private func opensFence(_ scalars: [Unicode.Scalar], of fence: Unicode.Scalar) -> Bool {
  let length = scalars.prefix { $0 == fence }.count
  return length >= 3 && (fence == "~" || !scalars[length...].contains(fence))
}

/// `2024. x` and `3) x` would start a numbered list.
private func guardingNumber(_ scalars: [Unicode.Scalar]) -> String {
  let digits = scalars.prefix { ("0"..."9").contains($0) }.count
  let source = string(scalars)
  guard digits <= 9, digits < scalars.count, scalars[digits] == "." || scalars[digits] == ")" else {
    return source
  }
  let isMarker = digits + 1 == scalars.count || scalars[digits + 1] == " " || scalars[digits + 1] == "\t"
  return isMarker ? string(scalars[..<digits]) + "\\" + string(scalars[digits...]) : source
}

/// A reference definition (`[x]: …`) would not be shown at all. Its label holds no other `[`, so one in a
/// comment prevents it; a backslash at the `]` would show if that stands in code.
private func guardingDefinition(_ scalars: [Unicode.Scalar]) -> String {
  var index = 1
  while index < scalars.count, scalars[index] != "]" { index += scalars[index] == "\\" ? 2 : 1 }
  guard index + 1 < scalars.count, scalars[index + 1] == ":" else { return string(scalars) }
  return "[" + markdownBracketSeparator + string(scalars[1...])
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}
