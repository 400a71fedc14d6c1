import TestSupport
import Testing

@testable import Robustness
@testable import Scoring

/// Compares the loops in C with the same sums in Swift, bit for bit, on every instruction set of this processor.
@Suite struct DrawKernelTests {
  private let kernels = DrawInstructions.allCases.filter(\.isSupported).map { DrawKernel($0) }

  private func rows(_ count: Int, _ range: ClosedRange<Double>, using random: inout Random) -> [DrawRow] {
    (0..<count).map { _ in DrawRow.random(in: range, using: &random) }
  }

  private func bits(_ rows: [DrawRow]) -> [SIMD8<UInt64>] {
    rows.map { row in SIMD8((0..<8).map { row[$0].bitPattern }) }
  }

  @Test func everyProcessorHasTheBaseline() {
    #expect(DrawInstructions.baseline.isSupported)
    #expect(DrawInstructions.best.isSupported)
  }

  @Test func uniformsAreThoseOfTheStreams() {
    for kernel in kernels {
      for (seed, first) in [(0, 0), (1, 8), (UInt64.max, 1_000_003)] {
        var uniforms = [DrawRow](repeating: DrawRow(), count: 12)
        kernel.uniforms(seed: seed, firstDraw: first, purpose: .otherWeights, into: &uniforms)
        for draw in 0..<8 {
          var stream = RandomStream(seed: seed, draw: first + draw, purpose: .otherWeights)
          #expect(uniforms.map { $0[draw] } == (0..<12).map { _ in stream.positiveUnit() })
        }
      }
    }
  }

