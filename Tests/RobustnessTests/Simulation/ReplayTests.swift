import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct ReplayTests {
  private func replay(
    _ index: CompositeIndex, _ rows: [[Double]]
  ) throws -> (result: RobustnessResult, ranks: [[Int]?]) {
    var given = rows[...]
    var ranks: [[Int]?] = []
    let result = try RankSimulation(index: index, settings: RankSimulation.Settings(countsPairs: true))
      .replay(
        next: { limit in
          defer { given = given.dropFirst(limit) }
          return Array(given.prefix(limit))
        },
        batches: { batch in
          ranks += (batch.firstDraw..<batch.firstDraw + batch.count).map(batch.ranks)
        })
    return (result, ranks)
  }

  /// Positions: 0 root, 1 leaf, 2 group, 3 and 4 its leaves.
  private func index() throws -> CompositeIndex {
    try IndexTree.group(1, [.leaf(1, [1, 2]), .group(1, [.leaf(1, [3, 1]), .leaf(1, [1, 2])])]).index()
  }

  @Test func givenWeightsDecide() throws {
    let (result, ranks) = try replay(
      index(), [[1, 1, 0, 1, 1], [1, 0, 2, 5, 0], [9, 1, 1, 1, 3], [1, 1, 2, 1, 0]])
    #expect(ranks == [[2, 1], [1, 2], [2, 1], [1, 2]])
    #expect(result.draws == 4)
    #expect(result.units.map(\.ranks.counts) == [[2, 2], [2, 2]])
    #expect(result.units.map(\.rank) == [2, 1])
  }

  @Test func drawsWhoseWeightsAreAllZeroAreCountedAsExcluded() throws {
    let (result, ranks) = try replay(
      index(), [[1, 1, 1, 1, 1], [1, 0, 0, 1, 1], [1, 1, 1, 0, 0], [0, 0, 0, 0, 0]])
    #expect(ranks.map { $0 == nil } == [false, true, true, true])
    #expect(result.draws == 1)
    #expect(result.excluded == [.zeroWeights: 3])
    #expect(result.units.allSatisfy { $0.ranks.draws == 1 })
    #expect(result.pairs?.draws == 1)
  }

  @Test func nothingGivenIsNoDraw() throws {
    let (result, _) = try replay(index(), [])
    #expect(result.draws == 0)
    #expect(result.excluded.isEmpty)
  }

  @Test func invalidWeightsAreRefused() throws {
    let good = [1.0, 1, 1, 1, 1]
    for bad in [-1, .infinity, -.infinity, .nan] as [Double] {
      var row = good
      row[3] = bad
      #expect(throws: ReplayFault.weightInvalid(draw: 1, code: "r.2.1")) {
        try replay(index(), [good, row])
      }
    }
    #expect(throws: ReplayFault.weightInvalid(draw: 0, code: "r.2")) {
      try replay(index(), [[1, 1, 1, 1e308, 1e308]])
    }
    #expect(throws: ReplayFault.weightCount(draw: 2, count: 4)) {
      try replay(index(), [good, good, [1, 1, 1, 1]])
    }
    #expect(throws: ReplayFault.weightCount(draw: 1024, count: 6)) {
      try replay(index(), [[Double]](repeating: good, count: 1024) + [[1, 1, 1, 1, 1, 1]])
    }
  }

  // MARK: Invariances

  private func randomRows(_ count: Int, _ nodes: Int, _ random: inout Random) -> [[Double]] {
    (0..<count).map { _ in (0..<nodes).map { _ in Double.random(in: 0...1, using: &random) } }
  }

  @Test func theOrderOfUnitsDoesNotMatter() throws {
    var random = Random(seed: 31)
    let columns = (0..<4).map { _ in (0..<9).map { _ in Double.random(in: 0...1, using: &random) } }
    let order = (0..<9).shuffled(using: &random)
    func tree(_ order: [Int]) -> IndexTree {
      let leaves = columns.map { values in IndexTree.leaf(1, order.map { values[$0] }) }
      return .group(1, [.group(1, Array(leaves[..<2])), leaves[2], leaves[3]])
    }
    let rows = randomRows(200, 6, &random)
    let plain = try replay(tree(Array(0..<9)).index(), rows).ranks
    let shuffled = try replay(tree(order).index(), rows).ranks
    for (one, other) in zip(plain, shuffled) {
      #expect(one.map { ranks in order.map { ranks[$0] } } == other)
    }
  }

  @Test func theOrderOfSiblingsDoesNotMatter() throws {
    var random = Random(seed: 32)
    let columns = (0..<4).map { _ in (0..<9).map { _ in Double.random(in: 0...1, using: &random) as Double? }
    }
    let order = (0..<4).shuffled(using: &random)
    let leaves = columns.map { IndexTree.leaf(1, $0) }
    let rows = randomRows(200, 5, &random)
    let plain = try replay(IndexTree.group(1, leaves).index(), rows).ranks
    let shuffled = try replay(
      IndexTree.group(1, order.map { leaves[$0] }).index(),
      rows.map { row in [row[0]] + order.map { row[$0 + 1] } }
    ).ranks
    #expect(plain == shuffled)
  }

  @Test func theUnitOfAnIndicatorDoesNotMatterUnderMinMax() throws {
    var random = Random(seed: 33)
    let columns = (0..<3).map { _ in (0..<9).map { _ in Double.random(in: 0...1, using: &random) } }
    func tree(factor: Double, shift: Double) -> IndexTree {
      .group(
        1,
        columns.enumerated().map { place, values in
          .leaf(
            1, values.map { place == 1 ? $0 * factor + shift : $0 }, normalisation: .minMax(low: 0, high: 100)
          )
        })
    }
    let rows = randomRows(200, 4, &random)
    let plain = try replay(tree(factor: 1, shift: 0).index(), rows).ranks
    #expect(try replay(tree(factor: 1000, shift: -40).index(), rows).ranks == plain)
    // A common factor of all weights of a group has no effect either.
    let scaled = rows.map { $0.map { $0 * 7 } }
    #expect(try replay(tree(factor: 1, shift: 0).index(), scaled).ranks == plain)
  }
}
