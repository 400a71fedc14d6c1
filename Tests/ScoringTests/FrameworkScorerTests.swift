import Scoring
import TestSupport
import Testing

/// Properties of scoring on frameworks, over many small cases.
@Suite struct FrameworkScorerTests {
  private static let rules = NotApplicableRule.allCases
  private static let leaves = [("A1", 3), ("A2", 5), ("B1", 4), ("B2", 1), ("C", 7)]

  private func framework(
    _ rule: NotApplicableRule = .leavesBoth, order: [Int]? = nil
  ) throws -> Framework {
    func node(_ code: String, _ maximum: Int, _ parent: String?) -> Framework.FrameworkNode {
      Framework.FrameworkNode(code: code, name: nil, maximum: ExactDecimal(maximum), parent: parent)
    }
    let nodes = [
      node("all", 20, nil), node("A", 8, "all"), node("B", 5, "all"), node("C", 7, "all"), node("A1", 3, "A"),
      node("A2", 5, "A"), node("B1", 4, "B"), node("B2", 1, "B"),
    ]
    return try Framework(
      nodes: (order ?? Array(nodes.indices)).map { nodes[$0] }, groups: Editions.nationalGroups(),
      notApplicable: rule)
  }

  private func score(
    _ scores: [String: ScoreTable.Score], on framework: Framework
  ) throws -> UnitScore {
    let table = ScoreTable(units: [ScoreTable.ScoredUnit(name: "unit", scores: scores)])
    return try #require(FrameworkScorer(framework: framework).scores(of: table).first)
  }

  /// Scores of every leaf; about every sixth does not apply.
  private func fullScores(_ random: inout Random) throws -> [String: ScoreTable.Score] {
    var scores: [String: ScoreTable.Score] = [:]
    for (code, top) in FrameworkScorerTests.leaves {
      let points = ScoreTable.Score.points(try number(random.decimal(from: 0, to: top).text))
      scores[code] = Int.random(in: 0..<6, using: &random) == 0 ? .notApplicable : points
    }
    return scores
  }

