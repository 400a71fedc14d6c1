import Scoring
import TestSupport
import Testing

/// Intervals are exactly as wide as the figures allow: nothing possible is left out, nothing impossible is in.
@Suite struct ExactBoundsTests {
  typealias System = SumSystem<String>

  private func system(_ known: [String: (Int, Int)], _ sums: [(String, [String])]) -> System {
    System(
      intervals: known.mapValues { Interval(between: ExactDecimal($0.0), and: ExactDecimal($0.1)) },
      constraints: sums.map { System.Constraint(total: $0.0, parts: $0.1) })
  }

  private let ring = [("x", ["a", "b"]), ("y", ["b", "c"]), ("z", ["a", "c"])]

  // MARK: Circles of sums

  @Test func sumsThatFormACircleAreSolvedTogether() throws {
    var known = ["a": (0, 3), "b": (0, 3), "c": (0, 3), "x": (3, 3), "y": (3, 3), "z": (3, 3)]
    let solved = system(known, ring)
    for name in ["a", "b", "c"] { #expect(try solved[name] == interval("1.5", "1.5")) }
    known["z"] = (2, 3)
    #expect(try system(known, ring)["a"] == interval("1", "1.5"))
    #expect(try system(known, ring)["b"] == interval("1.5", "2"))
  }

  @Test func endsBetweenTwoDecimalsAreRoundedOutward() throws {
    let one = try interval("0.0001", "0.0001")
    let any = try interval("0", "0.0003")
    let system = System(
      intervals: ["a": any, "b": any, "c": any, "x": one, "y": one, "z": one],
      constraints: ring.map { System.Constraint(total: $0.0, parts: $0.1) })
    #expect(try system["a"] == interval("0", "0.0001"))
  }

  @Test func figuresBesideACircleFollowFromIt() throws {
    let known = [
      "a": (0, 3), "b": (0, 3), "c": (0, 3), "x": (3, 3), "y": (3, 3), "z": (3, 3), "p": (0, 9), "q": (1, 9),
    ]
    let sums = [("a", ["p", "q"])] + ring
    #expect(try system(known, sums)["p"] == interval("0", "0.5"))
    #expect(try system(known, sums)["q"] == interval("1", "1.5"))
    #expect(
      try system(known, sums).range(of: ["p"], in: System.Constraint(total: "a", parts: ["p", "q"]))
        == interval("0", "0.5"))
  }

  @Test func theRangeOfSeveralPartsKnowsWhatTheyShare() throws {
    // Alone, a may be 0 to 2 and b too; together they are always 2.
    let sums = [("x", ["a", "b"]), ("y", ["a", "b", "c"])]
    let found = system(["a": (0, 5), "b": (0, 5), "c": (0, 5), "x": (2, 2), "y": (0, 6)], sums)
    #expect(try found["a"] == interval("0", "2") && found["c"] == interval("0", "4"))
    let whole = System.Constraint(total: "y", parts: ["a", "b", "c"])
    #expect(try found.range(of: ["a", "b"], in: whole) == interval("2", "2"))
    #expect(found.range(of: ["a"], in: System.Constraint(total: "z", parts: ["a"])) == nil)
  }

  // MARK: Contradictions among several sums

  @Test func aContradictionThatNoSumShowsAloneIsFound() throws {
    let known = [
      "a": (0, 2), "b": (0, 2), "c": (0, 2), "x": (2, 2), "y": (2, 2), "z": (2, 2), "all": (4, 4),
    ]
    let found = system(known, ring + [("all", ["a", "b", "c"])])
    let contradiction = try #require(found.contradictions.first)
    #expect(found.contradictions.count == 1 && contradiction.constraint.total == "all")
    #expect(try contradiction.demanded == interval("3", "3") && contradiction.gap == number("1"))
    // The sums before it still hold.
    #expect(try found["a"] == interval("1", "1") && found["all"] == interval("4", "4"))
    #expect(found.range(of: ["a"], in: contradiction.constraint) == nil)
  }

  @Test func aContradictionWhereEachFigureFitsHasItsGap() throws {
    let known = ["a": (0, 2), "b": (0, 2), "same": (0, 2), "x": (2, 2), "w": (3, 3)]
    let found = system(known, [("x", ["a", "b"]), ("same", ["b"]), ("w", ["a", "same"])])
    let contradiction = try #require(found.contradictions.first)
    #expect(found.contradictions.count == 1 && contradiction.constraint.total == "w")
    #expect(try contradiction.gap == number("1"))
  }

