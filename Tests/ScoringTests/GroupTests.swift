import Scoring
import TestSupport
import Testing

@Suite struct GroupTests {
  private func labels(_ low: String, _ high: String, year: Int = 2022) throws -> [String] {
    try Editions.decision876().groups(for: interval(low, high), year: year).map(\.label)
  }

  @Test(arguments: [
    ("90", ["A"]), ("89.99", ["B"]), ("80", ["B"]), ("79.99", ["C"]), ("70", ["C"]), ("69.99", []),
    ("100", ["A"]),
  ])
  func aBoundBelongsToTheGroupAboveIt(_ value: String, _ expected: [String]) throws {
    #expect(try labels(value, value) == expected)
  }

  @Test func anIntervalMayTouchSeveralGroupsBestFirst() throws {
    #expect(try labels("75", "95") == ["A", "B", "C"])
    #expect(try labels("80", "89.99") == ["B"])
    #expect(try labels("80", "90") == ["A", "B"])
    #expect(try labels("60", "70") == ["C"])
    #expect(try labels("0", "100") == ["A", "B", "C"])
  }

  @Test func groupsAreKnownForTheirYearsOnly() throws {
    #expect(try labels("75", "75", year: 2023).isEmpty)
    #expect(try labels("75", "95", year: 2023) == ["A", "B"])
  }

  @Test func endsAreAsStated() throws {
    let open = try Editions.group("open", from: "80", fromInclusive: false, to: "90", toInclusive: true)
    #expect(try !open.contains(number("80")) && open.contains(number("80.0001")))
    #expect(try open.contains(number("90")) && !open.contains(number("90.0001")))
    let edition = try Editions.edition(components: [], groups: [open])
    #expect(try edition.groups(for: interval("79", "80"), year: 1).isEmpty)
    #expect(try edition.groups(for: interval("70", "99"), year: 1).count == 1)
    let unbounded = try Editions.group("all", from: nil, to: nil)
    #expect(unbounded.contains(.zero) && unbounded.covers(year: 1990))
  }

  /// The groups of an interval are exactly those of the values in it.
  @Test func generatedIntervalsTouchTheGroupsOfTheirValues() throws {
    let edition = try Editions.decision876()
    var random = Random(seed: 10)
    for _ in 0..<100 {
      let ends = (0..<2).map { _ in Int.random(in: 650...950, using: &random) }.sorted()
      let whole = Interval(
        between: ExactDecimal(tenThousandths: Int64(ends[0]) * 1_000),
        and: ExactDecimal(tenThousandths: Int64(ends[1]) * 1_000))
      let single = (ends[0]...ends[1]).flatMap { value in
        edition.groups(for: Interval(ExactDecimal(tenThousandths: Int64(value) * 1_000)), year: 2022)
          .map(\.label)
      }
      #expect(Set(edition.groups(for: whole, year: 2022).map(\.label)) == Set(single))
    }
  }
}
