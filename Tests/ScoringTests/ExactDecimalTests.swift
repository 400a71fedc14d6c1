import Scoring
import TestSupport
import Testing

@Suite struct ExactDecimalTests {
  @Test func tenthsAddUpExactly() throws {
    #expect(try number("0.1") + number("0.2") == number("0.3"))
    #expect(try [number("0.1"), number("0.2")].sum - number("0.3") == .zero)
  }

  @Test(arguments: [
    ("0", 0), ("10", 100_000), ("9.5", 95_000), ("0.6383", 6_383), ("-12.3456", -123_456),
    ("007.50", 75_000), ("100000000000", 1_000_000_000_000_000),
  ])
  func readsDecimals(_ text: String, _ tenThousandths: Int64) throws {
    #expect(try number(text).tenThousandths == tenThousandths)
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1,5", "1.23456", "1e3", "+1", " 1", "1 ", "--1", "1.2.3", "1.900,5", "NaN", "١",
    "100000000000.0001", "-100000000001", "99999999999999", "123456789012345678901234567890",
  ])
  func refusesOtherText(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func descriptionReadsBack() throws {
    var random = Random(seed: 1)
    for _ in 0..<300 {
      let places = Int.random(in: 0...4, using: &random)
      let value = try number(random.decimal(from: -1_000, to: 1_000, places: places).text)
      #expect(ExactDecimal(value.description) == value)
    }
  }

  @Test(arguments: [
    ("2.345", 2, "2.35"), ("-2.345", 2, "-2.35"), ("2.3449", 2, "2.34"), ("0.5", 0, "1"),
    ("-0.5", 0, "-1"), ("9.99", 1, "10"), ("1.2345", 7, "1.2345"),
  ])
  func roundsHalvesAwayFromZero(_ text: String, _ places: Int, _ expected: String) throws {
    #expect(try number(text).rounded(places: places) == number(expected))
  }

  @Test(arguments: [
    ("1", "3", 100, "33.3333"), ("2", "3", 100, "66.6667"), ("-2", "3", 100, "-66.6667"),
    ("2", "-3", 1, "-0.6667"), ("9.94", "10.5", 100, "94.6667"), ("0", "-3", 1, "0"),
  ])
  func dividesRounded(_ part: String, _ whole: String, _ factor: Int, _ expected: String) throws {
    #expect(try ExactDecimal.ratio(number(part), number(whole), times: factor) == number(expected))
  }

  @Test func hasNoRatioOverZeroOrBeyondItsRange() throws {
    #expect(ExactDecimal.ratio(ExactDecimal(1), .zero) == nil)
    #expect(ExactDecimal.ratio(.maximumMagnitude, try number("0.0001"), times: 100) == nil)
    #expect(ExactDecimal.ratio(ExactDecimal(Int.max), ExactDecimal(1), times: Int.max) == nil)
  }

  @Test func stopsAtTheEndsOfItsRange() {
    let (top, bottom) = (ExactDecimal(tenThousandths: .max), ExactDecimal(tenThousandths: .min))
    let one = ExactDecimal(1)
    #expect(top + one == top && bottom - one == bottom)
    #expect(bottom + bottom == bottom && top - bottom == top && bottom - top == bottom)
    #expect(-bottom == top && bottom.magnitude == top && top * -3 == bottom && top * 2 == top)
    #expect(ExactDecimal(Int.max) == top && ExactDecimal(Int.min) == bottom)
    #expect(top.rounded(places: 0) <= top && bottom.rounded(places: -9) >= bottom)
    #expect(Array(repeating: ExactDecimal.maximumMagnitude, count: 20_000).sum == top)
  }

  @Test func nineThousandOfTheLargestAreExact() {
    let sum = Array(repeating: ExactDecimal.maximumMagnitude, count: 9_000).sum
    #expect(sum == ExactDecimal.maximumMagnitude * 9_000 && sum.tenThousandths < .max)
  }

  @Test func ordersByValue() {
    var random = Random(seed: 2)
    for _ in 0..<200 {
      let (first, second) = (
        Int64.random(in: -99...99, using: &random), Int64.random(in: -99...99, using: &random)
      )
      #expect(
        (ExactDecimal(tenThousandths: first) < ExactDecimal(tenThousandths: second)) == (first < second))
    }
  }

  @Test func knowsWholeNumbersAndDoubles() throws {
    #expect(try number("12").isWhole && !number("12.0001").isWhole)
    #expect(try number("9.5").double == 9.5)
  }
}
