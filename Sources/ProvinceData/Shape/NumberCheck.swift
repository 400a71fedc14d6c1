internal import Scoring
internal import Text

/// Why a text is no number of the data files.
enum NumberCheck {
  /// Nil when the text is a number.
  static func fault(of text: String) -> Rule? {
    guard PrintedDecimal(text) == nil else { return nil }
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let marks = unsigned.filter { $0 == "," || $0 == "." }
    let digits = unsigned.utf8.filter { (48...57).contains($0) }.count
    guard digits > 0, digits + marks.utf8.count == unsigned.utf8.count,
      unsigned.first.map(isDigit) == true, unsigned.last.map(isDigit) == true
    else { return .numberMalformed(value: text) }
    if marks == "," { return .numberDecimalComma(value: text) }
    guard marks.utf8.count <= 1, let whole = unsigned.split(separator: ".").first else {
      return .numberMalformed(value: text)
    }
    if marks == ".", unsigned.utf8.count - whole.utf8.count - 1 > 4 { return .numberTooPrecise(value: text) }
    let limit = ExactDecimal.maximumMagnitude
    return .numberOutOfRange(value: text, low: (-limit).description, high: limit.description)
  }

  private static func isDigit(_ character: Character) -> Bool { "0123456789".contains(character) }
}

/// Why a text is no date of the data files.
enum DateCheck {
  /// Nil when the text is a full or partial date.
  static func fault(of text: String) -> Rule? {
    guard PartialDate(text) == nil else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isWritten =
      zip(parts, [4, 2, 2]).allSatisfy { part, length in
        part.utf8.count == length && part.utf8.allSatisfy { (48...57).contains($0) }
      } && (1...3).contains(parts.count)
    return isWritten ? .dateNonexistent(value: text) : .dateMalformed(value: text)
  }
}

/// `2024` or `2021-2025`.
enum YearSpan {
  /// The years, both included; nil for anything else.
  static func read(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let years = parts.compactMap { $0.utf8.count == 4 ? PartialDate(String($0))?.year : nil }
    guard (1...2).contains(parts.count), years.count == parts.count, let first = years.first,
      let last = years.last, first <= last
    else { return nil }
    return first...last
  }
}
