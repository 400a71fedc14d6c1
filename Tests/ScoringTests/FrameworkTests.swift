import Scoring
import TestSupport
import Testing

@Suite struct FrameworkTests {
  private func node(_ code: String, _ maximum: String?, below parent: String?) throws
    -> Framework.FrameworkNode
  {
    Framework.FrameworkNode(code: code, name: nil, maximum: try maximum.map(number), parent: parent)
  }

  private func faults(_ nodes: [Framework.FrameworkNode]) -> [Framework.FrameworkFault] {
    do throws(FrameworkFaults) {
      _ = try Framework(nodes: nodes)
      return []
    } catch {
      return error.faults
    }
  }

  /// A district's index: two parts, the first with two criteria.
  private func framework(_ rule: NotApplicableRule = .leavesBoth) throws -> Framework {
    try Framework(
      nodes: [
        node("all", "100", below: nil), node("A", "60", below: "all"), node("A1", "20", below: "A"),
        node("A2", "40", below: "A"), node("B", "40", below: "all"),
      ],
      groups: Editions.nationalGroups(), notApplicable: rule)
  }

  private func scores(
    _ framework: Framework, _ units: [[String: ScoreTable.Score]]
  ) -> [UnitScore] {
    FrameworkScorer(framework: framework).scores(
      of: ScoreTable(
        units: units.enumerated().map { ScoreTable.ScoredUnit(name: "unit \($0.offset)", scores: $0.element) }
      ))
  }

  private func points(_ text: String) throws -> ScoreTable.Score { .points(try number(text)) }

  // MARK: The tree

  @Test func everyFaultIsFound() throws {
    #expect(faults([]) == [.noRoot])
    let root = try node("all", "100", below: nil)
    #expect(try faults([root, node("other", "1", below: nil)]) == [.secondRoot("other")])
    #expect(try faults([root, node("A", "1", below: "x")]) == [.unknownParent(code: "A", parent: "x")])
    #expect(try faults([root, node("A", "0", below: "all")]).contains(.notPositive(code: "A")))
    #expect(
      try faults([root, node("A", "100", below: "all"), node("A", "100", below: "all")]).contains(
        .duplicate("A")))
    #expect(
      try faults([root, node("A", "60", below: "all"), node("B", "39", below: "all")])
        == [.sum(code: "all", stated: number("100"), sum: number("99"))])
    #expect(
      try faults([root, node("A", nil, below: "B"), node("B", nil, below: "A")])
        == [.cycle("A"), .cycle("B")])
  }

  @Test func nodesAreOrderedParentsFirst() throws {
    let framework = try Framework(nodes: [
      node("A1", "5", below: "A"), node("all", "10", below: nil), node("B", "5", below: "all"),
      node("A", "5", below: "all"),
    ])
    #expect(framework.nodes.map(\.code) == ["all", "B", "A", "A1"])
    #expect(framework.leaves.map(\.code) == ["B", "A1"] && framework.root == "all")
    #expect(framework.children(of: "all") == ["B", "A"] && framework["nowhere"] == nil)
  }

  @Test func editionsAreFrameworks() throws {
    let framework = try Framework(Editions.decision876())
    #expect(framework.nodes.count == 9 && framework.root == "total" && framework.groups.count == 3)
  }

  // MARK: Scores

  @Test func completeScoresAreExactAndRanked() throws {
    let table: [[String: ScoreTable.Score]] = [
      ["A1": try points("0.1"), "A2": try points("0.2"), "B": try points("40")],
      ["A1": try points("0.3"), "A2": try points("0"), "B": try points("40")],
      ["A": try points("59.9"), "B": try points("30.1")],
    ]
    let result = scores(try framework(), table)
    #expect(result.map(\.rank) == [2, 2, 1])
    #expect(try result[0].index == interval("40.3", "40.3") && result[0].missing.isEmpty)
    #expect(result[2].groups == ["A"] && result[2].missing == ["A1", "A2"])
  }

  @Test func missingScoresAreIntervals() throws {
    let result = scores(
      try framework(), [["A1": try points("20")], ["A": try points("30"), "B": try points("40")]])
    #expect(try result[0].index == interval("20", "100"))
    #expect(result[0].rank == nil && result[0].rankBounds == 1...2)
    #expect(result[0].missing == ["all", "A", "A2", "B"])
    #expect(scores(try framework(), [[:]])[0].index == Interval(between: .zero, and: ExactDecimal(100)))
  }

  @Test func contradictionsAreReported() throws {
    let result = scores(
      try framework(), [["A": try points("50"), "A1": try points("10"), "A2": try points("20")]])
    #expect(result[0].contradictions.map(\.code) == ["A"])
    #expect(try result[0].contradictions.map(\.gap) == [number("20")])
  }

  @Test func eachRuleForWhatDoesNotApply() throws {
    let unit: [String: ScoreTable.Score] = [
      "A1": .notApplicable, "A2": try points("30"), "B": try points("30"),
    ]
    let expected: [(NotApplicableRule, String, String)] = [
      (.leavesBoth, "60", "75"), (.fullPoints, "80", "80"), (.zeroPoints, "60", "60"),
    ]
    for (rule, points, percent) in expected {
      let result = scores(try framework(rule), [unit])[0]
      #expect(try result.total?.points == interval(points, points))
      #expect(try result.index == interval(percent, percent))
    }
    let nothing = scores(try framework(), [["A": .notApplicable, "B": .notApplicable]])[0]
    #expect(nothing.index == nil && nothing.rank == nil)
  }

  @Test func unknownMaximaAndExtremePointsDoNotTrap() throws {
    var nodes = [try node("all", nil, below: nil)]
    for index in 0..<12_000 { nodes.append(try node("n\(index)", nil, below: "all")) }
    let result = scores(try Framework(nodes: nodes), [["n0": .points(.maximumMagnitude)], [:]])
    #expect(result.allSatisfy { $0.index == nil && $0.rank == nil })
  }

  @Test func ranksDoNotDependOnTheOrderOfUnits() throws {
    var random = Random(seed: 16)
    let framework = try framework()
    for _ in 0..<60 {
      let table = try (0..<6).map { _ -> [String: ScoreTable.Score] in
        var unit: [String: ScoreTable.Score] = [:]
        for (code, top) in [("A1", 20), ("A2", 40), ("B", 40)] where Int.random(in: 0..<5, using: &random) > 0
        {
          unit[code] = try points(random.decimal(from: 0, to: top, places: 1).text)
        }
        return unit
      }
      let order = Array(table.indices).shuffled(using: &random)
      let (first, second) = (scores(framework, table), scores(framework, order.map { table[$0] }))
      #expect(second.map(\.rankBounds) == order.map { first[$0].rankBounds })
      #expect(second.map(\.index) == order.map { first[$0].index })
      for score in first {
        let index = try #require(score.index)
        #expect(index.lower >= .zero && index.upper <= ExactDecimal(100))
      }
    }
  }
}
