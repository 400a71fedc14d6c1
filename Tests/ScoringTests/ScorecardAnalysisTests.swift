import Scoring
import TestSupport
import Testing

@Suite struct ScorecardAnalysisTests {
  // MARK: Bắc Kạn 2023: a total and four components

  @Test func knownPercentagesOfBacKan2023BecomePoints() throws {
    let analysis = ScorecardAnalysis(
      entries: try Scorecards.bacKan2023(), edition: try Editions.decision876())
    let expected = [("LV1", "8.8692"), ("LV2", "9.364"), ("LV3", "12.8999"), ("LV4", "9.7146")]
    for (code, points) in expected {
      let node = try analysis.node(code)
      #expect(try node.points == number(points) && node.interval.contains(number(points)))
    }
    #expect(try expected.map { try number($0.1) }.sum == number("40.8477"))
  }

  @Test func theOtherFourOfBacKan2023FollowTogetherExactly() throws {
    let edition = try Editions.decision876()
    let analysis = ScorecardAnalysis(entries: try Scorecards.bacKan2023(), edition: edition)
    let remainder = try #require(analysis.remainders.first { $0.constraint.total == ScoreKey(.total) })
    #expect(remainder.unknown.map(\.node) == [5, 6, 7, 8].map(NodeCode.component))
    #expect(try remainder.nominal == number("43.3923"))
    #expect(try remainder.maximum == interval("57", "57"))
    #expect(try remainder.interval.contains(number("43.3923")))
    #expect(try remainder.interval.width < number("0.02"), "rounding of five printed figures")
    for (code, maximum) in [("LV5", "15"), ("LV6", "12"), ("LV7", "13.5"), ("LV8", "16.5")] {
      let node = try analysis.node(code)
      #expect(node.points == nil && node.published == nil, "missing is never a number")
      #expect(try node.interval.upper == number(maximum))
      #expect(try node.interval.lower >= number("43.38") - (number("57") - number(maximum)))
    }
    #expect(try analysis.node("LV8").interval.lower > ExactDecimal(2))
    #expect(analysis.system.contradictions.isEmpty)
  }

  @Test func withLV6AndLV7UnknownTheirPointsAreIntervals() throws {
    let analysis = ScorecardAnalysis(
      entries: try Scorecards.bacKan2023(), edition: try Editions.decision876WithoutSplit())
    let remainder = try #require(analysis.remainders.first { $0.constraint.total == ScoreKey(.total) })
    #expect(try remainder.nominal == number("43.3923") && remainder.maximum == interval("57", "57"))
    for code in ["LV6", "LV7"] {
      let node = try analysis.node(code)
      #expect(node.maximum?.value == nil && node.points == nil)
      #expect(try node.interval.lower == .zero && node.interval.upper == number("25.5"))
    }
  }

  @Test func aPercentageOfAnUnknownMaximumIsAnInterval() throws {
    let analysis = ScorecardAnalysis(
      entries: [try Scorecards.row("LV6", percent: "96.21")], edition: try Editions.set2024())
    let node = try analysis.node("LV6")
    #expect(node.points == nil)
    #expect(try node.interval.lower == .zero && node.interval.upper <= number("34.16"))
  }

  // MARK: Blocks and sums

  @Test(arguments: [
    ["54.95", "8.5", "18.33", "4.36", "86.14"],  // Kon Tum 2023
    ["57.92", "8.15", "18.29", "2.97", "87.33"],  // Đắk Lắk 2023
  ])
  func blocksOf2023AddUpToThePublishedTotal(_ figures: [String]) throws {
    let rows = try Scorecards.blocks(figures[0], figures[1], figures[2], figures[3], total: figures[4])
    let analysis = ScorecardAnalysis(entries: rows, edition: try Editions.decision876())
    let total = try analysis.node("total")
    #expect(try total.published == number(figures[4]) && total.computed == number(figures[4]))
    #expect(analysis.system.contradictions.isEmpty)
    #expect(try analysis.node("block:impact").points == total.points.map { try $0 - number(figures[0]) })
    #expect(try analysis.node("LV8").points == number(figures[1]) + number(figures[3]))
  }

