import Testing
import Text

@testable import ProvinceData
@testable import Scoring

@Suite("Numbers, dates, words")
struct ValueTests {
  /// Why a text is not a value; nil when it is one.
  private func fault<Value>(_ parser: TextParser<Value>, _ text: String) -> Rule? {
    let parsed = parser.parse(Scalar(text: text, position: .start, isQuoted: false), "key")
    #expect((parsed.value == nil) == (parsed.fault != nil), "\(text)")
    return parsed.fault
  }

  @Test("numbers that are read", arguments: ["0", "95", "-1.5", "0.1234", "100000000000"])
  func numbers(text: String) { #expect(fault(.number, text) == nil) }

  @Test(
    "numbers that are not read, and why",
    arguments: [
      ("91,8", Rule.numberDecimalComma(value: "91,8")),
      ("1.900,5", .numberMalformed(value: "1.900,5")), ("1,234,567", .numberMalformed(value: "1,234,567")),
      ("1 900", .numberMalformed(value: "1 900")), ("95%", .numberMalformed(value: "95%")),
      ("", .numberMalformed(value: "")), ("-", .numberMalformed(value: "-")),
      ("5.", .numberMalformed(value: "5.")),
      (".5", .numberMalformed(value: ".5")), ("1e3", .numberMalformed(value: "1e3")),
      ("٣", .numberMalformed(value: "٣")), ("0.12345", .numberTooPrecise(value: "0.12345")),
      (
        "100000000000.5",
        .numberOutOfRange(value: "100000000000.5", low: "-100000000000", high: "100000000000")
      ),
      (
        "99999999999999999999",
        .numberOutOfRange(value: "99999999999999999999", low: "-100000000000", high: "100000000000")
      ),
    ])
  func faults(text: String, rule: Rule) { #expect(fault(.number, text) == rule) }

  @Test("every text is a number of the model or has a fault")
  func agreement() {
    let parts = ["", "-", "0", "7", "12", ".", ",", ".5", ".12345", " ", "x"]
    for first in parts {
      for second in parts {
        for third in parts {
          let text = first + second + third
          #expect((fault(.number, text) == nil) == (PrintedDecimal(text) != nil), "\(text)")
        }
      }
    }
  }

  @Test("a number outside its limits is known in spite of its fault")
  func limits() {
    func parsed(_ text: String) -> TextParser<Int>.Parsed {
      TextParser.whole(1...10).parse(Scalar(text: text, position: .start, isQuoted: false), "key")
    }
    #expect(parsed("7").value == 7 && parsed("7").fault == nil)
    #expect(parsed("11").value == 11)
    #expect(parsed("11").fault == .numberOutOfRange(value: "11", low: "1", high: "10"))
    #expect(parsed("7.0").value == nil && parsed("7.0").fault == .numberNotWhole(value: "7.0"))
  }

  @Test("dates")
  func dates() {
    for text in ["2024", "2024-10", "2024-10-31", "2024-02-29"] { #expect(fault(.date, text) == nil) }
    for text in ["2023-02-29", "2024-13", "2024-00-10", "0000"] {
      #expect(fault(.date, text) == .dateNonexistent(value: text))
    }
    for text in ["31/10/2024", "10-2024", "2024-1-2", "", "2024-10-31-1", "tháng 10"] {
      #expect(fault(.date, text) == .dateMalformed(value: text))
    }
  }

  @Test("spans of years")
  func years() {
    func years(_ text: String) -> ClosedRange<Int>? {
      TextParser.years.parse(Scalar(text: text, position: .start, isQuoted: false), "years").value
    }
    #expect(years("2024") == 2024...2024)
    #expect(years("2021-2025") == 2021...2025)
    for text in ["2025-2021", "2021-25", "2021-", "", "2021-2022-2023"] { #expect(years(text) == nil) }
  }

  @Test("the nearest word")
  func nearest() {
    #expect(NearestWord.find("dedline", in: ["deadline", "level", "denominator"]) == "deadline")
    #expect(NearestWord.find("levle", in: ["label", "level"]) == "level")
    #expect(NearestWord.find("bao-dak-lac", in: ["bao-dak-lak", "bao-lao-cai"]) == "bao-dak-lak")
    #expect(NearestWord.find("xyz", in: ["deadline"]) == nil)
    #expect(NearestWord.find("ab", in: ["ac", "aa"]) == "aa")
    #expect(NearestWord.find("a", in: []) == nil)
  }

  @Test("edit distance is symmetric, zero only for equal words, and at most the longer length")
  func distance() throws {
    let words = ["", "a", "b", "ab", "ba", "abc", "cab", "đắk", "dak"].map { Array($0.unicodeScalars) }
    for first in words {
      for second in words {
        let steps = try #require(NearestWord.distance(first, second, atMost: 3))
        #expect(steps == NearestWord.distance(second, first, atMost: 3))
        for limit in 0...3 {
          #expect(NearestWord.distance(first, second, atMost: limit) == (steps <= limit ? steps : nil))
        }
        #expect((steps == 0) == (first == second))
        #expect(steps <= max(first.count, second.count))
      }
    }
  }

  @Test("forms of identifiers")
  func identifiers() {
    for text in ["hai-duong", "876-qd-bnv-2022", "a"] { #expect(IdentifierForm.slug.matches(text)) }
    for text in ["", "-a", "a-", "a--b", "Hai", "đắk", "a_b", "a b"] {
      #expect(!IdentifierForm.slug.matches(text))
    }
    #expect(IdentifierForm.snake.matches("on_time_rate") && !IdentifierForm.snake.matches("on-time"))
    #expect(IdentifierForm.capitals.matches("INDEX766") && !IdentifierForm.capitals.matches("7A"))
  }

  @Test("kinds of files by path")
  func kinds() {
    #expect(FileKind(path: "toolkit.yaml") == .toolkit)
    #expect(FileKind(path: "national/outcomes.csv") == .outcomes)
    #expect(FileKind(path: "national/plans/x.yaml") == .plan)
    #expect(FileKind(path: "provinces/a/plans/x.yaml") == .plan)
    #expect(FileKind(path: "provinces/a/scorecards.csv") == .scorecards)
    for path in [
      "a.yaml", "sources/a/b.yaml", "provinces/a/x.csv", "national/x.yaml", "provinces/profile.yaml", "",
    ] {
      #expect(FileKind(path: path) == nil)
    }
    #expect(FileKind.isIgnored("README.md") && FileKind.isIgnored("schema/plan.schema.json"))
    #expect(!FileKind.isIgnored("provinces/a/x.json"))
  }
}