  @Test(arguments: rules) func hiddenCellsGiveIntervalsThatHoldTheTruth(
    rule: NotApplicableRule
  ) throws {
    var random = Random(seed: 41)
    let framework = try framework(rule)
    for _ in 0..<150 {
      let full = try fullScores(&random)
      let truth = try score(full, on: framework)
      // The scorer knows what does not apply, but not what is hidden.
      let shown = full.filter { $0.value == .notApplicable || Bool.random(using: &random) }
      let partial = try score(shown, on: framework)
      for (known, whole) in zip(partial.nodes, truth.nodes) {
        #expect(whole.points.isExact && known.points.contains(whole.points), "\(known.code): \(shown)")
        #expect(known.applies == whole.applies && known.maximum == whole.maximum)
        if let percent = whole.percent { #expect(known.percent?.contains(percent) == true) }
        if let maximum = known.maximum, known.applies { #expect(known.points.upper <= maximum) }
      }
      #expect(Set(truth.groups).isSubset(of: partial.groups))
      #expect(truth.missing == [] && partial.contradictions == [])
    }
  }

  @Test(arguments: rules) func sumsHiddenOrGivenSayTheSame(rule: NotApplicableRule) throws {
    var random = Random(seed: 42)
    let framework = try framework(rule)
    for _ in 0..<60 {
      var scores = try fullScores(&random).mapValues { $0 == .notApplicable ? .points(.zero) : $0 }
      let truth = try score(scores, on: framework)
      // The sum of a part replaces one of its leaves, which can then be inferred.
      scores["A2"] = nil
      scores["A"] = try .points(#require(truth.nodes.first { $0.code == "A" }).points.lower)
      let other = try score(scores, on: framework)
      #expect(other.nodes.map(\.points) == truth.nodes.map(\.points))
      #expect(other.missing == [] && other.rank == 1)
      #expect(other.nodes.first { $0.code == "A2" }?.isGiven == false)
    }
  }

  @Test func moreKnownNeverWidens() throws {
    var random = Random(seed: 43)
    let framework = try framework()
    for _ in 0..<60 {
      let full = try fullScores(&random)
      var shown = full.filter { $0.value == .notApplicable }
      var before = try #require(try score(shown, on: framework).total).points
      for (code, value) in full.sorted(by: { $0.key < $1.key }) {
        shown[code] = value
        let after = try #require(try score(shown, on: framework).total).points
        #expect(before.contains(after))
        before = after
      }
      #expect(before.isExact)
    }
  }

  @Test func theOrderOfNodesDoesNotMatter() throws {
    var random = Random(seed: 44)
    let plain = try framework()
    for _ in 0..<40 {
      let shown = try fullScores(&random).filter { _ in Bool.random(using: &random) }
      let shuffled = try framework(order: Array(0..<8).shuffled(using: &random))
      let (first, second) = (try score(shown, on: plain), try score(shown, on: shuffled))
      #expect(first.index == second.index && Set(first.missing) == Set(second.missing))
      for node in first.nodes {
        #expect(second.nodes.first { $0.code == node.code }?.points == node.points)
      }
    }
  }

  @Test func missingIsNeverZero() throws {
    for (code, top) in FrameworkScorerTests.leaves {
      var scores = Dictionary(
        uniqueKeysWithValues: FrameworkScorerTests.leaves.map { ($0.0, ScoreTable.Score.points(.zero)) })
      scores[code] = nil
      let result = try score(scores, on: framework())
      #expect(result.total?.points == Interval(between: .zero, and: ExactDecimal(top)))
      #expect(result.missing.contains(code) && result.missing.contains("all"))
      #expect(result.groups.count == Set(result.groups).count)
    }
  }

  @Test func everyPartThatDoesNotApplyTakesItsParentAlong() throws {
    let result = try score(
      ["B1": .notApplicable, "B2": .notApplicable, "A": .notApplicable, "C": .points(ExactDecimal(7))],
      on: framework())
    #expect(result.nodes.filter(\.applies).map(\.code) == ["all", "C"])
    #expect(result.total?.maximum == ExactDecimal(7) && result.index == Interval(ExactDecimal(100)))
    #expect(result.missing == [])
  }

  /// 20.501 of 61.5 are 33.33495…, which rounds to 33.33; rounding it twice would give 33.34.
  @Test func percentagesAreRoundedOnce() throws {
    let framework = try Framework(nodes: [
      Framework.FrameworkNode(code: "all", name: nil, maximum: number("61.5"), parent: nil)
    ])
    let tied = try number("20.5")
    let table = try ScoreTable(units: [
      ScoreTable.ScoredUnit(name: "a", scores: ["all": .points(number("20.501"))]),
      ScoreTable.ScoredUnit(name: "b", scores: ["all": .points(tied)]),
      ScoreTable.ScoredUnit(name: "c", scores: ["all": .points(number("20.502"))]),
    ])
    let scores = FrameworkScorer(framework: framework).scores(of: table)
    #expect(scores.map(\.rank) == [2, 2, 1])
    #expect(try scores[0].total?.percent(places: 2) == Interval(number("33.33")))
    #expect(try scores[0].index == Interval(number("33.335")))
    #expect(FrameworkScorer(framework: framework, rankPlaces: 4).scores(of: table).map(\.rank) == [2, 3, 1])
  }

  /// 89.99996 percent is not 90, although it rounds to 90.
  @Test func groupsAreNotRounded() throws {
    let framework = try Framework(
      nodes: [Framework.FrameworkNode(code: "all", name: nil, maximum: ExactDecimal(3000), parent: nil)],
      groups: Editions.nationalGroups())
    let below = try score(["all": .points(number("2699.999"))], on: framework)
    #expect(below.groups.contains("B"))
    #expect(try score(["all": .points(number("2700"))], on: framework).groups == ["A"])
    #expect(try score(["all": .points(number("2690"))], on: framework).groups == ["B"])
  }
}