  @Test func konTum2023PrintsTheImpactThatItsBlocksSumTo() throws {
    var rows = try Scorecards.blocks("54.95", "8.5", "18.33", "4.36", total: "86.14")
    rows.append(try Scorecards.row("block:impact", points: "31.19", of: "38.5"))
    let analysis = ScorecardAnalysis(entries: rows, edition: try Editions.decision876())
    let sums = analysis.reconciliations.filter { if case .sum = $0.subject { true } else { false } }
    #expect(sums.filter { $0.verdict == .agrees }.count == 3)
    #expect(!sums.contains { if case .differs = $0.verdict { true } else { false } })
  }

  @Test func aNodeIsTheSumOfItsPartsWhereAllAreKnown() throws {
    let rows = try Scorecards.blocks("54.2", "8.23", "18.05", "5.31", total: "85.78")
    let total = try ScorecardAnalysis(entries: rows, edition: Editions.decision876()).node("total")
    #expect(try total.published == number("85.78") && total.computed == number("85.79"))
    #expect(try total.points == number("85.79"))
  }

  @Test func oneUnknownPartFollowsFromTheTotal() throws {
    let edition = try Editions.decision2948()
    let rows =
      try Scorecards.components(["9", "8", "12.5", "10", nil, "6", "12", "11"])
      + [Scorecards.row("total", points: "82.5")]
    let node = try ScorecardAnalysis(entries: rows, edition: edition).node("LV5")
    #expect(try node.computed == number("14") && node.points == number("14") && node.published == nil)
    #expect(node.computedFrom?.total == ScoreKey(.total))
  }

  @Test func aDifferenceBelowZeroOrAboveTheMaximumIsNoFigure() throws {
    for total in ["50", "90"] {
      let rows =
        try Scorecards.components(["9", "9", "12.5", "10", nil, "6", "12", "11"])
        + [Scorecards.row("total", points: total)]
      let analysis = ScorecardAnalysis(entries: rows, edition: try Editions.decision2948())
      let node = try analysis.node("LV5")
      #expect(node.computed == nil && node.points == nil)
      #expect(try node.interval == interval("0", "16"))
      #expect(analysis.system.contradictions.count == 1)
    }
  }

  // MARK: Rows

  @Test func rowsThatDisagreeAreAConflictThatHoldsBoth() throws {
    let rows = [
      try Scorecards.row("total", points: "86.76"), try Scorecards.row("total", points: "86.89"),
    ]
    let total = try ScorecardAnalysis(entries: rows, edition: Editions.decision876()).node("total")
    #expect(total.isConflicting && total.published == nil && total.points == nil)
    #expect(try total.interval == interval("86.755", "86.895"))
    #expect(total.entries.count == 2)
  }

  @Test func rowsThatAgreeWithinRoundingAreNoConflict() throws {
    let rows = [try Scorecards.row("total", points: "86.8"), try Scorecards.row("total", points: "86.76")]
    for rows in [rows, rows.reversed()] {
      let total = try ScorecardAnalysis(entries: rows, edition: Editions.decision876()).node("total")
      #expect(try !total.isConflicting && total.published == number("86.76"), "the finer print, in any order")
      #expect(try total.interval == interval("86.755", "86.765"))
    }
  }

  @Test func boundsThatExcludeEachOtherAreAConflictInAnyOrder() throws {
    let rows = [
      try Scorecards.row("LV5", percent: "90", bound: .above),
      try Scorecards.row("LV5", percent: "80", bound: .below),
    ]
    let readings = try [rows, rows.reversed()].map { rows in
      try ScorecardAnalysis(entries: rows, edition: Editions.decision876()).node("LV5")
    }
    for node in readings {
      #expect(node.isConflicting && node.points == nil)
      #expect(node.interval == readings[0].interval)
      #expect(try node.interval == interval("0", "15"))
    }
  }

