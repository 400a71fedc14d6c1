internal import Scoring

/// Reads dates as people and spreadsheets write them.
enum WrittenDate {
  /// What a text that is no date was meant to say; nil when that cannot be told.
  static func meaning(of text: String) -> WrittenValue? {
    let plain = WrittenValue.plain(text)
    if WrittenValue.isFiller(plain) { return .nothing }
    if let serial = Int(plain), plain.count == 5 { return day(serial: serial).map { .texts([$0]) } }
    let texts = dates(of: parts(of: plain)).filter { PartialDate($0) != nil }
    return texts.isEmpty ? nil : .texts(texts)
  }

  /// The numbers of a date, and which of them were names of months; empty when there are other words.
  private static func parts(of plain: String) -> [(text: String, isMonth: Bool)] {
    // A spreadsheet adds the time of day.
    let day = plain.contains(":") ? plain.prefix { $0 != " " && $0 != "t" } : plain[...]
    let dated = day.split { " /.-,".contains($0) }.filter { !["ngày", "tháng", "năm"].contains($0) }
    let parts = dated.map { word -> (text: String, isMonth: Bool) in
      let month = months.firstIndex { $0 == word.prefix(3) && word.allSatisfy(\.isLetter) }
      return month.map { (String($0 + 1), true) } ?? (String(word), false)
    }
    return parts.allSatisfy { $0.text.allSatisfy("0123456789".contains) } ? parts : []
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The dates that the numbers can mean, the likelier one first; some of them do not exist.
  private static func dates(of parts: [(text: String, isMonth: Bool)]) -> [String] {
    let texts = parts.map(\.text)
    switch (parts.count, texts.first?.count ?? 0, texts.last?.count ?? 0) {
    case (1, 4, _): return texts
    case (2, 4, 1...2): return [joined(texts)]
    case (2, 1...2, 4): return [joined(texts.reversed())]
    // Dec-24, as a spreadsheet shows a month.
    case (2, 1...2, 2) where parts[0].isMonth: return [joined(["20" + texts[1], texts[0]])]
    case (3, 4, 1...2): return [joined(texts)]
    case (3, 1...2, 4), (3, 1...2, 2):
      let year = texts[2].count == 2 ? "20" + texts[2] : texts[2]
      let dayFirst = joined([year, texts[1], texts[0]])
      let monthFirst = joined([year, texts[0], texts[1]])
      if parts[1].isMonth { return [dayFirst] }
      // Vietnamese dates have the day first; another order counts only where that is no date.
      return [PartialDate(dayFirst) == nil || parts[0].isMonth ? monthFirst : dayFirst]
    default: return []
    }
  }

  private static func joined(_ parts: [String]) -> String {
    parts.map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: "-")
  }

  /// The day that a spreadsheet stores as a number of days; nil outside the years that the data cover.
  private static func day(serial: Int) -> String? {
    guard (32_874...73_415).contains(serial) else { return nil }
    // 32,874 is 1 January 1990.
    var (year, rest) = (1990, serial - 32_874)
    func length(_ month: Int) -> Int { CalendarDate.days(inMonth: month, of: year) }
    func yearLength() -> Int { length(2) + 337 }
    while rest >= yearLength() { (rest, year) = (rest - yearLength(), year + 1) }
    var month = 1
    while rest >= length(month) { (rest, month) = (rest - length(month), month + 1) }
    return CalendarDate(year: year, month: month, day: rest + 1)?.description
  }
}
