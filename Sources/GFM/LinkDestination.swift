/// A link target as Markdown source, in `<…>` if it is empty or contains a parenthesis.
///
/// Characters that a URL cannot contain are percent-encoded, as cmark would do itself; `%` stays only before two
/// hexadecimal digits. Letters beyond ASCII stay readable here, and cmark encodes them.
func linkDestination(_ target: String) -> String {
  if !target.isEmpty, !target.containsByte(where: { !isPlainInURL($0) }) { return target }
  var out = String.UnicodeScalarView()
  let scalars = Array(target.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    switch scalar {
    case "%" where !isPercentEscape(scalars[index...]): out.append(contentsOf: "%25".unicodeScalars)
    case "&": out.append(contentsOf: "&amp;".unicodeScalars)
    case _ where isForbiddenInURL(scalar): out.append(contentsOf: percentEncoded(scalar).unicodeScalars)
    default: out.append(scalar)
    }
  }
  let needsBrackets = out.isEmpty || out.contains { $0 == "(" || $0 == ")" }
  return needsBrackets ? "<\(String(out))>" : String(out)
}

/// Whether a byte needs no encoding in any target: letters, digits and the marks of ordinary paths.
private func isPlainInURL(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x61...0x7A, 0x41...0x5A, 0x2D...0x3A, 0x23, 0x5F: true  // a-z A-Z - . / 0-9 : # _
  default: false
  }
}

private func isPercentEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
  let digits = scalars.dropFirst().prefix(2)
  return digits.count == 2 && digits.allSatisfy { $0.isASCII && $0.properties.isHexDigit }
}

private func isForbiddenInURL(_ scalar: Unicode.Scalar) -> Bool {
  let isControlOrSpace = scalar.value <= 0x20 || scalar.value == 0x7F
  let isSpaceBeyondASCII = !scalar.isASCII && scalar.properties.isWhitespace
  return isControlOrSpace || isSpaceBeyondASCII || "\"<>[\\]^`{|}".unicodeScalars.contains(scalar)
}

private func percentEncoded(_ scalar: Unicode.Scalar) -> String {
  String(scalar).utf8.map { byte in
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.count == 1 ? "0" : "") + digits
  }.joined()
}
