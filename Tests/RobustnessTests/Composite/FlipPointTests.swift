import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct FlipPointTests {
  /// The grid points of the units when the weight of one component changes.
  private func places(_ index: CompositeIndex, _ component: Int, change: Double) -> [Int64?] {
    var weights = index.weights
    weights[component] *= 1 + change
    let grid = index.scoreGrid
    return index.scores(weights: weights).map { $0.map(grid.place) }
  }

  /// Above 0 when the first unit is above; nil when one has no score.
  private func order(_ places: [Int64?], _ point: FlipPoint) -> Int? {
    guard let first = places[point.above], let second = places[point.below] else { return nil }
    return first == second ? 0 : first > second ? 1 : -1
  }

  @Test func aClosedForm() throws {
    // 6·0.8 + 4·0.5 = 6.8 against 6·0.6 + 4·0.7 = 6.4: t·6·0.2 = 4·0.2 at t = 2/3.
    let index = try Composites.flat([6, 4], [[0.6, 0.7], [0.8, 0.5]])
    let points = FlipPoints.all(in: index)
    #expect(points.map(\.above) == [1, 1] && points.map(\.below) == [0, 0])
    #expect(points.map(\.component) == [1, 2])
    #expect(points.map(\.change).isClose(to: [-1.0 / 3, 0.5]))
    #expect(FlipPoints.smallest(in: index).map(\.flip) == [points[0]])
  }

  @Test func dominanceIsNeverSwapped() throws {
    for aggregation in Aggregation.allCases {
      let index = try Composites.flat([6, 4], [[0.6, 0.5], [0.8, 0.5]], aggregate: aggregation)
      #expect(FlipPoints.all(in: index).map(\.change) == [nil, nil])
      #expect(FlipPoints.smallest(in: index).map(\.flip) == [nil])
    }
  }

  @Test func tiesBreakAtOnceWhereTheComponentsDiffer() throws {
    let index = try Composites.flat([5, 5, 2], [[0.1, 0.3, 0.9], [0.3, 0.1, 0.9], [0.1, 0.3, 0.9]])
    let changes = Dictionary(
      grouping: FlipPoints.all(in: index), by: { [$0.above, $0.below] }
    ).mapValues { $0.map(\.change) }
    #expect(changes == [[0, 1]: [0, 0, nil], [1, 2]: [0, 0, nil], [0, 2]: [nil, nil, nil]])
  }

  /// The scores are (0.1 + 0.2)/… and 0.3/…: equal in exact arithmetic but not in binary.
  @Test func aTieOnPaperIsATie() throws {
    let index = try Composites.flat([1, 1, 1], [[0.1, 0.2, 0.5], [0.3, 0, 0.5]])
    #expect(FlipPoints.all(in: index).map(\.change) == [0, 0, nil])
  }

  @Test func leavingAZeroOutCanSwap() throws {
    let index = try Composites.flat([1, 1], [[0, 0.9], [0.5, 0.5], [0, 0]], aggregate: .geometric)
    let changes = FlipPoints.all(in: index).map {
      [$0.above, $0.below, $0.component] + ($0.change == -1 ? [1] : [])
    }
    // Without the first component the first unit has 0.9; only then is it above the third.
    #expect(changes == [[1, 0, 1, 1], [1, 0, 2], [1, 2, 1], [1, 2, 2], [0, 2, 1, 1], [0, 2, 2]])
    #expect(FlipPoints.all(in: index).compactMap(\.change) == [-1, -1])
  }

  @Test func aPartKnownOfOneUnitMovesItAlone() throws {
    // u0 lacks c1 and has (1.8 + 0.2)/3; u1 lacks c2 and has (1 + 0.8)/3. c2 changes only u0: (1.8 + 0.2t)/(2 + t)
    // = 0.6 at t = 1.5.
    let index = try Composites.flat([2, 1, 1], [[0.9, nil, 0.2], [0.5, 0.8, nil]])
    #expect(FlipPoints.all(in: index).map(\.above) == [0, 0, 0])
    let changes = FlipPoints.all(in: index).map(\.change)
    // c1 changes only u1: (1 + 0.8t)/(2 + t) = 2/3 at t = 2.5. c0 changes both, whose weights happen to be equal:
    // 1.8t + 0.2 = t + 0.8 at t = 0.75.
    #expect(changes.isClose(to: [-0.25, 1.5, 0.5]))
  }

  @Test func unitsWithoutScoresAndSingleNodesHaveNoPairs() throws {
    let index = try Composites.flat([1, 1], [[0.4, nil]])
    #expect(FlipPoints.all(in: index).isEmpty && FlipPoints.smallest(in: index).isEmpty)
    let total = try CompositeIndex(
      framework: Framework(nodes: [
        Composites.node("root", below: nil), Composites.node("c", below: "root", 1),
      ]), table: Composites.table(["root"], [[1], [2]]))
    #expect(FlipPoints.all(in: total).isEmpty)
  }

  @Test func differentMissingPartsGiveAQuadratic() throws {
    // (0.5 + 3t)/(1 + 3t) against (1.2 + 2.1t)/(2 + 3t): Q = (0.5 + 3t)(2 + 3t) − (1.2 + 2.1t)(1 + 3t)
    // = −0.2 + 1.8t + 2.7t², one positive root (−1.8 + √5.4)/5.4.
    let index = try Composites.flat([3, 1, 2], [[1, 0.5, nil], [0.7, nil, 0.6]])
    let change = (-1.8 + 5.4.squareRoot()) / 5.4 - 1
    #expect(
      try #require(FlipPoints.all(in: index).first).change.map { $0 - change }.map { $0.magnitude < 1e-12 }
        == true)
  }

  /// No reversal before the flip point, one just beyond it, and none anywhere when there is no flip point.
  @Test(arguments: Aggregation.allCases) func generatedPointsAreThoseOfTheEvaluator(
    _ aggregation: Aggregation
  ) throws {
    var random = Random(seed: 21)
    var swapped = 0
    let steps = (0...30).map { Double($0) / 30 }
    let scanned = steps.map { -$0 } + steps + [1.5, 2, 3, 5, 8, 20, 60, 200]
    for round in 0..<40 {
      let count = Int.random(in: 2...4, using: &random)
      let weights = (0..<count).map { _ in Double(Int.random(in: 0...4, using: &random)) }
      guard weights.contains(where: { $0 > 0 }) else { continue }
      let rows = (0..<4).map { _ in
        weights.map { _ in
          // Few distinct values, so that ties and zeros occur, and some missing ones.
          Int.random(in: 0..<5, using: &random) == 0
            ? nil : Double(Int.random(in: round % 3 == 0 ? 0...9 : 1...9, using: &random)) / 10
        }
      }
      guard let index = try? Composites.flat(weights, rows, aggregate: aggregation) else { continue }
      let points = FlipPoints.all(in: index)
      let nominal = places(index, 1, change: 0)
      for component in index.components {
        let scan = scanned.map { (change: $0, places: places(index, component, change: $0)) }
        for point in points where point.component == component {
          #expect(order(nominal, point) ?? -1 >= 0)
          let isTied = order(nominal, point) == 0
          func isSwapped(_ places: [Int64?]) -> Bool {
            order(places, point).map { isTied ? $0 != 0 : $0 < 0 } ?? false
          }
          let reach = point.change?.magnitude ?? .infinity
          for step in scan where step.change.magnitude < reach - 1e-6 {
            #expect(!isSwapped(step.places), "\(point) \(step.change) \(rows) \(weights)")
          }
          guard let change = point.change else { continue }
          swapped += 1
          let beyond: [Double] =
            switch change {
            case -1: [-1]
            case 0: [-1e-4, 1e-4]
            default: [change < 0 ? max(change - 1e-6, (change - 1) / 2) : change + 1e-6 * (1 + change)]
            }
          #expect(change >= -1)
          #expect(
            beyond.contains { isSwapped(places(index, component, change: $0)) },
            "\(point) \(rows) \(weights)")
        }
      }
    }
    #expect(swapped > 70)
  }
}
