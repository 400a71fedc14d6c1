import Scoring
import TestSupport
import Testing

@Suite struct SumSystemTests {
  typealias System = SumSystem<String>

  private let sum = System.Constraint(total: "sum", parts: ["a", "b", "c"])

  @Test func aSumFollowsFromItsParts() throws {
    let system = System(
      intervals: [
        "sum": try interval("0", "100"), "a": try interval("1", "2"), "b": try interval("3", "3"),
        "c": try interval("5", "5.5"),
      ], constraints: [sum])
    #expect(try system["sum"] == interval("9", "10.5"))
    #expect(system.steps.map(\.name) == ["sum"] && system.contradictions.isEmpty)
  }

  @Test func aPartFollowsFromTheSumAndTheOthers() throws {
    let system = System(
      intervals: [
        "sum": try interval("100", "100"), "a": try interval("40", "40"), "b": try interval("35.5", "35.5"),
        "c": try interval("0", "100"),
      ], constraints: [sum])
    #expect(try system["c"] == interval("24.5", "24.5"))
    let step = try #require(system.steps.first)
    #expect(try step.before == interval("0", "100") && step.after == interval("24.5", "24.5"))
    #expect(step.constraint == sum)
  }

  @Test func contradictionsAreNamedWithTheirGapAndFiguresKept() throws {
    let known = [
      "sum": try interval("10", "10"), "a": try interval("1", "2"), "b": try interval("3", "3"),
      "c": try interval("4", "4"),
    ]
    let system = System(intervals: known, constraints: [sum])
    #expect(system.intervals == known)
    let found = try #require(system.contradictions.first)
    #expect(try found.gap == number("1") && found.name == "sum")
    #expect(system.contradictions.count == 1)
  }

  @Test func sumsWithUnknownFiguresAreLeftOut() throws {
    let system = System(intervals: ["sum": try interval("1", "1")], constraints: [sum])
    #expect(system.constraints.isEmpty && system["a"] == nil)
  }

  @Test func emptyAndHugeSystemsHold() throws {
    #expect(System(intervals: [:], constraints: []).steps.isEmpty)
    let names = (0..<3_000).map { "part\($0)" }
    var intervals = Dictionary(uniqueKeysWithValues: names.map { ($0, Interval(ExactDecimal(1))) })
    intervals["sum"] = Interval(between: .zero, and: .maximumMagnitude)
    let system = System(
      intervals: intervals, constraints: [System.Constraint(total: "sum", parts: names)])
    #expect(system["sum"] == Interval(ExactDecimal(3_000)))
    let unknown = System(
      intervals: intervals.mapValues { _ in Interval(between: .zero, and: .maximumMagnitude) },
      constraints: [System.Constraint(total: "sum", parts: names)])
    #expect(unknown.contradictions.isEmpty)
  }

  /// Two breakdowns of one total: the generated values stay inside, and narrower input never gives wider results.
  @Test func generatedSystemsHoldTheTruth() throws {
    var random = Random(seed: 5)
    let cuts = [
      sum, System.Constraint(total: "sum", parts: ["d", "e"]),
      System.Constraint(total: "e", parts: ["a", "f"]),
    ]
    for _ in 0..<300 {
      func pick(_ range: ClosedRange<Int>) -> ExactDecimal {
        ExactDecimal(tenThousandths: Int64(Int.random(in: range, using: &random)))
      }
      var truth = ["a": pick(0...500), "b": pick(0...500), "c": pick(0...500)]
      let total = truth.values.reduce(.zero, +)
      truth["sum"] = total
      let a = try #require(truth["a"])
      let other = min(pick(0...500), total - a)
      truth["f"] = other
      truth["e"] = a + other
      truth["d"] = total - a - other
      var (wide, narrow): ([String: Interval], [String: Interval]) = ([:], [:])
      for (name, value) in truth.sorted(by: { $0.key < $1.key }) {
        let outer = Interval(between: value - pick(0...800), and: value + pick(0...800))
        wide[name] = outer
        narrow[name] = Bool.random(using: &random) ? Interval(value) : outer
      }
      let (first, second) = (
        System(intervals: wide, constraints: cuts), System(intervals: narrow, constraints: cuts)
      )
      #expect(first.contradictions.isEmpty && second.contradictions.isEmpty)
      for (name, value) in truth {
        let (loose, tight) = (try #require(first[name]), try #require(second[name]))
        #expect(loose.contains(value) && tight.contains(value) && loose.contains(tight))
        #expect(try #require(wide[name]).contains(loose))
      }
    }
  }
}
