import Scoring
import TestSupport
import Testing

@Suite struct PrintedDecimalTests {
  @Test func keepsThePrintedDecimals() throws {
    let (fine, coarse) = (try printed("12.70"), try printed("12.7"))
    #expect(fine.value == coarse.value && fine != coarse)
    #expect(fine.decimals == 2 && coarse.decimals == 1)
    #expect(try printed("91").decimals == 0)
  }

  @Test(arguments: ["0", "-0.50", "12.70", "91.80", "1900", "100.0000", "-3.1"])
  func descriptionReadsBack(_ text: String) throws {
    #expect(try printed(text).description == text)
  }

  @Test func everyGeneratedNumberReadsBack() throws {
    var random = Random(seed: 3)
    for _ in 0..<300 {
      let text = random.decimal(from: 0, to: 2_000, places: Int.random(in: 0...4, using: &random)).text
      #expect(try printed(text).description == text)
    }
  }

  @Test(arguments: [("5", 50_000), ("5.1", 5_000), ("5.12", 500), ("5.123", 50), ("5.1234", 5)])
  func knowsHalfOfItsLastPlace(_ text: String, _ step: Int64) throws {
    #expect(try printed(text).halfStepHundredThousandths == step)
  }

  @Test func limitsTheDecimals() {
    #expect(PrintedDecimal(.zero, decimals: 9).decimals == 4)
    #expect(PrintedDecimal(.zero, decimals: -1).decimals == 0)
  }

  @Test(arguments: ["12.", ".1", "", "1,2", "1.23456"])
  func refusesOtherText(_ text: String) {
    #expect(PrintedDecimal(text) == nil)
  }

  @Test("a percentage of a list is the whole number that gives it as printed, and no other")
  func countOfList() {
    // Two numbers out of up to 60 are at least a point apart, so never more than one fits.
    for size in 1...60 {
      for count in 0...size {
        for (places, unit) in [1, 10, 100, 1_000, 10_000].enumerated() {
          let rounded = (2 * count * 100 * unit + size) / (2 * size)
          let share = ExactDecimal(tenThousandths: Int64(rounded * 10_000 / unit))
          let printed = PrintedDecimal(share, decimals: places)
          #expect(printed.count(of: size) == count, "\(count) of \(size), \(places) places")
        }
      }
    }
    #expect(PrintedDecimal("86.67")?.count(of: 15) == 13)
    #expect(PrintedDecimal("86.66")?.count(of: 15) == nil && PrintedDecimal("86.7")?.count(of: 15) == 13)
    #expect(PrintedDecimal("107.14")?.count(of: 14) == nil && PrintedDecimal("-50")?.count(of: 2) == nil)
    #expect(PrintedDecimal("50")?.count(of: 0) == nil)
  }
}
