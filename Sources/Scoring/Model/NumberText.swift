package import Text

/// Formats numbers for readers: `1.900` and `91,80` in Vietnamese, `1,900` and `91.80` in English.
///
/// All numbers become text here. The machine's locale is never used, so the same data give the same bytes everywhere.
package enum NumberText {
  /// A number with a fixed number of decimals, 0 to 4, rounded with halves away from zero.
  package static func decimal(_ value: ExactDecimal, places: Int, in language: Language) -> String {
    let rounded = value.rounded(places: places)
    return text(PrintedDecimal(rounded, decimals: places), in: language)
  }

  /// A number in its shortest exact form.
  package static func exact(_ value: ExactDecimal, in language: Language) -> String {
    text(PrintedDecimal(value, decimals: 0), in: language)
  }

  /// A number with the decimals printed by its source.
  package static func printed(_ value: PrintedDecimal, in language: Language) -> String {
    text(value, in: language)
  }

  /// A whole number.
  package static func whole(_ value: Int, in language: Language) -> String {
    text(PrintedDecimal(ExactDecimal(value), decimals: 0), in: language)
  }

  /// A number with an explicit sign and a true minus sign: `+2.46`, `−1.60`; zero has no sign.
  package static func signed(_ value: ExactDecimal, places: Int, in language: Language) -> String {
    let rounded = value.rounded(places: places)
    let digits = decimal(rounded.magnitude, places: places, in: language)
    if rounded == .zero { return digits }
    return (rounded > .zero ? "+" : "\u{2212}") + digits
  }

  /// A value with its unit: `91,80%`, `15 phút`, `hạng 3`.
  package static func value(_ value: PrintedDecimal, unit: MeasurementUnit, in language: Language) -> String {
    let number = printed(value, in: language)
    let isOne = number == "1"
    switch (unit, language) {
    case (.percent, _): return number + "%"
    case (.percentagePoints, .vietnamese): return number + " điểm phần trăm"
    case (.percentagePoints, .english): return number + (isOne ? " percentage point" : " percentage points")
    case (.points, .vietnamese): return number + " điểm"
    case (.points, .english): return number + (isOne ? " point" : " points")
    case (.rank, .vietnamese): return "hạng " + number
    case (.rank, .english): return "rank " + number
    case (.minutes, .vietnamese): return number + " phút"
    case (.minutes, .english): return number + (isOne ? " minute" : " minutes")
    case (.billionVND, .vietnamese): return number + " tỷ đồng"
    case (.billionVND, .english): return "VND " + number + " billion"
    case (.group, .vietnamese): return "nhóm " + number
    case (.group, .english): return "group " + number
    case (.count, _), (.index, _), (.none, _): return number
    }
  }

  /// A value with its unit, in its shortest exact form.
  package static func value(_ value: ExactDecimal, unit: MeasurementUnit, in language: Language) -> String {
    self.value(PrintedDecimal(value, decimals: 0), unit: unit, in: language)
  }

  /// The magnitude of a difference with its unit: differences of percentages are in percentage points.
  package static func distance(_ value: ExactDecimal, unit: MeasurementUnit, in language: Language) -> String
  {
    let amount = exact(value.magnitude, in: language)
    switch (unit, language) {
    case (.percent, .vietnamese): return amount + " điểm phần trăm"
    case (.percent, .english): return amount + (amount == "1" ? " percentage point" : " percentage points")
    case (.rank, .vietnamese): return amount + " bậc"
    case (.rank, .english): return amount + (amount == "1" ? " place" : " places")
    case (.group, .vietnamese): return amount + " nhóm"
    case (.group, .english): return amount + (amount == "1" ? " group" : " groups")
    default: return self.value(value.magnitude, unit: unit, in: language)
    }
  }

  /// A date: `31/12/2024` in Vietnamese, `31 December 2024` in English; months and years in the same manner.
  package static func date(_ date: PartialDate, in language: Language) -> String {
    let year = String(date.year)
    guard let month = date.month else { return year }
    if language == .vietnamese {
      return [date.day, month].compactMap { $0.map(String.init) }.joined(separator: "/") + "/" + year
    }
    let name = englishMonths[month - 1]
    return [date.day.map(String.init), name, year].compactMap { $0 }.joined(separator: " ")
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  private static func text(_ value: PrintedDecimal, in language: Language) -> String {
    let (group, point) = language == .vietnamese ? (".", ",") : (",", ".")
    let digits = PrintedDecimal(value.value.magnitude, decimals: value.decimals).description.utf8
    let whole = digits.prefix { $0 != UInt8(ascii: ".") }
    let count = whole.count
    var text = value.value < .zero ? "\u{2212}" : ""
    for (offset, digit) in whole.enumerated() {
      if offset > 0, (count - offset).isMultiple(of: 3) { text += group }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    if count < digits.count { text += point + Substring(digits.dropFirst(count + 1)) }
    return text
  }
}

extension LocalizedText {
  /// Builds both wordings with one closure, so that every sentence exists in both languages.
  package init(_ build: (Language) -> String) {
    self.init(vi: build(.vietnamese), en: build(.english))
  }
}
