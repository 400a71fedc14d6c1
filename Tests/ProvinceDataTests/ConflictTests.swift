import Testing

@testable import ProvinceData
@testable import Scoring

@Suite("When two numbers contradict each other")
struct ConflictTests {
  private func number(_ text: String, _ bound: Bound) throws -> FactStatement.Number {
    FactStatement.Number(value: try #require(PrintedDecimal(text)), bound: bound)
  }

  @Test(
    "cases",
    arguments: [
      ("95", Bound.exact, "95.4", Bound.exact, false), ("95", .exact, "95.6", .exact, true),
      ("95.0", .exact, "95.1", .exact, false), ("95.00", .exact, "95.10", .exact, true),
      ("98", .above, "97", .exact, true), ("98", .above, "99", .exact, false),
      ("98", .above, "80", .below, true), ("80", .above, "98", .below, false),
      ("80", .above, "80", .below, true), ("55", .about, "99", .exact, false),
      ("98", .above, "97.50", .exact, true),
    ])
  func cases(first: String, bound: Bound, second: String, other: Bound, contradicts: Bool) throws {
    let (one, two) = (try number(first, bound), try number(second, other))
    #expect(one.contradicts(two) == contradicts)
    #expect(two.contradicts(one) == contradicts)
  }

  @Test("no number contradicts itself")
  func reflexive() throws {
    for bound in Bound.allCases {
      for text in ["0", "95", "95.5", "-3.25"] {
        let value = try number(text, bound)
        #expect(!value.contradicts(value))
      }
    }
  }
}
