import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct ScoreDifferenceTests {
  @Test func aGapIsTheDifferenceOfEachComponent() throws {
    let index = try Composites.flat([3, 1], [[0.9, 0.1], [0.5, 0.7]])
    let gap = try #require(ScoreDifference(between: 0, and: 1, in: index))
    #expect(gap.parts.map(\.code) == ["c0", "c1"])
    #expect(gap.parts.map { Optional($0.difference) }.isClose(to: [0.3, -0.15]))
    #expect(
      gap.parts.map { $0.split?.weights } == [0, 0] && gap.parts.map { $0.split?.interaction } == [0, 0])
    #expect(gap.difference.isApproximately(0.15))
  }

  @Test func aGapOfPointsIsInPoints() throws {
    let framework = try Framework(Editions.decision876())
    let codes = framework.leaves.map(\.code)
    let rows = [codes.map { _ in Optional(6.0) }, codes.enumerated().map { Double($0.offset) / 2 }]
    let index = try CompositeIndex(framework: framework, table: Composites.table(codes, rows))
    let gap = try #require(ScoreDifference(between: 0, and: 1, in: index))
    #expect(
      gap.parts.map { Optional($0.difference) }.isClose(to: (0..<8).map { 6 - Double($0) / 2 }, within: 1e-10)
    )
    #expect(gap.parts.allSatisfy { $0.name != nil })
  }

  /// Weights (0.4, 0.6) become (0.5, 0.5) and values (0.5, 0.8) become (0.7, 0.6).
  @Test func aChangeIsSplitAsItsFormulaSays() throws {
    let before = try Composites.flat([2, 3], [[0.5, 0.8]])
    let after = try Composites.flat([1, 1], [[0.7, 0.6], [0, 0]])
    let change = try #require(ScoreDifference(of: "u0", from: before, to: after))
    let splits = try change.parts.map { try #require($0.split) }
    // 0.2 · 0.45 and −0.2 · 0.55; 0.1 · 0.6 and −0.1 · 0.7; 0.1 · 0.2 and −0.1 · −0.2.
    #expect(splits.map { Optional($0.performance) }.isClose(to: [0.09, -0.11]))
    #expect(splits.map { Optional($0.weights) }.isClose(to: [0.06, -0.07]))
    #expect(splits.map { Optional($0.interaction) }.isClose(to: [0.02, 0.02]))
    #expect(change.difference.isApproximately(-0.03))
    #expect(ScoreDifference(of: "u1", from: before, to: after) == nil)
    #expect(ScoreDifference(of: "u1", from: after, to: before) == nil)
  }

  @Test func aPartKnownOnOneSideIsNotSplit() throws {
    let index = try Composites.flat([1, 1, 2], [[0.9, nil, 0.5], [0.5, 0.6, nil]])
    let gap = try #require(ScoreDifference(between: 0, and: 1, in: index))
    #expect(gap.parts.map(\.code) == ["c0", "c2", "c1"])
    #expect(gap.parts.map { $0.split == nil } == [false, true, true])
    #expect(gap.parts.map { Optional($0.difference) }.isClose(to: [0.9 / 3 - 0.5 / 2, 1.0 / 3, -0.3]))
    #expect(gap.difference.isApproximately((0.9 + 1) / 3 - 0.55))
  }

  @Test func onlyArithmeticRootsAreAdditive() throws {
    let geometric = try Composites.flat([1, 1], [[0.9, 0.1], [0.5, 0.7]], aggregate: .geometric)
    #expect(ScoreDifference(between: 0, and: 1, in: geometric) == nil)
    let index = try Composites.flat([1], [[0.9], [0.5]])
    #expect(ScoreDifference(between: 0, and: 2, in: index) == nil)
    #expect(ScoreDifference(between: -1, and: 0, in: index) == nil)
    let total = try CompositeIndex(
      framework: Framework(nodes: [
        Composites.node("root", below: nil), Composites.node("c", below: "root", 1),
      ]), table: Composites.table(["root"], [[1], [2.5]]))
    let gap = try #require(ScoreDifference(between: 1, and: 0, in: total))
    #expect(gap.parts.map(\.code) == ["root"] && gap.difference == 1.5)
  }

  /// The parts sum to the difference of the scores, each to its split, and change sign with the order of the two.
  @Test func generatedDifferencesSumAndTurn() throws {
    var random = Random(seed: 61)
    func index(_ components: Int) throws -> CompositeIndex {
      let rows = (0..<4).map { _ in
        (0..<components).map { place -> Double? in
          place > 0 && Int.random(in: 0..<4, using: &random) == 0 ? nil : .random(in: 0...1, using: &random)
        }
      }
      return try Composites.flat((0..<components).map { _ in .random(in: 1...9, using: &random) }, rows)
    }
    for round in 0..<60 {
      let (before, after) = (try index(3 + round % 3), try index(4))
      for unit in 0..<4 {
        let change = try #require(ScoreDifference(of: "u\(unit)", from: before, to: after))
        let back = try #require(ScoreDifference(of: "u\(unit)", from: after, to: before))
        let (first, last) = (try #require(before.scores()[unit]), try #require(after.scores()[unit]))
        #expect(change.difference.isApproximately(last - first))
        #expect(change.parts.map(\.difference).reduce(0, +) == change.difference)
        for part in change.parts {
          let other = try #require(back.parts.first { $0.code == part.code })
          #expect(part.difference == -other.difference && part.split?.interaction == other.split?.interaction)
          #expect(part.split?.performance == other.split.map { -$0.performance })
          #expect(part.split.map { $0.performance + $0.weights == part.difference } ?? true)
        }
        let gap = try #require(ScoreDifference(between: unit, and: 0, in: after))
        #expect(gap.difference.isApproximately(last - (try #require(after.scores()[0]))))
      }
    }
  }
}
