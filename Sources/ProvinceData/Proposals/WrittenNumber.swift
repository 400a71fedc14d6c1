internal import Scoring

/// Reads numbers as people and spreadsheets write them.
enum WrittenNumber {
  /// What a text that is no number was meant to say; nil when that cannot be told.
  static func meaning(of text: String) -> WrittenValue? {
    let plain = WrittenValue.plain(text)
    if WrittenValue.isFiller(plain) { return .nothing }
    guard let number = bare(plain) else { return nil }
    let isNegative = number.hasPrefix("-")
    let unsigned = isNegative || number.hasPrefix("+") ? number.dropFirst() : number[...]
    let texts = values(of: unsigned).map { (isNegative ? "-" : "") + $0 }.filter { PrintedDecimal($0) != nil }
    return texts.isEmpty ? nil : .texts(texts)
  }

  /// The number without the words and signs that say what it counts; nil when there are other words.
  private static func bare(_ plain: String) -> String? {
    var rest = plain[...]
    for word in ["năm", "nam", "hạng", "thứ"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    for unit in units where rest.hasSuffix(unit) {
      rest = rest.dropLast(unit.count)
      break
    }
    let number = rest.trimmed
    return number.allSatisfy { "0123456789.,-+ '’".contains($0) } ? number : nil
  }

  // Longer units come before those that they end with.
  private static let units = [
    "điểm phần trăm", "phần trăm", "percent", "%", "điểm", "points", "tỷ đồng", "phút", "minutes",
  ]

  /// The ways to read digits with marks between them.
  private static func values(of text: Substring) -> [String] {
    let marks = Set(text.filter { !"0123456789".contains($0) })
    let parts = text.split(omittingEmptySubsequences: false) { marks.contains($0) }.map(String.init)
    guard let first = parts.first, let last = parts.last, !last.isEmpty, !marks.contains("-"),
      !marks.contains("+")
    else { return [] }
    let whole = parts.joined()
    let isGrouped = (1...3).contains(first.count) && parts.dropFirst().allSatisfy { $0.count == 3 }
    switch (parts.count, marks.count) {
    case (1, _): return [whole]
    case (2, 1):
      guard marks.isSubset(of: [",", "."]) else { return isGrouped ? [whole] : [] }
      let decimal = (first.isEmpty ? "0" : first) + "." + last
      return isGrouped && first != "0" ? [decimal, whole] : [decimal]
    case (_, 1): return isGrouped ? [whole] : []
    case (_, 2):
      // The last mark stands before the decimals, the other one between the thousands.
      guard let mark = text.last(where: marks.contains), ",.".contains(mark),
        text.filter({ $0 == mark }).count == 1,
        (1...3).contains(first.count), parts.dropFirst().dropLast().allSatisfy({ $0.count == 3 })
      else { return [] }
      return [parts.dropLast().joined() + "." + last]
    default: return []
    }
  }
}

extension Substring {
  /// The text without spaces at its ends.
  var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