  @Test func aSumThatIsLeftOutNarrowsNothing() throws {
    // The second sum narrows b before it is found to contradict the first.
    let known = ["a": (4, 4), "b": (0, 9), "x": (6, 6), "y": (1, 1), "c": (0, 9)]
    let found = system(known, [("x", ["a", "b"]), ("y", ["b", "c"])])
    #expect(found.contradictions.map(\.constraint.total) == ["y"])
    #expect(try found["b"] == interval("2", "2") && found["c"] == interval("0", "9"))
  }

  @Test func hugeNumbersNeitherCrashNorNarrowTooFar() throws {
    let top = Interval(between: -.maximumMagnitude, and: .maximumMagnitude)
    let names = ["a", "b", "c", "x", "y", "z"]
    let found = System(
      intervals: Dictionary(uniqueKeysWithValues: names.map { ($0, top) }),
      constraints: ring.map { System.Constraint(total: $0.0, parts: $0.1) })
    #expect(found.contradictions.isEmpty && found["a"] == top)
  }

  // MARK: Scorecards against every point of a grid

  /// A small criteria set of the shape of the national ones: components, blocks, and a component made of blocks.
  private func edition() throws -> Edition {
    let impact = Edition.CombinedBlock(
      id: "impact", blocks: ["sipas", "leaders", "socioeconomic"],
      maximum: try #require(try Editions.maximum("5")))
    return try Editions.edition(
      total: "8", components: Editions.components(["2", "2", "4"]), componentCount: 3,
      blocks: [
        Editions.block("appraisal", "3"), Editions.block("sipas", "2"), Editions.block("leaders", "1"),
        Editions.block("socioeconomic", "2"),
      ],
      combined: [impact],
      blockComponents: [
        Edition.BlockComponent(component: .component(3), blocks: ["sipas", "socioeconomic"])
      ])
  }

  private static let codes = [
    "total", "LV1", "LV2", "LV3", "block:appraisal", "block:sipas", "block:leaders", "block:socioeconomic",
    "block:impact",
  ]

  /// Every scorecard in half points, in the order of `codes`.
  private static let grid: [[Int]] = {
    var result: [[Int]] = []
    for first in 0...4 {
      for second in 0...4 {
        for leaders in 0...2 where (0...6).contains(first + second - leaders) {
          for sipas in 0...4 {
            for economic in 0...4 {
              let appraisal = first + second - leaders
              let impact = sipas + leaders + economic
              result.append([
                appraisal + impact, first, second, sipas + economic, appraisal, sipas, leaders, economic,
                impact,
              ])
            }
          }
        }
      }
    }
    return result
  }()

  /// Rows printed without decimals: each figure is half a point more or less.
  @Test func everyIntervalIsThatOfAllPossibleScorecards() throws {
    var random = Random(seed: 17)
    let edition = try edition()
    for _ in 0..<60 {
      let truth = try #require(Self.grid.randomElement(using: &random))
      var bounds: [(place: Int, range: ClosedRange<Int>)] = []
      var rows: [ScorecardEntry] = []
      let share = Int.random(in: 1...8, using: &random)
      for (place, code) in Self.codes.enumerated() where Int.random(in: 0..<9, using: &random) < share {
        // A half is rounded down or up.
        let isUp = Bool.random(using: &random)
        let printed = (truth[place] + (isUp ? 1 : 0)) / 2
        rows.append(try Scorecards.row(code, points: String(printed)))
        bounds.append((place, printed * 2 - 1...printed * 2 + 1))
      }
      let possible = Self.grid.filter { point in bounds.allSatisfy { $0.range.contains(point[$0.place]) } }
      let analysis = ScorecardAnalysis(entries: rows, edition: edition)
      #expect(analysis.system.contradictions.isEmpty && possible.contains(truth))
      for (place, code) in Self.codes.enumerated() {
        let values = possible.map { $0[place] }
        let (least, greatest) = (try #require(values.min()), try #require(values.max()))
        let expected = Interval(
          between: ExactDecimal(tenThousandths: Int64(least) * 5_000),
          and: ExactDecimal(tenThousandths: Int64(greatest) * 5_000))
        #expect(try analysis.node(code).interval == expected, "\(code) of \(rows.map(\.node.description))")
      }
      for remainder in analysis.remainders where remainder.unknown.allSatisfy({ !$0.isAppraisalOnly }) {
        let places = remainder.unknown.compactMap { key in
          Self.codes.firstIndex(of: key.node.description)
        }
        let values = possible.map { point in places.reduce(0) { $0 + point[$1] } }
        #expect(remainder.interval.lower == ExactDecimal(tenThousandths: Int64(values.min() ?? -1) * 5_000))
        #expect(remainder.interval.upper == ExactDecimal(tenThousandths: Int64(values.max() ?? -1) * 5_000))
      }
    }
  }

  // MARK: Shapes of published scorecards

  /// A coarse block is narrowed through two other blocks, and its component with it.
  @Test func aComponentOfBlocksFollowsFromTheImpactLessTheLeaders() throws {
    let rows = [
      try Scorecards.row("total", points: "86.00", of: "100", percent: "86.00"),
      try Scorecards.row("LV2", points: "9.00"), try Scorecards.row("LV3", points: "12.00"),
      try Scorecards.row("LV4", points: "9.50"), try Scorecards.row("block:appraisal", points: "55.00"),
      try Scorecards.row("block:impact", points: "31.00"),
      try Scorecards.row("block:leaders", points: "18.00"),
      try Scorecards.row("block:sipas", points: "8.5"),
      try Scorecards.row("block:socioeconomic", points: "4.50"),
    ]
    let analysis = ScorecardAnalysis(entries: rows, edition: try Editions.decision876())
    #expect(try analysis.node("LV8").interval == interval("12.99", "13.01"))
    // Components 1 to 7 are the appraisal and the leaders: 72.99 at least, less what the others have at most.
    #expect(try analysis.node("LV1").interval == interval("1.975", "9.5"))
    #expect(try analysis.node("LV5").interval == interval("7.475", "15"))
  }

  /// A percentage beside the points narrows the impact further than the points alone.
  @Test func aPercentageOfTheImpactNarrowsItsComponent() throws {
    func card(percent: String?) throws -> ScorecardAnalysis {
      let rows = [
        try Scorecards.row("total", points: "86.00"), try Scorecards.row("block:appraisal", points: "54.41"),
        try Scorecards.row("block:impact", points: "31.59", of: "38.5", percent: percent),
        try Scorecards.row("block:leaders", points: "18.05"),
        try Scorecards.row("block:sipas", points: "8.24"),
        try Scorecards.row("block:socioeconomic", points: "5.30"),
      ]
      return ScorecardAnalysis(entries: rows, edition: try Editions.decision876())
    }
    let (loose, tight) = (try card(percent: nil).node("LV8"), try card(percent: "82.05").node("LV8"))
    #expect(try loose.interval == interval("13.53", "13.55"))
    // 38.5 × 82.055% is 31.591175; less 18.045 at least.
    #expect(try tight.interval == interval("13.5323", "13.5462"))
  }

  @Test func rowsThatDisagreeEachHaveTheirOwnPercentage() throws {
    let rows = [
      try Scorecards.row("total", percent: "86.75"), try Scorecards.row("total", percent: "86.90"),
      try Scorecards.row("block:appraisal", points: "57.00", of: "61.5"),
      try Scorecards.row("block:appraisal", points: "55.90", of: "61.5"),
      try Scorecards.row("block:leaders", points: "18.34"), try Scorecards.row("block:sipas", points: "8.19"),
      try Scorecards.row("block:socioeconomic", points: "4.32"),
    ]
    let analysis = ScorecardAnalysis(entries: rows, edition: try Editions.decision876())
    let node = try analysis.node("block:appraisal")
    #expect(node.isConflicting)
    let shares = try [("57", 0), ("55.9", 1)].map { points, row in
      let share = try #require(try ExactDecimal.ratio(number(points), number("61.5"), times: 100))
      return (share: share, range: try #require(node.percent(ofRow: row)))
    }
    #expect(shares[0].range.contains(shares[0].share) && !shares[0].range.contains(shares[1].share))
    #expect(shares[1].range.contains(shares[1].share) && !shares[1].range.contains(shares[0].share))
    #expect(try node.interval(ofRow: 0) == interval("56.995", "57.005"))
    // Rows that agree share what the sums say.
    let leaders = try analysis.node("block:leaders")
    #expect(leaders.interval(ofRow: 0) == leaders.interval)
  }

  // MARK: Rounding

  @Test func endsAreRoundedOutward() throws {
    #expect(try interval("1.385", "15").roundedOutward(places: 2) == interval("1.38", "15"))
    #expect(try interval("1.3801", "1.3801").roundedOutward(places: 2) == interval("1.38", "1.39"))
    #expect(try interval("-0.005", "0.0049").roundedOutward(places: 2) == interval("-0.01", "0.01"))
    #expect(try interval("-1.2349", "-1.2341").roundedOutward(places: 3) == interval("-1.235", "-1.234"))
    #expect(try interval("0.1234", "0.1235").roundedOutward(places: 4) == interval("0.1234", "0.1235"))
  }
}
