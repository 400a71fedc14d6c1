/// Escapes plain text, so that cmark shows exactly these characters.
///
/// It works on bytes: everything that needs escaping is ASCII, except the byte order mark.
struct TextEscaper {
  private var out: [UInt8] = []
  private let separatesMail: Bool
  /// The byte written before this text: 0 at the start, any non-ASCII byte for a non-ASCII character.
  private let before: UInt8

  /// - Parameters:
  ///   - before: the character before the text.
  ///   - separatesMail: whether an address such as `a@b.vn` would otherwise become a link. cmark-gfm looks for
  ///     addresses after it resolves escapes, so only a separator helps.
  static func escape(_ text: String, after before: Unicode.Scalar?, separatesMail: Bool) -> String {
    let before = before.map { $0.isASCII ? UInt8($0.value) : 0xFF } ?? 0
    var text = text
    let escaped: String? = text.withUTF8 { bytes in
      if isPlain(bytes, after: before) { return nil }
      var escaper = TextEscaper(before: before, separatesMail: separatesMail)
      escaper.write(bytes)
      return String(decoding: escaper.out, as: UTF8.self)
    }
    return escaped ?? text
  }

  /// Whether nothing in the text can need escaping, as in most texts. Examines single bytes only.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, after before: UInt8) -> Bool {
    var previous = before
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "~"),
        UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "^"), UInt8(ascii: ":"), 0xEF:
        return false
      case UInt8(ascii: "."):
        if previous == UInt8(ascii: "w") || previous == UInt8(ascii: "W") { return false }
      case UInt8(ascii: "("): if previous == UInt8(ascii: "]") { return false }
      case UInt8(ascii: "/"): if previous == UInt8(ascii: ":") { return false }
      default: break
      }
      previous = byte
    }
    return true
  }

  private init(before: UInt8, separatesMail: Bool) {
    self.before = before
    self.separatesMail = separatesMail
  }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    out.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if rest[index] == 0xEF, rest.starts(with: Self.byteOrderMark) {
        // At the start of a document cmark drops it.
        out += "&#65279;".utf8
        index += Self.byteOrderMark.count
      } else {
        write(rest[index], rest: bytes[(index + 1)...])
        index += 1
      }
    }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private mutating func write(_ byte: UInt8, rest: Slice<UnsafeBufferPointer<UInt8>>) {
    let previous = out.last ?? before
    if byte == UInt8(ascii: "@"), separatesMail, isMailNameCharacter(previous) {
      out += markdownSeparator.utf8
    } else if byte == UInt8(ascii: "&"), startsEntity(rest) {
      // In titles cmark resolves entities before backslashes, so `\&` would not work.
      out += "&amp;".utf8
      return
    } else if needsBackslash(byte, previous: previous, next: rest.first) {
      out.append(UInt8(ascii: "\\"))
    }
    out.append(byte)
  }

  private func needsBackslash(_ byte: UInt8, previous: UInt8, next: UInt8?) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    case UInt8(ascii: "!"): next == UInt8(ascii: "[")
    // `https://`, and a reference `[x]:`
    case UInt8(ascii: ":"): next == UInt8(ascii: "/") || previous == UInt8(ascii: "]")
    case UInt8(ascii: "."): previous == UInt8(ascii: "w") || previous == UInt8(ascii: "W")  // `www.`
    case UInt8(ascii: "("): previous == UInt8(ascii: "]")  // a link target
    case UInt8(ascii: "/"): out.isEmpty && before == UInt8(ascii: ":")
    // `![^` is a footnote mark to cmark-gfm, not an image
    case UInt8(ascii: "^"): previous == UInt8(ascii: "[")
    default: false
    }
  }

  /// At the end of the text, the next character is not known.
  private func startsEntity(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let next = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first else { return true }
    return next == "#" || isLetterOrDigit(next)
  }

  private func isMailNameCharacter(_ byte: UInt8) -> Bool {
    byte < 0x80
      && (isLetterOrDigit(Unicode.Scalar(byte)) || ".+-_".utf8.contains(byte))
  }
}

/// Authored Markdown for a cell: each `|` without a backslash gets one.
func escapingPipes(_ source: String) -> String {
  guard source.containsByte(UInt8(ascii: "|")) else { return source }
  var out = String.UnicodeScalarView()
  for scalar in source.unicodeScalars {
    if scalar == "|" && out.last != "\\" { out.append("\\") }
    out.append(scalar)
  }
  return String(out)
}

/// The text with a backslash before each occurrence of an ASCII character.
func backslashing(_ escaped: UInt8, in text: String) -> String {
  if !text.containsByte(escaped) { return text }
  var out: [UInt8] = []
  for byte in text.utf8 {
    if byte == escaped { out.append(UInt8(ascii: "\\")) }
    out.append(byte)
  }
  return String(decoding: out, as: UTF8.self)
}

/// The first and the last character as entities if they are white space, which cmark would drop at the ends of a
/// block, and which prevents `*` from opening or closing.
func encodingOuterSpaces(_ source: String) -> String {
  var scalars = source.unicodeScalars
  guard scalars.first.map(isWhitespace) == true || scalars.last.map(isWhitespace) == true else {
    return source
  }
  if let last = scalars.last, isWhitespace(last) {
    scalars.removeLast()
    scalars.append(contentsOf: "&#\(last.value);".unicodeScalars)
  }
  if let first = scalars.first, isWhitespace(first) {
    scalars.removeFirst()
    scalars.insert(contentsOf: "&#\(first.value);".unicodeScalars, at: scalars.startIndex)
  }
  return String(scalars)
}

/// A code span; nil when the text has runs of backticks of every length that cmark takes for a fence. A space that cmark
/// removes again protects a backtick or a pair of spaces at the ends.
func codeSpan(_ code: String) -> String? {
  let (tick, space) = (UInt8(ascii: "`"), UInt8(ascii: " "))
  let isPlain = code.utf8.last != space && !code.containsByte(tick)
  if isPlain { return "`" + code + "`" }
  guard let fence = backtickFence(for: code) else { return nil }
  let (first, last) = (code.utf8.first, code.utf8.last)
  let touches = first == tick || last == tick
  let losesSpaces = first == space && last == space && code.containsByte(where: { $0 != space })
  let padding = touches || losesSpaces ? " " : ""
  return fence + padding + code + padding + fence
}

/// The longest fence that cmark recognises.
private let longestFence = 80

/// A run of backticks that does not occur in the text: longer than all, or else the shortest; nil when none is short
/// enough.
private func backtickFence(for text: String) -> String? {
  var lengths: Set<Int> = []
  var run = 0
  for byte in text.utf8 {
    if byte == UInt8(ascii: "`") {
      run += 1
    } else if run > 0 {
      lengths.insert(run)
      run = 0
    }
  }
  lengths.insert(run)
  let longest = lengths.max() ?? 0
  let length = longest < longestFence ? longest + 1 : (1...longestFence).first { !lengths.contains($0) }
  return length.map { String(repeating: "`", count: $0) }
}

func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9": true
  case _ where scalar.isASCII: false
  default: scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
  }
}

private func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x20: true
  // A shortcut: most text ends in letters, and these ranges have no white space.
  case 0..<0x80, 0xA1..<0x1680, 0x1700..<0x2000: false
  default: scalar.properties.isWhitespace
  }
}

func isASCIIPunctuation(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F && !isLetterOrDigit(scalar)
}
