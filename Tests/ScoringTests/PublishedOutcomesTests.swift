import Scoring
import TestSupport
import Testing
import Text

/// Targets on published indexes are answered by the published series.
@Suite struct PublishedOutcomesTests {
  private func figure(
    _ index: String, value: String? = nil, rank: Int? = nil, node: String = "",
    measure: PublishedFigure.FigureMeasure = .score, unit: MeasurementUnit = .percent
  ) throws -> PublishedFigure {
    PublishedFigure(
      entity: Targets.entity, year: 2024, index: index, measure: measure, node: node, bound: .exact,
      value: try value.map(printed), unit: unit, maximum: nil, rank: rank, listSize: 63,
      readFromOrder: false, citations: [Citation(source: "paper")], contradictedBy: [],
      confidence: .single, note: nil, line: DataLine(file: "published.csv", line: 1))
  }

  private func indicator(
    _ index: String, _ measure: Indicator.PublishedSeries.SeriesMeasure, node: NodeCode? = nil,
    unit: MeasurementUnit = .percent
  ) -> Indicator {
    Targets.indicator(
      unit: unit, direction: unit == .rank ? .lower : .higher, levels: [.province],
      publishedAs: Indicator.PublishedSeries(index: index, measure: measure, node: node))
  }

  private static let monthly = IndexDescription(
    id: "MONTHLY", name: LocalizedText(same: "Hằng tháng"), publisher: LocalizedText(same: "Bộ"),
    scale: LocalizedText(same: "0–100"), higherIsBetter: true, isMonthly: true, breaks: [], citations: [],
    method: [], note: nil, line: DataLine(file: "indexes.yaml", line: 1))

  private func judge(
    _ goal: Goal, _ indicator: Indicator, level: AdministrativeLevel = .province,
    figures: [PublishedFigure] = [], rows: [ScorecardEntry] = [], outcomes: [Outcome] = []
  ) throws -> Attainment {
    let target = try Targets.target(goal, level: level, unit: indicator.unit)
    let data = Targets.dataset(
      indicators: [indicator], targets: [target], outcomes: outcomes, published: figures,
      scorecards: rows, indexes: [Self.monthly])
    return try #require(AttainmentJudge(data).attainment(of: target))
  }

  @Test func ranksAnswerTargetsOnRanks() throws {
    let indicator = indicator("SIPAS", .rank, unit: .rank)
    let figures = [try figure("SIPAS", value: "90.23", rank: 3), try figure("PCI", rank: 50)]
    let met = try judge(.threshold(.atMost, ExactDecimal(10)), indicator, figures: figures)
    #expect(met.verdict == .met && met.answers.first?.listSize == 63)
    let missed = try judge(.threshold(.atMost, ExactDecimal(2)), indicator, figures: figures)
    #expect(missed.verdict == .missed)
  }

  /// The source of a figure may not name its month; the figure is one of a month all the same.
  @Test func figuresOfAMonthlyIndexAreOfAMonth() throws {
    let figures = [
      try figure("MONTHLY", rank: 3, node: "2024-05"), try figure("MONTHLY", rank: 2, node: "early-2024"),
    ]
    let indicator = indicator("MONTHLY", .rank, unit: .rank)
    func outcomes(_ indexes: [IndexDescription]) -> [Outcome] {
      let data = Targets.dataset(indicators: [indicator], published: figures, indexes: indexes)
      return PublishedOutcomes.outcomes(of: data)
    }
    #expect(outcomes([Self.monthly]).map(\.period) == [.month, .month])
    #expect(outcomes([Self.monthly]).map(\.asOf) == [PartialDate("2024-05"), nil])
    #expect(outcomes([]).isEmpty)
  }

  @Test func scoresAnswerForTheProvinceAsAWhole() throws {
    let figures = [try figure("SIPAS", value: "90.23", rank: 3)]
    let goal = Goal.threshold(.atLeast, ExactDecimal(90))
    for level in [AdministrativeLevel.province, .all] {
      let result = try judge(goal, indicator("SIPAS", .score), level: level, figures: figures)
      #expect(result.verdict == .met)
    }
    let commune = try judge(goal, indicator("SIPAS", .score), level: .commune, figures: figures)
    #expect(commune.verdict == .noData)
  }

  @Test func aCommuneOutcomeDoesNotAnswerForTheProvince() throws {
    let result = try judge(
      .threshold(.atLeast, ExactDecimal(90)), indicator("SIPAS", .score),
      outcomes: [Targets.outcome("95", level: .commune)])
    #expect(result.verdict == .noData && result.related.first?.mismatches == [.level(.commune)])
  }

  @Test func theTotalOfTheScorecardAnswers() throws {
    let rows = [try Scorecards.row("total", points: "91.87", percent: "91.87", rank: 4, year: 2024)]
    let score = try judge(.threshold(.atLeast, ExactDecimal(90)), indicator("PAR", .score), rows: rows)
    #expect(score.verdict == .met)
    let rank = try judge(
      .threshold(.atMost, ExactDecimal(5)), indicator("PAR", .rank, unit: .rank), rows: rows)
    #expect(rank.verdict == .met)
  }

  @Test(arguments: [
    (ScorecardEntry.Basis.full, Verdict.met), (.appraisal, .noData), (.unstated, .noData),
  ])
  func componentsAnswerOnTheFullBasisOnly(_ basis: ScorecardEntry.Basis, _ verdict: Verdict) throws {
    let rows = [try Scorecards.row("LV7", percent: "90", basis: basis, year: 2024)]
    let result = try judge(
      .threshold(.atLeast, ExactDecimal(85)), indicator("PAR", .score, node: .component(7)), rows: rows)
    #expect(result.verdict == verdict)
  }

  @Test func aPercentageIsNeverTakenForPoints() throws {
    let rows = [try Scorecards.row("LV7", percent: "90", year: 2024)]
    let result = try judge(
      .threshold(.atLeast, ExactDecimal(12)),
      indicator("PAR", .score, node: .component(7), unit: .points), rows: rows)
    #expect(result.verdict == .noData)
  }

  @Test func quartilesAnswerGroups() throws {
    let figures = [try figure("PAPI", value: "2", measure: .quartileGroup, unit: .group)]
    let result = try judge(
      .threshold(.atMost, ExactDecimal(2)), indicator("PAPI", .quartileGroup, unit: .group),
      figures: figures)
    #expect(result.verdict == .met)
  }

  @Test func otherMeasuresAndNodesDoNot() throws {
    let figures = [
      try figure("SIPAS", value: "95", measure: .average), try figure("SIPAS", value: "95", node: "LV1"),
    ]
    let result = try judge(
      .threshold(.atLeast, ExactDecimal(90)), indicator("SIPAS", .score), figures: figures)
    #expect(result.verdict == .noData && result.related.isEmpty)
  }

  @Test func aMonthOfAMonthlyIndexIsOnlyRelated() throws {
    let figures = [try figure("MONTHLY", value: "85", node: "2024-12")]
    let result = try judge(
      .threshold(.atLeast, ExactDecimal(80)), indicator("MONTHLY", .score), figures: figures)
    #expect(result.verdict == .noData)
    #expect(try result.related.first?.mismatches == [.period(.month, date("2024-12"))])
  }
}