  @Test func anExactRowOutsideABoundIsAConflict() throws {
    let rows = [
      try Scorecards.row("LV5", percent: "95"), try Scorecards.row("LV5", percent: "98", bound: .above),
    ]
    let node = try ScorecardAnalysis(entries: rows, edition: Editions.decision876()).node("LV5")
    #expect(try node.isConflicting && node.interval.contains(number("14.25")) && node.points == nil)
  }

  @Test func aBoundIsNoNumber() throws {
    let node = try ScorecardAnalysis(
      entries: [Scorecards.row("LV5", points: "12", bound: .above)], edition: Editions.decision876()
    ).node("LV5")
    #expect(node.published == nil && node.points == nil)
    #expect(try node.interval == interval("11.5", "15"))
  }

  @Test func aRowAtOddsWithItselfLeavesBothFiguresPossible() throws {
    let node = try ScorecardAnalysis(
      entries: [Scorecards.row("LV7", points: "12.13", of: "13.5", percent: "84.81")],
      edition: Editions.decision876()
    ).node("LV7")
    #expect(try node.interval.contains(number("12.13")) && node.interval.contains(number("11.4494")))
  }

  @Test func aRankAloneTellsNothingOfThePoints() throws {
    let analysis = ScorecardAnalysis(
      entries: [try Scorecards.row("LV5", rank: 45)], edition: try Editions.decision876())
    let node = try analysis.node("LV5")
    #expect(node.published == nil && node.points == nil && node.entries.count == 1)
    #expect(try node.interval == interval("0", "15"))
  }

  @Test func theBasesAreNeverMixed() throws {
    let rows = [
      try Scorecards.row("LV2", points: "4.5", of: "5", basis: .appraisal),
      try Scorecards.row("LV2", points: "9.42", of: "10"),
    ]
    let analysis = ScorecardAnalysis(entries: rows, edition: try Editions.decision876())
    #expect(try analysis.node("LV2").points == number("9.42"))
    #expect(try !analysis.node("LV2").isConflicting)
    let appraised = try #require(analysis[ScoreKey(.component(2), isAppraisalOnly: true)])
    #expect(try appraised.points == number("4.5"))
  }

  @Test func unstatedRowsAreReadAsAsked() throws {
    let rows = [try Scorecards.row("LV3", points: "12", basis: .unstated)]
    let edition = try Editions.decision876()
    let asAppraised = ScorecardAnalysis(entries: rows, edition: edition, unstatedBasis: .appraisal)
    #expect(try asAppraised.node("LV3").points == nil)
    #expect(try asAppraised[ScoreKey(.component(3), isAppraisalOnly: true)]?.points == number("12"))
    #expect(try ScorecardAnalysis(entries: rows, edition: edition).node("LV3").points == number("12"))
  }

  @Test func withoutAnEditionOnlyThePublishedIsKnown() throws {
    let analysis = ScorecardAnalysis(
      entries: [try Scorecards.row("total", points: "70"), try Scorecards.row("LV1", points: "5")],
      edition: nil)
    #expect(try analysis.node("total").points == ExactDecimal(70))
    #expect(analysis.nodes.count == 2 && analysis.remainders.isEmpty)
    #expect(ScorecardAnalysis(entries: [], edition: nil).nodes.isEmpty)
  }

  @Test func percentOfTheMaximumIsBoundedByHundred() throws {
    let analysis = ScorecardAnalysis(
      entries: [try Scorecards.row("LV1", points: "9.5")], edition: try Editions.decision876())
    let percent = try #require(try analysis.node("LV1").percent)
    #expect(try percent.upper == ExactDecimal(100) && percent.lower >= number("99.4"))
  }

  @Test func extremeFiguresDoNotTrap() throws {
    let huge = "99999999999.9999"
    let rows = [
      try Scorecards.row("total", points: huge, percent: huge), try Scorecards.row("LV1", points: huge),
      try Scorecards.row("LV2", points: "-" + huge), try Scorecards.row("LV3", percent: huge, bound: .about),
      try Scorecards.row("block:sipas", points: huge, of: "0.0001", percent: "0"),
    ]
    let analysis = ScorecardAnalysis(entries: rows, edition: try Editions.decision876())
    #expect(!analysis.system.contradictions.isEmpty)
  }
}
