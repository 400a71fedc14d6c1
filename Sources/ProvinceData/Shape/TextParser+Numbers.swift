internal import Scoring
internal import Text

extension TextParser<PrintedDecimal> {
  static var number: Self {
    Self(shape: .number) { scalar, _ in
      guard let value = PrintedDecimal(scalar.text) else { return Parsed(fault: fault(of: scalar.text)) }
      return Parsed(value: value)
    }
  }

  static var positiveNumber: Self {
    Self(shape: .positiveNumber) { scalar, key in
      var parsed = number.parse(scalar, key)
      if let value = parsed.value?.value, value <= .zero {
        parsed.fault = .typeWrong(key: key, expected: Shape.positiveNumber.expectation)
      }
      return parsed
    }
  }

  /// Why a text is not a number.
  private static func fault(of text: String) -> Rule {
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

extension PrintedDecimal {
  /// The number; nil when it is printed with decimals.
  var whole: Int? { decimals == 0 ? Int(value.tenThousandths / 10_000) : nil }
}

extension TextParser<Int> {
  /// A year in the range that the data cover.
  static var year: Self { whole(1990...2100) }
  /// A count.
  static var size: Self { whole(0...1_000_000) }

  static func whole(_ range: ClosedRange<Int>) -> Self {
    Self(shape: .whole(range)) { scalar, key in
      let number = TextParser<PrintedDecimal>.number.parse(scalar, key)
      guard let printed = number.value else { return Parsed(fault: number.fault) }
      guard let value = printed.whole else { return Parsed(fault: .numberNotWhole(value: scalar.text)) }
      guard !range.contains(value) else { return Parsed(value: value) }
      let (low, high) = (String(range.lowerBound), String(range.upperBound))
      return Parsed(value: value, fault: .numberOutOfRange(value: scalar.text, low: low, high: high))
    }
  }
}

extension TextParser<PartialDate> {
  /// A day, a month or a year.
  static var date: Self {
    Self(shape: .date) { scalar, _ in
      guard let value = PartialDate(scalar.text) else { return Parsed(fault: fault(of: scalar.text)) }
      return Parsed(value: value)
    }
  }

  /// Why a text is not a date.
  private static func fault(of text: String) -> Rule {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isWritten =
      zip(parts, [4, 2, 2]).allSatisfy { part, length in
        part.utf8.count == length && part.utf8.allSatisfy { (48...57).contains($0) }
      } && (1...3).contains(parts.count)
    return isWritten ? .dateNonexistent(value: text) : .dateMalformed(value: text)
  }
}

extension TextParser<CalendarDate> {
  static var day: Self {
    Self(shape: .day) { scalar, key in
      let date = TextParser<PartialDate>.date.parse(scalar, key)
      guard let value = date.value, value.day != nil else {
        return Parsed(fault: date.fault ?? .typeWrong(key: key, expected: Shape.day.expectation))
      }
      return Parsed(value: value.firstDay)
    }
  }
}

extension TextParser<ClosedRange<Int>> {
  /// `2024` or `2021-2025`, both ends included.
  static var years: Self {
    Self(.years) { text in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let years = parts.compactMap { $0.utf8.count == 4 ? PartialDate(String($0))?.year : nil }
      guard (1...2).contains(parts.count), years.count == parts.count, let first = years.first,
        let last = years.last, first <= last
      else { return nil }
      return first...last
    }
  }
}
