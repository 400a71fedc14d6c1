import Scoring
import TestSupport
import Testing
import Text

@Suite struct NumberTextTests {
  @Test(arguments: [
    ("1900", "1.900", "1,900"), ("91.80", "91,80", "91.80"), ("1234567.5", "1.234.567,5", "1,234,567.5"),
    ("0.6383", "0,6383", "0.6383"), ("-1.60", "\u{2212}1,60", "\u{2212}1.60"), ("100", "100", "100"),
    ("999", "999", "999"), ("-1000", "\u{2212}1.000", "\u{2212}1,000"), ("0", "0", "0"),
  ])
  func printedNumbersKeepTheirDecimals(_ text: String, _ vi: String, _ en: String) throws {
    #expect(try NumberText.printed(printed(text), in: .vietnamese) == vi)
    #expect(try NumberText.printed(printed(text), in: .english) == en)
  }

  @Test(arguments: [
    ("2.345", 2, "2,35", "2.35"), ("-0.001", 2, "0,00", "0.00"), ("90", 2, "90,00", "90.00"),
    ("0.5", 0, "1", "1"), ("12.3456", 4, "12,3456", "12.3456"),
  ])
  func decimalsCanBeFixed(_ text: String, _ places: Int, _ vi: String, _ en: String) throws {
    #expect(try NumberText.decimal(number(text), places: places, in: .vietnamese) == vi)
    #expect(try NumberText.decimal(number(text), places: places, in: .english) == en)
  }

  @Test(arguments: [
    ("2.46", "+2,46", "+2.46"), ("-1.6", "\u{2212}1,60", "\u{2212}1.60"), ("0", "0,00", "0.00"),
    ("-0.004", "0,00", "0.00"),
  ])
  func signsAreShown(_ text: String, _ vi: String, _ en: String) throws {
    #expect(try NumberText.signed(number(text), places: 2, in: .vietnamese) == vi)
    #expect(try NumberText.signed(number(text), places: 2, in: .english) == en)
  }

  /// A number formatted in a language parses back to itself and contains no separator of the other language.
  @Test func writtenNumbersReadBack() throws {
    var random = Random(seed: 15)
    for _ in 0..<400 {
      let text = random.decimal(
        from: -3_000_000, to: 3_000_000, places: Int.random(in: 0...4, using: &random)
      ).text
      let value = try printed(text)
      let vi = NumberText.printed(value, in: .vietnamese)
      let en = NumberText.printed(value, in: .english)
      func plain(_ written: String, group: Character, point: Character) -> String {
        String(written.filter { $0 != group }.map { $0 == point ? "." : $0 == "\u{2212}" ? "-" : $0 })
      }
      let back = plain(en, group: ",", point: ".")
      #expect(plain(vi, group: ".", point: ",") == back)
      #expect(PrintedDecimal(back)?.value == value.value)
      #expect(!vi.contains("-") && !en.contains("-"), "a true minus sign")
      #expect(NumberText.exact(value.value, in: .english) != "")
    }
  }

  @Test func wholeNumbersAreGrouped() {
    #expect(NumberText.whole(1_900, in: .vietnamese) == "1.900")
    #expect(NumberText.whole(-1_234_567, in: .english) == "\u{2212}1,234,567")
    #expect(NumberText.whole(.max, in: .english) == "922,337,203,685,477.5807", "the end of the range")
  }

  @Test func everyUnitHasWordsInBothLanguages() throws {
    for unit in MeasurementUnit.allCases {
      for language in Language.allCases {
        let value = NumberText.value(try printed("12.50"), unit: unit, in: language)
        #expect(value.contains(language == .vietnamese ? "12,50" : "12.50"))
        let distance = NumberText.distance(try number("-2.5"), unit: unit, in: language)
        #expect(distance.contains(language == .vietnamese ? "2,5" : "2.5") && !distance.contains("\u{2212}"))
      }
    }
    #expect(try NumberText.value(printed("91.80"), unit: .percent, in: .vietnamese) == "91,80%")
    #expect(try NumberText.value(printed("15"), unit: .minutes, in: .vietnamese) == "15 phút")
    #expect(try NumberText.value(number("3"), unit: .rank, in: .vietnamese) == "hạng 3")
    #expect(try NumberText.value(number("15"), unit: .minutes, in: .english) == "15 minutes")
    #expect(try NumberText.value(number("1"), unit: .minutes, in: .english) == "1 minute")
    #expect(try NumberText.value(number("1"), unit: .points, in: .english) == "1 point")
  }

  @Test func distancesOfPercentagesArePercentagePoints() throws {
    #expect(try NumberText.distance(number("1"), unit: .percent, in: .english) == "1 percentage point")
    #expect(try NumberText.distance(number("1.5"), unit: .percent, in: .english) == "1.5 percentage points")
    #expect(try NumberText.distance(number("1.5"), unit: .percent, in: .vietnamese) == "1,5 điểm phần trăm")
    #expect(try NumberText.distance(number("3"), unit: .rank, in: .vietnamese) == "3 bậc")
  }

  @Test(arguments: [
    ("2024", "2024", "2024"), ("2024-10", "10/2024", "October 2024"),
    ("2024-12-31", "31/12/2024", "31 December 2024"), ("2025-01-05", "5/1/2025", "5 January 2025"),
  ])
  func datesHaveTheirOwnForms(_ text: String, _ vi: String, _ en: String) throws {
    #expect(try NumberText.date(date(text), in: .vietnamese) == vi)
    #expect(try NumberText.date(date(text), in: .english) == en)
  }
}
