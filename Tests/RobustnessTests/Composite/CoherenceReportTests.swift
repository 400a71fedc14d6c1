import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct CoherenceReportTests {
  /// Columns (1, 2, 3, 4, 5), (2, 1, 4, 3, 5) and (5, 4, 3, 2, 1.5), and a unit without a value in the last.
  private func sample() throws -> CompositeIndex {
    try Composites.flat(
      [1, 2, 1], [[1, 2, 5], [2, 1, 4], [3, 4, 3], [4, 3, 2], [5, 5, 1.5], [9, 7, nil]])
  }

  /// `np.corrcoef` and `scipy.stats.spearmanr` of NumPy 2.4 and SciPy 1.17.
  @Test func correlationsAreThoseOfNumPy() throws {
    let report = CoherenceReport(try sample())
    #expect(report.pairs.map { [$0.first, $0.second] } == [[1, 2], [1, 3], [2, 3]])
    #expect(
      report.pairs.map(\.pearson.value).isClose(to: [
        0.916515138991168, -0.993883734673619, -0.773020682523926,
      ]))
    #expect(report.pairs.map(\.spearman.value).isClose(to: [0.885714285714286, -1.0, -0.8]))
    #expect(
      report.pairs.map(\.pearson.count) == [6, 5, 5] && report.pairs.map(\.spearman.count) == [6, 5, 5])
    #expect(report.pairs.map(\.isRedundant) == [true, true, false])
    #expect(report.pairs.map(\.isOpposed) == [false, true, true])
    #expect(
      report.components.map(\.pearson.value).isClose(to: [
        0.953857791408064, 0.942513085161568, -0.777398421613074,
      ]))
    #expect(report.components.map(\.pearson.count) == [6, 6, 5])
    #expect(report.components.map(\.isOpposed) == [false, false, true])
  }

  @Test func equalValuesShareTheMeanOfTheirRanks() throws {
    // Ranks (1, 2.5, 2.5, 4) and (1.5, 1.5, 3, 4): deviations −1.5 0 0 1.5 and −1 −1 0.5 1.5.
    let index = try Composites.flat([1, 1], [[0.1, 7], [0.3, 7], [0.1 + 0.2, 8], [0.5, 9]])
    let spearman = try #require(CoherenceReport(index).pairs.first?.spearman.value)
    #expect(spearman.isApproximately(3.75 / (4.5 * 4.5).squareRoot()))
  }

  @Test func effectiveWeightsAreSharesOfTheVariance() throws {
    let report = CoherenceReport(try sample())
    #expect(report.components.map { Optional($0.nominalWeight) } == [0.25, 0.5, 0.25])
    #expect(
      report.components.map(\.effectiveWeight.value).isClose(to: [
        0.384615384615385, 0.950226244343891, -0.334841628959276,
      ]))
    #expect(report.components.map(\.effectiveWeight.count) == [5, 5, 5])
    var random = Random(seed: 51)
    for _ in 0..<30 {
      let rows = (0..<8).map { _ in (0..<5).map { _ in Double.random(in: 0...1, using: &random) } }
      let index = try Composites.nested([(3, [1, 2]), (1, [1, 1]), (0, [1])], rows)
      let weights = CoherenceReport(index).components.compactMap(\.effectiveWeight.value)
      #expect(weights.count == 3 && weights[2] == 0)
      #expect(weights.reduce(0, +).isApproximately(1))
    }
  }

  @Test func alphaIsThatOfCronbach() throws {
    // Variances 2.5, 2.5 and 2.05 of the five complete units; 3.05 of their sums.
    let report = CoherenceReport(try sample())
    #expect(report.groups.map(\.node) == [0] && report.groups.map(\.parts) == [3])
    #expect(report.groups.map(\.alpha.count) == [5])
    #expect(report.groups.map(\.alpha.value).isClose(to: [-1.967213114754099]))
    // Identical parts have full consistency.
    let same = try Composites.nested([(1, [1, 1]), (1, [1])], [[1, 1, 5], [2, 2, 1], [4, 4, 2]])
    let groups = CoherenceReport(same).groups
    #expect(groups.map(\.node) == [0, 1] && [groups[1].alpha.value].isClose(to: [1]))
  }

  @Test func whatIsNotDefinedSaysWhyAndIsNeverNaN() throws {
    let constant = CoherenceReport(try Composites.flat([1, 1], [[0.3, 1], [0.1 + 0.2, 2], [0.3, 4]]))
    #expect(constant.pairs.map(\.pearson.undefined) == [.constant])
    #expect(
      constant.pairs.map(\.spearman.undefined) == [.constant] && constant.pairs.map(\.pearson.count) == [3])
    #expect(constant.components.map(\.pearson.undefined) == [.constant, nil])
    #expect(constant.pairs.allSatisfy { !$0.isRedundant && !$0.isOpposed })
    let few = CoherenceReport(try Composites.flat([1, 1], [[1, 2], [2, 1], [3, nil]]))
    #expect(few.pairs.map(\.pearson.undefined) == [.tooFewUnits] && few.pairs.map(\.pearson.count) == [2])
    #expect(few.groups.map(\.alpha.undefined) == [.tooFewUnits])
    #expect(few.components.map(\.effectiveWeight.undefined) == [.tooFewUnits, .tooFewUnits])
    let tied = CoherenceReport(try Composites.flat([1, 1], [[1, 3], [2, 2], [3, 1]]))
    #expect(tied.groups.map(\.alpha.undefined) == [.constant])
    #expect(tied.components.map(\.effectiveWeight.undefined) == [.constant, .constant])
    #expect(tied.pairs.map(\.isRedundant) == [true] && tied.pairs.map(\.isOpposed) == [true])
    let geometric = CoherenceReport(
      try Composites.flat([1, 1], [[1, 3], [2, 2], [3, 4]], aggregate: .geometric))
    #expect(geometric.components.map(\.effectiveWeight.undefined) == [.notArithmetic, .notArithmetic])
    #expect(geometric.components.allSatisfy { $0.pearson.value != nil })
  }

  @Test func scalesDoNotMatter() throws {
    let rows: [[Double?]] = [[1, 2], [2, 1], [3, 4], [4, 3]]
    let one = CoherenceReport(try Composites.flat([1, 1], rows))
    for factor in [1e-90, 1e90] {
      let other = CoherenceReport(
        try Composites.flat([1, 1], rows.map { [$0[0].map { $0 * factor }, $0[1]] }))
      #expect([other.pairs[0].pearson.value].isClose(to: [one.pairs[0].pearson.value]))
      #expect([other.pairs[0].spearman.value].isClose(to: [one.pairs[0].spearman.value]))
    }
  }

  @Test func aSingleNodeHasNothingToCompare() throws {
    let total = try CompositeIndex(
      framework: Framework(nodes: [
        Composites.node("root", below: nil), Composites.node("c", below: "root", 1),
      ]), table: Composites.table(["root"], [[1], [2]]))
    let report = CoherenceReport(total)
    #expect(report.pairs.isEmpty && report.components.isEmpty && report.groups.isEmpty)
  }
}
