import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct CompositeAssemblyTests {
  private let node = Composites.node

  /// A root with two components, 2 : 3. The first has two leaves, 1 : 3; the second is a leaf.
  private func uneven() -> [Framework.FrameworkNode] {
    [
      Composites.node("all", below: nil), Composites.node("A", below: "all", 2),
      Composites.node("A1", below: "A", 1), Composites.node("A2", below: "A", 3),
      Composites.node("B", below: "all", 3),
    ]
  }

  private func index(
    _ nodes: [Framework.FrameworkNode], _ codes: [String], _ rows: [[Double?]], minimumCoverage: Double = 0
  ) throws -> CompositeIndex {
    try CompositeIndex(
      framework: Framework(nodes: nodes), table: Composites.table(codes, rows),
      minimumCoverage: minimumCoverage)
  }

  // MARK: Truncation

  @Test func leavesAreTheDeepestScoredNodes() throws {
    let deep = try index(uneven(), ["A1", "A2", "B"], [[0.2, 0.6, 1]])
    #expect(deep.nodes.map(\.code) == ["all", "A", "A1", "A2", "B"])
    #expect(deep.nodes.map(\.parent) == [nil, 0, 1, 1, 0])
    #expect(deep.nodes.map(\.column) == [nil, nil, 0, 1, 2] && deep.leaves.map(\.node) == [2, 3, 4])
    #expect(deep.components == [1, 4] && deep.weights == [1, 2, 1, 3, 3])
    // (2(0.2 + 3 · 0.6)/4 + 3)/5
    #expect(deep.scores().isClose(to: [0.8]))
    let shallow = try index(uneven(), ["A", "B"], [[0.5, 1]])
    #expect(shallow.nodes.map(\.code) == ["all", "A", "B"] && shallow.scores().isClose(to: [0.8]))
    let total = try index(uneven(), ["all"], [[0.3]])
    #expect(total.nodes.map(\.code) == ["all"] && total.scores() == [0.3] && total.components.isEmpty)
  }

  @Test func scoresAtTwoLevelsAreRefused() throws {
    let table = Composites.table(["A", "A1", "B"], [[0.5, nil, 1], [nil, 0.5, 1]])
    #expect(
      try Composites.faults(uneven(), table) == [.scoresAtTwoLevels(code: "A", below: "A1")])
    let both = Composites.table(["all", "B"], [[0.5, 1]])
    #expect(try Composites.faults(uneven(), both) == [.scoresAtTwoLevels(code: "all", below: "B")])
  }

  // MARK: Missing values

  @Test func missingIsLeftOutAndItsSiblingsScaledUp() throws {
    let index = try index(uneven(), ["A1", "A2", "B"], [[0.2, nil, 1], [nil, nil, 0.7], [0.2, 0.6, 1]])
    // A is A1 alone: (2 · 0.2 + 3 · 1)/5; then B alone.
    #expect(index.scores().isClose(to: [0.68, 0.7, 0.8]))
    #expect(index.coverage.map(Optional.some).isClose(to: [0.7, 0.6, 1]))
    #expect(index.ranks == [3, 2, 1])
  }

  @Test func whatDoesNotApplyLeavesBothSums() throws {
    let framework = try Framework(nodes: uneven())
    let table = ScoreTable(units: [
      .init(name: "u0", scores: ["A1": .value(0.2), "A2": .notApplicable, "B": .value(1)]),
      .init(name: "u1", scores: ["A": .notApplicable, "B": .value(0.5)]),
      .init(name: "u2", scores: ["A": .notApplicable]),
    ])
    let index = try CompositeIndex(framework: framework, table: table)
    #expect(index.scores().isClose(to: [0.68, 0.5]) && index.coverage == [1, 1])
    #expect(index.leaves.map(\.notApplicable) == [[1], [0, 1], []])
    #expect(index.unranked.map(\.unit) == ["u2"] && index.unranked.map(\.coverage) == [0])
  }

  @Test func aFrameworkMayGiveAllPointsOrNoneForWhatDoesNotApply() throws {
    for (rule, expected) in [
      (NotApplicableRule.leavesBoth, 50.0), (.fullPoints, 70), (.zeroPoints, 30),
    ] {
      let framework = try Framework(
        nodes: [
          .init(code: "all", name: nil, maximum: number("100"), parent: nil),
          .init(code: "A", name: nil, maximum: number("40"), parent: "all"),
          .init(code: "A1", name: nil, maximum: number("40"), parent: "A"),
          .init(code: "B", name: nil, maximum: number("60"), parent: "all"),
        ], notApplicable: rule)
      let table = ScoreTable(units: [
        .init(name: "u0", scores: ["A": .notApplicable, "B": .points(try number("30"))]),
        .init(name: "u1", scores: ["A1": .points(try number("10")), "B": .points(try number("60"))]),
      ])
      let index = try CompositeIndex(framework: framework, table: table)
      #expect(index.scores().isClose(to: [expected, 70], within: 1e-10), "\(rule)")
    }
  }

  @Test func unitsBelowTheCoverageAreListedAndNotRanked() throws {
    let rows: [[Double?]] = [[0.2, 0.6, 1], [nil, nil, 0.7], [0.1, 0.2, nil], [nil, nil, nil]]
    let all = try index(uneven(), ["A1", "A2", "B"], rows)
    #expect(all.units == ["u0", "u1", "u2"] && all.unranked.map(\.unit) == ["u3"])
    let most = try index(uneven(), ["A1", "A2", "B"], rows, minimumCoverage: 0.6)
    #expect(most.units == ["u0", "u1"] && most.unranked.map(\.unit) == ["u2", "u3"])
    #expect(most.minimumCoverage == 0.6)
    let table = Composites.table(["A1", "B"], [[0.1, nil]])
    #expect(try Composites.faults(uneven(), table, minimumCoverage: 0.9) == [.nothingToRank])
  }

  /// As a binary sum, 0.7 + 0.1 is slightly below 0.8.
  @Test func aCoverageThatMeetsTheBoundOnPaperIsEnough() throws {
    let index = try Composites.flat(
      [0.7, 0.1, 0.2], [[1, 1, nil], [1, 1, 1]], minimumCoverage: 0.8)
    #expect(index.units == ["u0", "u1"])
    let tenths = try Composites.flat(
      [Double](repeating: 0.1, count: 10), [[Double?](repeating: 1, count: 7) + [nil, nil, nil]],
      minimumCoverage: 0.7)
    #expect(tenths.units == ["u0"])
  }

  @Test func anIndicatorMissingEverywhereIsNamedAndCounts() throws {
    let index = try index(uneven(), ["A1", "B"], [[0.2, 1], [0.4, 0]])
    #expect(index.leftOut.map(\.code) == ["A2"] && index.leftOut.map(\.reason) == [.missingEverywhere])
    #expect(index.coverage.map(Optional.some).isClose(to: [0.7, 0.7]))
  }

  // MARK: Normalisation

  @Test func aConstantIndicatorIsLeftOutAndNamed() throws {
    let method = Normalisation.minMax(low: 0, high: 1)
    let index = try Composites.flat([1, 1], [[3, 5], [3, 6], [3, 7]], normalise: method)
    #expect(index.leftOut.map(\.code) == ["c0"] && index.leftOut.map(\.reason) == [.normalisation(.constant)])
    #expect(index.values[0] == [nil, nil, nil] && index.scores().isClose(to: [0, 0.5, 1]))
  }

  /// Such a unit has no value that can be normalised, so it has no score and must not be ranked.
  @Test func aUnitKnownOnlyWhereNothingCanBeNormalisedIsNotRanked() throws {
    let method = Normalisation.minMax(low: 0, high: 1)
    let index = try Composites.flat([1, 1], [[3, 5], [3, nil], [3, 7]], normalise: method)
    #expect(
      index.units == ["u0", "u2"] && index.unranked.map(\.unit) == ["u1"]
        && index.unranked.map(\.coverage) == [0.5])
    #expect(index.scores() == [0, 1])
    let table = Composites.table(["A"], [[3], [3]])
    let constant = [
      Composites.node("all", below: nil), Composites.node("A", below: "all", 1, normalise: method),
    ]
    #expect(try Composites.faults(constant, table) == [.nothingToRank])
  }

  @Test func unrankedUnitsTakeNoPartInNormalisation() throws {
    let method = Normalisation.minMax(low: 0, high: 1)
    let index = try Composites.flat(
      [1, 3], [[0, 5], [50, 7], [100, nil]], normalise: method, minimumCoverage: 0.5)
    #expect(index.values == [[0, 1], [0, 1]])
  }

  @Test func everyFaultOfTheValuesIsFound() throws {
    let nodes = [
      Composites.node("all", below: nil, aggregate: .geometric),
      Composites.node("A", below: "all", 1, normalise: .distanceToTarget(5)),
      Composites.node("B", below: "all", 1, lowerIsBetter: true), Composites.node("C", below: "all", 1),
    ]
    let table = Composites.table(["A", "B", "C"], [[1, 2, 3], [0, 4, 5]])
    #expect(
      try Composites.faults(nodes, table)
        == [.notPositive(unit: "u1", code: "A"), .lowerIsBetterWithoutScale(code: "B")])
    let negative = Composites.table(["C"], [[3], [-1]])
    #expect(try Composites.faults(nodes, negative) == [.negativeValue(unit: "u1", code: "C")])
  }

  @Test func valuesThatCanNotBeAddedUpAreRefused() throws {
    let nodes = [
      Composites.node("all", below: nil), Composites.node("A", below: "all", 1),
      Composites.node("B", below: "all", 1, normalise: .distanceToTarget(1e-50)),
    ]
    for value in [Double.infinity, -.infinity, .nan, 1.1e100, -2e300] {
      let table = Composites.table(["A", "B"], [[value, 1], [1, 1]])
      #expect(try Composites.faults(nodes, table) == [.outOfRange(unit: "u0", code: "A")], "\(value)")
    }
    // The raw value is in range, the quotient is not.
    let table = Composites.table(["A", "B"], [[1, 1], [1, 1e60]])
    #expect(try Composites.faults(nodes, table) == [.outOfRange(unit: "u1", code: "B")])
    let largest = try Composites.flat([1e100, 1e100], [[1e100, -1e100], [1e100, 1e100]])
    #expect(largest.scores() == [0, 1e100] && largest.ranks == [2, 1])
  }

  // MARK: Points and weights

  @Test func pointsAndWeightsAgreeWhenTheWeightsAreTheMaxima() throws {
    var random = Random(seed: 8)
    let edition = try Framework(Editions.decision876())
    let codes = edition.leaves.map(\.code)
    let weighted = try Framework(
      nodes: edition.nodes.map { node in
        Composites.node(node.code, below: node.parent, node.parent == nil ? nil : node.maximum?.double)
      })
    for _ in 0..<20 {
      let rows = (0..<4).map { _ in
        codes.map { _ in
          Int.random(in: 0..<5, using: &random) == 0 ? nil : Double.random(in: 0...1, using: &random)
        }
      }
      let asPoints = rows.map { row in
        zip(codes, row).map { code, value in value.map { $0 * (edition[code]?.maximum?.double ?? 0) } }
      }
      let one = try CompositeIndex(framework: edition, table: Composites.table(codes, asPoints))
      let other = try CompositeIndex(framework: weighted, table: Composites.table(codes, rows))
      #expect(one.units == other.units && one.coverage == other.coverage)
      #expect(one.scores().isClose(to: other.scores().map { $0.map { $0 * 100 } }, within: 1e-10))
      #expect(one.ranks == other.ranks && one.scale == 100 && other.scale == 1)
    }
  }

  @Test func completeScoresAreThoseOfTheExactScorer() throws {
    let framework = try Framework(Editions.decision876())
    let codes = framework.leaves.map(\.code)
    var random = Random(seed: 9)
    let units = (0..<30).map { number in
      ScoreTable.ScoredUnit(
        name: "u\(number)",
        scores: Dictionary(
          codes.map { ($0, .points(ExactDecimal(tenThousandths: .random(in: 0...60_000, using: &random)))) },
          uniquingKeysWith: { first, _ in first }))
    }
    let exact = FrameworkScorer(framework: framework, rankPlaces: 4).scores(of: ScoreTable(units: units))
    let index = try CompositeIndex(framework: framework, table: ScoreTable(units: units))
    #expect(index.scores().isClose(to: exact.map { $0.total?.points.lower.double }, within: 1e-9))
    #expect(index.ranks == exact.map(\.rank))
  }

  /// Weights of any magnitude are only ratios; a large spread still gives a finite score.
  @Test func weightsFarApartAreShares() throws {
    let rows: [[Double?]] = [[0.25, 0.75], [0.75, 0.25]]
    for factor in [1e-100, 1e-50, 1, 1e99] {
      let index = try Composites.flat([factor, factor * 3], rows)
      #expect(index.scores().isClose(to: [0.625, 0.375]) && index.ranks == [1, 2])
    }
    let apart = try Composites.flat([1e-100, 1e100], rows)
    #expect(apart.scores().isClose(to: [0.75, 0.25]) && apart.coverage == [1, 1])
  }
}
