import Scoring
import TestSupport
import Testing

/// Properties of generated scorecards of Decision 876 with hidden parts.
@Suite struct ScorecardLawTests {
  /// A scorecard with every figure known, in ten-thousandths of a point.
  struct Truth {
    let rows: [ScorecardEntry]
    let points: [ScoreKey: ExactDecimal]
  }

  /// Points of all components on both bases and of all blocks, printed with two decimals.
  private func truth(_ random: inout Random) throws -> Truth {
    // One split of the survey points that satisfies the sums.
    let appraisal = [95_000, 50_000, 130_000, 70_000, 90_000, 80_000, 100_000]
    let survey = [0, 50_000, 0, 35_000, 60_000, 40_000, 35_000]
    func pick(_ top: Int) -> ExactDecimal {
      ExactDecimal(tenThousandths: Int64(Int.random(in: 0...top, using: &random)))
    }
    var points: [ScoreKey: ExactDecimal] = [:]
    var maxima: [ScoreKey: Int] = [:]
    var blocks = ["appraisal": ExactDecimal.zero, "leaders": .zero]
    for (offset, tops) in zip(appraisal, survey).enumerated() {
      let (appraised, asked) = (pick(tops.0), pick(tops.1))
      let node = NodeCode.component(offset + 1)
      points[ScoreKey(node)] = appraised + asked
      points[ScoreKey(node, isAppraisalOnly: true)] = appraised
      maxima[ScoreKey(node)] = tops.0 + tops.1
      maxima[ScoreKey(node, isAppraisalOnly: true)] = tops.0
      blocks["appraisal", default: .zero] += appraised
      blocks["leaders", default: .zero] += asked
    }
    blocks["sipas"] = pick(100_000)
    blocks["socioeconomic"] = pick(65_000)
    let tops = ["appraisal": 615_000, "leaders": 220_000, "sipas": 100_000, "socioeconomic": 65_000]
    for (id, value) in blocks {
      points[ScoreKey(.block(id))] = value
      maxima[ScoreKey(.block(id))] = tops[id]
    }
    let eighth = try #require(blocks["sipas"]) + (try #require(blocks["socioeconomic"]))
    points[ScoreKey(.component(8))] = eighth
    points[ScoreKey(.block("impact"))] = eighth + (try #require(blocks["leaders"]))
    points[ScoreKey(.total)] = blocks.values.reduce(.zero, +)
    maxima[ScoreKey(.component(8))] = 165_000
    maxima[ScoreKey(.block("impact"))] = 385_000
    maxima[ScoreKey(.total)] = 1_000_000
    let rows = try points.sorted { $0.key < $1.key }.map { key, value in
      let text = PrintedDecimal(value.rounded(places: 2), decimals: 2).description
      let top = ExactDecimal(tenThousandths: Int64(try #require(maxima[key])))
      let rate = try #require(ExactDecimal.ratio(value, top, times: 100)).rounded(places: 2)
      let percent = PrintedDecimal(rate, decimals: 2).description
      let isRate = Int.random(in: 0..<3, using: &random) == 0
      return try Scorecards.row(
        key.node.description, points: isRate ? nil : text, percent: isRate ? percent : nil,
        basis: key.isAppraisalOnly ? .appraisal : .full)
    }
    return Truth(rows: rows, points: points)
  }

  private func visible(_ rows: [ScorecardEntry], _ random: inout Random) -> [ScorecardEntry] {
    let share = Int.random(in: 0...4, using: &random)
    return rows.filter { _ in Int.random(in: 0..<4, using: &random) < share }
  }

  @Test func intervalsAlwaysHoldTheHiddenTruth() throws {
    var random = Random(seed: 6)
    let editions = [try Editions.decision876(), try Editions.decision876WithoutSplit()]
    for round in 0..<150 {
      let truth = try truth(&random)
      let rows = visible(truth.rows, &random)
      let analysis = ScorecardAnalysis(entries: rows, edition: editions[round % 2])
      #expect(analysis.system.contradictions.isEmpty)
      for node in analysis.nodes {
        let value = try #require(truth.points[node.key])
        #expect(node.interval.contains(value), "\(node.key)")
        #expect(!node.isConflicting)
        #expect(node.percent.map { $0.lower >= .zero && $0.upper <= ExactDecimal(100) } != false)
      }
      for remainder in analysis.remainders {
        let hidden = remainder.unknown.compactMap { truth.points[$0] }
        #expect(hidden.count == remainder.unknown.count)
        #expect(remainder.interval.contains(hidden.sum))
      }
      #expect(!analysis.reconciliations.contains { if case .differs = $0.verdict { true } else { false } })
    }
  }

  @Test func moreInformationNeverWidensAnInterval() throws {
    var random = Random(seed: 7)
    let edition = try Editions.decision876()
    for _ in 0..<100 {
      let rows = try truth(&random).rows
      let few = visible(rows, &random)
      let extra = rows.filter { _ in Bool.random(using: &random) }
      let known = Set(few.map { ScoreKey($0.node, isAppraisalOnly: $0.basis == .appraisal) })
      let more =
        few
        + extra.filter {
          !known.contains(ScoreKey($0.node, isAppraisalOnly: $0.basis == .appraisal))
        }
      let (before, after) = (
        ScorecardAnalysis(entries: few, edition: edition),
        ScorecardAnalysis(entries: more, edition: edition)
      )
      for node in before.nodes {
        #expect(node.interval.contains(try #require(after[node.key]).interval))
      }
    }
  }

  @Test func theOrderOfRowsMakesNoDifference() throws {
    var random = Random(seed: 8)
    let edition = try Editions.decision876()
    for _ in 0..<60 {
      // Some rows twice, once slightly different, so that agreeing and conflicting repeats occur.
      var rows = visible(try truth(&random).rows, &random)
      for row in rows where row.points != nil && Int.random(in: 0..<3, using: &random) == 0 {
        let shift = try number(Bool.random(using: &random) ? "0.05" : "0.2")
        let value = PrintedDecimal((row.points?.value ?? .zero) + shift, decimals: 1)
        rows.append(
          try Scorecards.row(row.node.description, points: value.description, basis: row.basis))
      }
      let (first, second) = (
        ScorecardAnalysis(entries: rows, edition: edition),
        ScorecardAnalysis(entries: rows.shuffled(using: &random), edition: edition)
      )
      #expect(first.nodes.map(\.key) == second.nodes.map(\.key))
      for (one, other) in zip(first.nodes, second.nodes) {
        #expect(one.interval == other.interval && one.isConflicting == other.isConflicting)
        #expect(one.points == other.points && one.published == other.published)
      }
      #expect(first.remainders.map(\.nominal) == second.remainders.map(\.nominal))
      #expect(Contributions.toScore(first) == Contributions.toScore(second))
    }
  }

  @Test func missingIsNeverZero() throws {
    let analysis = ScorecardAnalysis(entries: [], edition: try Editions.decision876())
    for node in analysis.nodes {
      #expect(node.points == nil && node.published == nil && node.computed == nil)
      #expect(node.interval.upper == node.maximum?.interval.upper && node.interval.lower == .zero)
      #expect(!node.interval.isExact)
    }
    let zero = ScorecardAnalysis(
      entries: [try Scorecards.row("LV1", points: "0.00")], edition: try Editions.decision876())
    #expect(try zero.node("LV1").points == .zero && zero.node("LV2").points == nil)
  }

  /// More points in one part never lower the total, nor raise the remainder of the others.
  @Test func pointsAreMonotone() throws {
    let edition = try Editions.decision2948()
    var last: ScorecardAnalysis?
    for points in ["0.00", "3.10", "7.25", "10.00"] {
      let rows = try Scorecards.components([points, "8.00", nil, "9.00"])
      let analysis = ScorecardAnalysis(entries: rows, edition: edition)
      if let last {
        #expect(try analysis.node("total").interval.lower > last.node("total").interval.lower)
        #expect(try analysis.node("total").interval.upper >= last.node("total").interval.upper)
        #expect(try analysis.node("LV3").interval == last.node("LV3").interval)
      }
      last = analysis
    }
  }
}
