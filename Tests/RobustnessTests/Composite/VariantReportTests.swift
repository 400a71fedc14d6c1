import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct VariantReportTests {
  private func variant(
    _ index: CompositeIndex, without omitted: Int?, _ aggregation: Aggregation?
  ) throws -> Result<VariantReport.Ranking, VariantReport.VariantObstacle> {
    try #require(
      VariantReport(index).variants.first { $0.omitted == omitted && $0.aggregation == aggregation }
    ).result
  }

  @Test func theDesignIsFull() throws {
    let index = try Composites.flat([1, 2, 0], [[0.1, 0.2, 0.3], [0.4, 0.1, 0.2]])
    let variants = VariantReport(index).variants
    // The third component has no weight.
    #expect(variants.map(\.omitted) == [nil, nil, nil, 1, 1, 1, 2, 2, 2])
    let means: [Aggregation?] = [nil, .geometric, .harmonic]
    #expect(variants.map(\.aggregation) == means + means + means)
    let mixed = try CompositeIndex(
      framework: Framework(nodes: [
        Composites.node("root", below: nil, aggregate: .geometric), Composites.node("A", below: "root", 1),
        Composites.node("A1", below: "A", 1), Composites.node("B", below: "root", 1),
      ]), table: Composites.table(["A1", "B"], [[0.2, 0.4]]))
    #expect(
      VariantReport(mixed).variants.prefix(4).map(\.aggregation) == [nil, .arithmetic, .geometric, .harmonic])
  }

  /// Nominal scores 0.5, 0.45, 0.4; without the first component 0.2, 0.5, 0.4; geometric √0.16, √0.2, 0.4.
  @Test func shiftsAreThoseOfTheHandbook() throws {
    let index = try Composites.flat([1, 1], [[0.8, 0.2], [0.4, 0.5], [0.4, 0.4]])
    let nominal = try variant(index, without: nil, nil).get()
    #expect(nominal.ranks == [1, 2, 3] && nominal.meanAbsoluteShift == 0 && nominal.greatestShift == 0)
    let without = try variant(index, without: 1, nil).get()
    #expect(without.scores.isClose(to: [0.2, 0.5, 0.4]) && without.ranks == [3, 1, 2])
    #expect(without.meanAbsoluteShift == 4.0 / 3 && without.greatestShift == 2)
    let geometric = try variant(index, without: nil, .geometric).get()
    #expect(geometric.scores.isClose(to: [0.4, 0.2.squareRoot(), 0.4]) && geometric.ranks == [2, 1, 2])
    #expect(geometric.meanAbsoluteShift == 1)
    let both = try variant(index, without: 2, .harmonic).get()
    #expect(both.ranks == [1, 2, 2] && both.meanAbsoluteShift == 1.0 / 3)
  }

  /// Omitting a component equals a framework without it.
  @Test(arguments: Aggregation.allCases) func leavingOutIsAFrameworkWithout(_ aggregation: Aggregation) throws
  {
    var random = Random(seed: 41)
    for _ in 0..<10 {
      let groups: [(weight: Double, leaves: [Double])] = [(2, [1, 3]), (1, [2]), (4, [1, 1, 1])]
      let rows = (0..<6).map { _ in
        (0..<6).map { place -> Double? in
          place > 0 && Int.random(in: 0..<5, using: &random) == 0
            ? nil : Double.random(in: 0.1...1, using: &random)
        }
      }
      let index = try Composites.nested(groups, rows)
      let fewer = try Composites.nested(
        Array(groups.dropLast()), rows.map { Array($0.prefix(3)) }, aggregate: aggregation)
      let component = try #require(index.components.last)
      let mean: Aggregation? = aggregation == .arithmetic ? nil : aggregation
      let ranking = try variant(index, without: component, mean).get()
      #expect(ranking.scores.isClose(to: fewer.scores()) && ranking.ranks == fewer.ranks)
    }
  }

  @Test func valuesBelowZeroAreAReasonAndNotAGap() throws {
    let index = try Composites.flat([1, 1], [[3, 5], [4, 2], [8, 9]], normalise: .zScore)
    guard case .failure(.negativeValues(let nodes, let units)) = try variant(index, without: nil, .geometric)
    else {
      Issue.record("a geometric mean of values below zero")
      return
    }
    #expect(nodes == [1, 2] && units == [0, 1])
    let half = try Composites.flat([1, 1], [[-1, 0.5], [1, 0.6]])
    #expect(throws: VariantReport.VariantObstacle.negativeValues(nodes: [1], units: [0])) {
      try variant(half, without: 2, .harmonic).get()
    }
    #expect(try variant(half, without: 1, .harmonic).get().ranks == [2, 1])
  }

  @Test func theOnlyComponentCanNotBeLeftOut() throws {
    let index = try Composites.flat([1, 0], [[0.1, 0.2], [0.4, 0.1]])
    let left = VariantReport(index).variants.filter { $0.omitted != nil }
    #expect(left.count == 3)
    for variant in left {
      #expect(throws: VariantReport.VariantObstacle.onlyComponent) { try variant.result.get() }
    }
  }

  @Test func zerosAreCounted() throws {
    let index = try Composites.flat([1, 1], [[0, 1], [0.3, 0.3], [0, 0]])
    #expect(try variant(index, without: nil, nil).get().zeroed.isEmpty)
    let geometric = try variant(index, without: nil, .geometric).get()
    #expect(geometric.zeroed == [0] && geometric.ranks == [2, 1, 2])
    #expect(geometric.scores.isClose(to: [0, 0.3, 0]))
  }

  /// A unit with no known value among the kept parts is left out of both rankings, so that the others stay comparable.
  @Test func unitsWithoutAScoreAreLeftOutOfBothRankings() throws {
    let index = try Composites.flat([1, 1], [[0.9, nil], [0.5, 0.6], [0.4, 0.8]])
    let without = try variant(index, without: 1, nil).get()
    #expect(without.ranks == [nil, 2, 1] && without.scores.isClose(to: [nil, 0.6, 0.8]))
    // Between these two the nominal ranks are already 2 and 1.
    #expect(without.meanAbsoluteShift == 0)
    let alone = try Composites.flat([1, 1], [[0.9, nil]])
    #expect(throws: VariantReport.VariantObstacle.noScores) { try variant(alone, without: 1, nil).get() }
  }
}