  @Test func weightsAreScaledAndSharedOut() {
    var random = Random(seed: 1)
    let uniforms = rows(5, 0...1, using: &random)
    let before = rows(7, 1...2, using: &random)
    let weights = (0..<5).map { _ in Double.random(in: 0.1...9, using: &random) }
    let nodes: [Int32] = [1, 2, 3, 5, 6]
    var expected = before
    for (place, node) in nodes.enumerated() {
      expected[Int(node)] = weights[place] * (0.7 + 0.6 * uniforms[place])
    }
    // Two siblings at the top, the second with three children, and a step of another block that sums to zero.
    var steps = ShareSteps()
    steps.append(above: nil, isNormalised: true, parts: [(weight: 1, slot: 0), (weight: 2, slot: 4)])
    steps.append(
      above: 4, isNormalised: true,
      parts: [(weight: 3, slot: 1), (weight: 5, slot: 2), (weight: 6, slot: 3)])
    steps.append(above: nil, isNormalised: false, parts: [(weight: 0, slot: 5)])
    for kernel in kernels {
      var raw = before
      kernel.scale(weights, low: 0.7, width: 0.6, uniforms: uniforms, nodes: nodes, into: &raw)
      #expect(bits(raw) == bits(expected))
      var shares = [DrawRow](repeating: DrawRow(), count: 6)
      var zero = DrawMask(repeating: false)
      kernel.shares(0..<3, of: steps, weights: raw, into: &shares, zero: &zero)
      let top = DrawRow(repeating: 1) / (raw[1] + raw[2])
      let second = (raw[2] * top) / (raw[3] + raw[5] + raw[6])
      #expect(
        bits(shares)
          == bits([raw[1] * top, raw[3] * second, raw[5] * second, raw[6] * second, raw[2] * top, raw[0]]))
      #expect(!any(zero))
      raw[1][6] = 0
      raw[2][6] = 0
      kernel.shares(0..<2, of: steps, weights: raw, into: &shares, zero: &zero)
      #expect((0..<8).map { zero[$0] } == (0..<8).map { $0 == 6 })
    }
  }

  @Test func weightedSumsAddTheColumnsInOrder() {
    var random = Random(seed: 2)
    for (tiles, columns) in [(1, 0), (1, 1), (2, 7), (3, 88), (5, 20)] {
      let (start, slot) = (3, 2)
      let values = (0..<start + tiles * columns).map { _ in
        SIMD4<Double>.random(in: -100...100, using: &random)
      }
      let weights = rows(slot + columns, 0...1, using: &random)
      var expected: [DrawRow] = []
      for unit in 0..<4 * tiles {
        var sum = DrawRow()
        for column in 0..<columns {
          sum += weights[slot + column] * values[start + unit / 4 * columns + column][unit % 4]
        }
        expected.append(sum)
      }
      for kernel in kernels {
        var sums = [DrawRow](repeating: DrawRow(repeating: 7), count: 4 * tiles)
        kernel.weightedSums(
          values: values, from: start, columns: columns, weights: weights, from: slot, into: &sums)
        #expect(bits(sums) == bits(expected))
      }
    }
  }

  @Test func termsThatAreNotKnownEverywhereAreAddedAndDivided() {
    var random = Random(seed: 5)
    let units = 6
    var values = rows(units, -9...9, using: &random)
    values[2][3] = .infinity
    let weight = DrawRow.random(in: 0.1...1, using: &random)
    let lanes: SIMD8<Int64> = [0, 1, 2, 3, 4, 5, 6, 7]
    let skipped = lanes .== 3
    let known = (0..<units).map { unit in
      DrawRow(repeating: 1).replacing(with: 0, where: lanes .< Int64(unit))
    }
    let (before, beforeTotal) = (rows(units, -9...9, using: &random), rows(units, 0...1, using: &random))
    for kernel in kernels {
      for (known, total) in [([], []), ([], beforeTotal), (known, beforeTotal)] {
        var (sums, after) = (before, total)
        kernel.add(
          values, known: known, weight: weight, skipped: skipped, units: units, to: &sums, total: &after)
        let expected = (0..<units).map { unit in
          before[unit] + (weight * values[unit]).replacing(with: 0, where: skipped)
        }
        #expect(bits(sums) == bits(expected))
        let expectedTotal = total.indices.map { total[$0] + (known.isEmpty ? weight : weight * known[$0]) }
        #expect(bits(after) == bits(expectedTotal))
      }
      var (sums, total) = (before, beforeTotal)
      total[1][2] = 0
      total[4][5] = 0
      let isDefined = (0..<units).map { $0 != 4 }
      let found = kernel.divide(&sums, by: &total, isDefined: isDefined)
      #expect((0..<8).filter { found.defined[$0] } == [2] && (0..<8).filter { found.other[$0] } == [5])
      for unit in 0..<units {
        for draw in 0..<8 {
          let isMissing = (unit, draw) == (1, 2) || (unit, draw) == (4, 5)
          #expect(sums[unit][draw] == (isMissing ? 0 : before[unit][draw] / beforeTotal[unit][draw]))
          #expect(total[unit][draw] == (isMissing ? 0 : 1))
        }
      }
    }
  }

  /// Scores with ties, half steps and both signs, ranked as by ``ScoreGrid``.
  @Test func ranksAreThoseOfTheGrid() {
    var random = Random(seed: 3)
    let grid = ScoreGrid(magnitude: 1)
    for units in [1, 2, 5, 63, 64, 65] {
      let step = 0.5 / grid.stepsPerUnit
      let scores = (0..<units).map { _ in
        DrawRow((0..<8).map { _ in step * Double(Int.random(in: -units...units, using: &random)) })
      }
      let bits = units < 2 ? 0 : Int.bitWidth - (units - 1).leadingZeroBitCount
      let asked = DrawMask(repeating: true).replacing(with: false, where: SIMD8(0, 1, 0, 0, 1, 0, 0, 0) .== 1)
      var expected = [Int32](repeating: 0, count: units << bits)
      for draw in 0..<8 where asked[draw] {
        for (unit, rank) in grid.ranks(of: scores.map { $0[draw] }).enumerated() {
          if let rank { expected[unit * units + rank - 1] += 1 }
        }
      }
      for kernel in kernels {
        var keys = [DrawRow](repeating: DrawRow(), count: units)
        let exact = kernel.makeKeys(
          of: scores, scale: 1, steps: grid.stepsPerUnit, limit: 1e12, power: Double(1 << bits), into: &keys)
        #expect(all(exact))
        kernel.sort(&keys, by: SortingNetwork(count: units))
        var places = [SIMD8<Int64>](repeating: SIMD8(), count: units)
        kernel.rank(keys, bits: bits, into: &places)
        var counts = [Int32](repeating: 0, count: units << bits)
        kernel.count(places, draws: asked, bits: bits, counts: &counts)
        #expect(counts == expected)
      }
    }
  }

  @Test func keysThatAreNotExactAreNamed() {
    let scores: [DrawRow] = [[0, 9, 10, -10, .nan, .infinity, -9, 0], [0, 0, 0, 0, 0, 0, 0, -.infinity]]
    for kernel in kernels {
      var keys = [DrawRow](repeating: DrawRow(), count: 2)
      let exact = kernel.makeKeys(of: scores, scale: 10, steps: 10, limit: 1000, power: 2, into: &keys)
      #expect((0..<8).map { exact[$0] } == [true, true, false, false, false, false, true, false])
    }
  }

  @Test(arguments: [WeightPrior.uniform(0.25), .dirichlet(concentration: 3), .simplex])
  func wholeSimulationsAreTheSame(prior: WeightPrior) throws {
    var random = Random(seed: 4)
    for units in [1, 6, 17] {
      for _ in 0..<4 {
        let tree = IndexTree.random(units: units, using: &random)
        let settings = RankSimulation.Settings(prior: prior, levels: .all, countsPairs: true)
        let index = try tree.index()
        let results = kernels.map { kernel in
          var pool = DrawPool(index: index, settings: settings, kernel: kernel)
          let batch = pool.record(3..<104)
          return (pool.tally, batch.weights.map(\.bitPattern), batch.allRanks)
        }
        for result in results {
          #expect(result.0.histogram == results[0].0.histogram)
          #expect(result.0.above == results[0].0.above)
          #expect(result.0.excluded == results[0].0.excluded)
          #expect(result.1 == results[0].1)
          #expect(result.2 == results[0].2)
        }
      }
    }
  }
}
