/// Escapes plain text, so that cmark shows exactly these characters.
struct TextEscaper {
  private var out = String.UnicodeScalarView()
  private let separatesMail: Bool
  /// The character written before this text, or nil at the start.
  private let before: Unicode.Scalar?

  /// - Parameters:
  ///   - before: the last character in front of the text.
  ///   - separatesMail: whether an address such as `a@b.vn` would otherwise become a link. cmark-gfm looks
  ///     for addresses after escapes are resolved, so that only a separator helps.
  static func escape(_ text: String, after before: Unicode.Scalar?, separatesMail: Bool) -> String {
    if isPlain(text, after: before) { return text }
    var escaper = TextEscaper(before: before, separatesMail: separatesMail)
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      escaper.write(scalar, next: next)
    }
    return String(escaper.out)
  }

  /// Whether nothing in the text can need escaping, told from its bytes alone: most texts are such.
  private static func isPlain(_ text: String, after before: Unicode.Scalar?) -> Bool {
    var previous = before.flatMap { UInt8(exactly: $0.value) } ?? 0
    for byte in text.utf8 {
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

  private init(before: Unicode.Scalar?, separatesMail: Bool) {
    self.before = before
    self.separatesMail = separatesMail
  }

  private mutating func write(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) {
    let previous = out.last ?? before
    if scalar == "@", separatesMail, let previous, isMailNameCharacter(previous) {
      out.append(contentsOf: markdownSeparator.unicodeScalars)
    } else if scalar == "\u{FEFF}" {
      // At the start of a document cmark drops it as a byte order mark.
      return out.append(contentsOf: "&#65279;".unicodeScalars)
    } else if scalar == "&", startsEntity(next) {
      // In titles cmark resolves entities before backslashes, so `\&` would not do.
      return out.append(contentsOf: "&amp;".unicodeScalars)
    } else if needsBackslash(scalar, previous: previous, next: next) {
      out.append("\\")
    }
    out.append(scalar)
  }

  private func needsBackslash(
    _ scalar: Unicode.Scalar, previous: Unicode.Scalar?, next: Unicode.Scalar?
  ) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~": true
    case "!": next == "["
    case ":": next == "/" || previous == "]"  // `https://`, and a reference `[x]:`
    case ".": previous == "w" || previous == "W"  // `www.`
    case "(": previous == "]"  // a link target
    case "/": out.isEmpty && before == ":"
    case "^": previous == "["  // `![^` is no image to cmark-gfm, but a footnote mark
    default: false
    }
  }

  /// At the end of the text, what follows is not known.
  private func startsEntity(_ next: Unicode.Scalar?) -> Bool {
    next.map { $0 == "#" || isLetterOrDigit($0) } ?? true
  }

  private func isMailNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (isLetterOrDigit(scalar) || ".+-_".unicodeScalars.contains(scalar))
  }
}

/// Authored Markdown for a cell: each `|` that has no backslash yet gets one.
func escapingPipes(_ source: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in source.unicodeScalars {
    if scalar == "|" && out.last != "\\" { out.append("\\") }
    out.append(scalar)
  }
  return String(out)
}

/// The text with a backslash before each of these characters.
func backslashing(_ escaped: Unicode.Scalar, in text: String) -> String {
  if !text.unicodeScalars.contains(escaped) { return text }
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == escaped { out.append("\\") }
    out.append(scalar)
  }
  return String(out)
}

/// The first and the last character as entities if they are white space, which cmark would drop at the
/// ends of a block and which keeps `*` from opening or closing.
func encodingOuterSpaces(_ source: String) -> String {
  var scalars = source.unicodeScalars
  let ends = [scalars.first, scalars.last].compactMap { $0 }
  if !ends.contains(where: \.properties.isWhitespace) { return source }
  if let last = scalars.last, last.properties.isWhitespace {
    scalars.removeLast()
    scalars.append(contentsOf: "&#\(last.value);".unicodeScalars)
  }
  if let first = scalars.first, first.properties.isWhitespace {
    scalars.removeFirst()
    scalars.insert(contentsOf: "&#\(first.value);".unicodeScalars, at: scalars.startIndex)
  }
  return String(scalars)
}

/// A code span: the fence is longer than any run of backticks inside, and a space that cmark takes off
/// again protects a backtick or a pair of spaces at the ends.
func codeSpan(_ code: String) -> String {
  let fence = backtickFence(for: code, atLeast: 1)
  let scalars = code.unicodeScalars
  let touches = scalars.first == "`" || scalars.last == "`"
  let losesSpaces = scalars.first == " " && scalars.last == " " && scalars.contains { $0 != " " }
  let padding = touches || losesSpaces ? " " : ""
  return fence + padding + code + padding + fence
}

/// A run of backticks that does not occur in the text.
func backtickFence(for text: String, atLeast minimum: Int) -> String {
  var longest = 0
  var run = 0
  for scalar in text.unicodeScalars {
    run = scalar == "`" ? run + 1 : 0
    longest = max(longest, run)
  }
  return String(repeating: "`", count: max(minimum, longest + 1))
}

func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
}

func isASCIIPunctuation(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F && !isLetterOrDigit(scalar)
}
