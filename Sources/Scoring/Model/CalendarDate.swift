/// An existing day of the Gregorian calendar.
package struct CalendarDate: Hashable, Comparable, Encodable, Sendable, CustomStringConvertible {
  /// The year, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, 1 to 31.
  package let day: Int

  /// Nil when the day does not exist.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  private init(uncheckedYear year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The first day of a year; the year is clamped to 1 to 9999.
  package static func firstDay(of year: Int) -> CalendarDate {
    CalendarDate(uncheckedYear: min(max(year, 1), 9999), month: 1, day: 1)
  }

  /// The last day of a year; the year is clamped to 1 to 9999.
  package static func lastDay(of year: Int) -> CalendarDate {
    CalendarDate(uncheckedYear: min(max(year, 1), 9999), month: 12, day: 31)
  }

  /// The number of days in a month, 28 to 31.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `2024-12-31`.
  package var description: String { PartialDate(self).description }
}

/// A date whose day, or day and month, may be unknown.
package struct PartialDate: Hashable, Encodable, Sendable, CustomStringConvertible {
  /// The year, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12; nil when only the year is known.
  package let month: Int?
  /// The day; nil when unknown.
  package let day: Int?

  package init(_ date: CalendarDate) {
    (year, month, day) = (date.year, date.month, date.day)
  }

  /// Parses `2024`, `2024-10` or `2024-10-31`; nil for other forms and for dates that do not exist.
  package init?(_ text: String) {
    var (year, month, day) = (0, 0, 0)
    var (dashes, digits) = (0, 0)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-") {
        guard digits == (dashes == 0 ? 4 : 2), dashes < 2 else { return nil }
        (dashes, digits) = (dashes + 1, 0)
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 4 else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      digits += 1
      switch dashes {
      case 0: year = year * 10 + digit
      case 1: month = month * 10 + digit
      default: day = day * 10 + digit
      }
    }
    guard digits == (dashes == 0 ? 4 : 2),
      CalendarDate(year: year, month: dashes > 0 ? month : 1, day: dashes > 1 ? day : 1) != nil
    else { return nil }
    (self.year, self.month, self.day) = (year, dashes > 0 ? month : nil, dashes > 1 ? day : nil)
  }

  /// The first day of the period that the date covers.
  package var firstDay: CalendarDate {
    CalendarDate(year: year, month: month ?? 1, day: day ?? 1) ?? .firstDay(of: year)
  }

  /// The last day of the period that the date covers: a deadline "2024" means 31 December 2024.
  package var lastDay: CalendarDate {
    guard let month else { return .lastDay(of: year) }
    return CalendarDate(year: year, month: month, day: day ?? CalendarDate.days(inMonth: month, of: year))
      ?? .lastDay(of: year)
  }

  /// `2024`, `2024-10` or `2024-10-31`.
  package var description: String {
    func padded(_ number: Int, to width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return ([padded(year, to: 4)] + [month, day].compactMap { $0.map { padded($0, to: 2) } })
      .joined(separator: "-")
  }
}
