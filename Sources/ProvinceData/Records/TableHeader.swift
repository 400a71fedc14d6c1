internal import Text

/// Holds the first line of a table against the columns that it must name.
struct TableHeader {
  /// The names of the columns, in order.
  let expected: [String]

  /// One cell of the first line.
  typealias Cell = (text: String, position: Position)

  /// The one cause for which the rows cannot be read; nil when they can.
  ///
  /// - Parameters:
  ///   - cells: of the first line, as its separator divides them.
  ///   - separator: a comma, or the character used instead.
  func fault(_ cells: [Cell], _ separator: UInt8, of text: String) -> (rule: Rule, position: Position)? {
    let isPlain = separator == UInt8(ascii: ",")
    if isPlain, normal(cells) == expected { return nil }
    if text.prefix(4).lowercased() == "sep=" {
      return (.csvSeparatorLine(String(text.prefix { !$0.isNewline }.prefix(8))), .start)
    }
    let line = line(of: text)
    if let line, line > 1 { return (.csvHeaderBelow(line: line), .start) }
    guard isPlain else { return (.csvSeparator(found: String(Unicode.Scalar(separator))), .start) }
    return line == nil ? strange(cells) : different(cells)
  }

  /// A column whose name is not written as it must be, though it is clear which one is meant; nil when there is none.
  func variant(in cells: [Cell]) -> (rule: Rule, position: Position)? {
    // Hidden characters have findings of their own.
    let different = zip(cells, expected).first { $0.text != $1 && !HiddenCharacter.isIn($0.text) }
    guard let (cell, name) = different else { return nil }
    return (.csvHeaderVariant(found: cell.text.shown(), expected: name), cell.position)
  }

  /// None of the names is known, or few: the line is something else, or in another language.
  private func strange(_ cells: [Cell]) -> (rule: Rule, position: Position) {
    let isFigures = cells.contains { !$0.text.isEmpty && $0.text.utf8.allSatisfy { (48...57).contains($0) } }
    return (.csvHeaderNone(expected: expected, isFigures: isFigures), .start)
  }

  private func different(_ cells: [Cell]) -> (rule: Rule, position: Position) {
    let names = normal(cells)
    let missing = expected.filter { !names.contains($0) }
    var seen: Set<String> = []
    let unknown = zip(names, cells).filter { name, _ in
      !expected.contains(name) || !seen.insert(name).inserted
    }
    .map(\.1)
    if let first = unknown.first {
      let rule = Rule.csvHeaderUnknown(
        columns: unknown.map { $0.text.shown() }, missing: missing,
        nearest: unknown.count == 1 ? NearestWord.find(first.text, in: missing) : nil)
      return (rule, first.position)
    }
    guard missing.isEmpty else { return (.csvHeaderMissing(columns: missing), .start) }
    let (cell, name) =
      zip(cells, expected).first { normal($0.text) != $1 } ?? (("", .start), expected.first ?? "")
    return (.csvHeaderOrder(expected: name), cell.position)
  }

  /// The first line that names at least half of the columns, with any separator; nil when none of the first does.
  private func line(of text: String) -> Int? {
    var (number, found) = (0, nil as Int?)
    let separators = ",;\t".utf8
    TextLines.forEach(of: String(text.prefix(1 << 14))) { line in
      number += 1
      guard found == nil, number <= 30 else { return }
      let isHeader = separators.contains { separator in
        let names = Set(
          line.split(separator: separator).map { normal(String(decoding: $0, as: UTF8.self)) })
        return expected.count { names.contains($0) } * 2 >= expected.count
      }
      if isHeader { found = number }
    }
    return found
  }

  private func normal(_ cells: [Cell]) -> [String] { cells.map { normal($0.text) } }

  /// The name in lower case, without quotation marks, blanks at its ends, and characters that are not seen.
  private func normal(_ name: String) -> String {
    guard !expected.contains(name) else { return name }
    let seen = name.unicodeScalars.filter { $0 != "\u{AD}" && $0 != "\"" && HiddenCharacter($0) == nil }
    let trimmed = String(String.UnicodeScalarView(seen)).drop(while: \.isWhitespace).reversed()
      .drop(while: \.isWhitespace).reversed()
    return String(trimmed).lowercased()
  }
}
