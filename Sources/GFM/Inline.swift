/// One part of inline Markdown. Its strings contain no line break and no U+0000.
indirect enum Inline: Hashable, Sendable {
  case text(String)
  case authored(String)
  case code(String)
  case strong([Inline])
  case emphasis([Inline])
  case link([Inline], target: String, title: String?)
  /// A passage in the language with this code.
  case passage([Inline], language: String)
  case image(alt: String, path: String, title: String?)
}

extension Inline {
  /// Whether it is authored Markdown.
  fileprivate var isAuthored: Bool {
    if case .authored = self { true } else { false }
  }

  /// Whether it certainly gives output. False also when only rendering can tell.
  var isCertainlyVisible: Bool {
    switch self {
    case .text(let text), .authored(let text):
      text.utf8.contains { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    case .code(let code): !code.isEmpty
    case .link, .image: true
    case .strong, .emphasis, .passage: false
    }
  }

  /// Whether it certainly gives no output.
  fileprivate var isNothing: Bool {
    switch self {
    case .text(""), .authored(""), .code(""): true
    default: false
    }
  }

  /// Whether this part and the next must be merged.
  fileprivate func joins(_ next: Inline) -> Bool {
    switch (self, next) {
    case (.text, .text), (.authored, .authored): true
    default: false
    }
  }
}

/// The place where inline Markdown is inserted.
enum InlinePlace {
  /// At the start of a line: a paragraph or list item.
  case paragraph
  /// After the `#` of a heading.
  case heading
  /// Between the `|` of a table row.
  case cell
}

extension [Inline] {
  /// The Markdown of these parts, escaped for that place, without a line break.
  func source(for place: InlinePlace) -> String {
    if place == .cell, count == 1, case .text(let text)? = first {
      return encodingOuterSpaces(TextEscaper.escape(text, after: nil, separatesMail: true))
    }
    var writer = InlineWriter(inCell: place == .cell)
    writer.write(merged)
    // Outer spaces from data are kept; authored ones are trimmed.
    let source = encodingOuterSpaces(trimmingAuthoredSpaces(writer.source))
    switch place {
    case .paragraph: return guardingLineStart(source)
    case .heading: return guardingHeadingEnd(source)
    case .cell: return source
    }
  }

  /// The parts with neighbouring texts merged, because `https:` and `//` in two texts still form one link.
  var merged: [Inline] {
    let isMerged = indices.allSatisfy { index in
      !self[index].isNothing && (index == 0 || !self[index - 1].joins(self[index]))
    }
    return isMerged ? self : mergedParts
  }

  private var mergedParts: [Inline] {
    reduce(into: []) { result, part in
      switch (result.last, part) {
      case (_, .text("")), (_, .authored("")), (_, .code("")): break
      case (.text(let first), .text(let second)): result[result.count - 1] = .text(first + second)
      case (.authored(let first), .authored(let second)):
        result[result.count - 1] = .authored(first + second)
      default: result.append(part)
      }
    }
  }

  private var startsAuthored: Bool {
    if case .authored = merged.first { true } else { false }
  }

  private func trimmingAuthoredSpaces(_ source: String) -> String {
    let isBlank = { (byte: UInt8?) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    guard isBlank(source.utf8.first) || isBlank(source.utf8.last), contains(where: \.isAuthored) else {
      return source
    }
    var scalars = Substring(source).unicodeScalars
    if startsAuthored { scalars = scalars.drop(while: { $0 == " " || $0 == "\t" }) }
    if case .authored = merged.last {
      while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    }
    return String(scalars)
  }
}

/// The text with each run of line breaks as one space, and U+0000 as U+FFFD.
package func singleLine(_ text: String) -> String {
  if !mayHoldBreak(text) { return text }
  var result = String.UnicodeScalarView()
  var inBreak = false
  for scalar in text.unicodeScalars {
    let isBreak = isLineBreak(scalar)
    if !isBreak {
      result.append(scalar.value == 0 ? "\u{FFFD}" : scalar)
    } else if !inBreak {
      result.append(" ")
    }
    inBreak = isBreak
  }
  return String(result)
}

/// Whether the UTF-8 has bytes that only line breaks and U+0000 have; few texts do.
private func mayHoldBreak(_ text: String) -> Bool {
  text.utf8.withContiguousStorageIfAvailable { bytes in
    for (place, byte) in bytes.enumerated() where byte < 0x0E || byte == 0xC2 || byte == 0xE2 {
      switch byte {
      case 0x0A...0x0D, 0: return true
      case 0xC2 where bytes[place + 1] == 0x85: return true
      case 0xE2 where bytes[place + 1] == 0x80 && (bytes[place + 2] | 1) == 0xA9: return true
      default: continue
      }
    }
    return false
  } ?? true
}

private func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}
