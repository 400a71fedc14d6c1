import Foundation
import Scoring
import Testing

@testable import ProvinceData

/// The valid fixture arrives in the model as it is written.
@Suite struct ModelTests {
  private func base() throws -> Dataset {
    try #require(try FixtureFolder.load(FixtureFolder.files(of: FixtureFolder.base)).dataset)
  }

  @Test func targets() throws {
    let targets = try base().targets
    #expect(
      targets.map(\.id.rawValue) == ["dak-lak-2024-on-time", "dak-lak-2024-online", "dak-lak-2024-waiting"])
    #expect(targets[0].goal == .threshold(.atLeast, ExactDecimal(95)))
    #expect(targets[0].deadline.description == "2024")
    #expect(targets[0].year == 2024)
    // An indicator with one denominator needs none named.
    #expect(targets[0].denominator == "all-dossiers")
    // The source is the plan's, the locator the target's own.
    #expect(targets[0].citation.source == "bao-dak-lak-2024")
    #expect(targets[0].citation.locator?.en == "section 1")
    guard case .staged(.atLeast, let stages) = targets[1].goal else {
      Issue.record("not staged")
      return
    }
    #expect(stages.map(\.by.description) == ["2022", "2023"])
    // The deadline of a staged target is its last stage.
    #expect(targets[1].deadline.description == "2023")
    #expect(targets[1].denominator == "eligible-dossiers")
    #expect(targets[2].goal == .range(ExactDecimal(10), ExactDecimal(15)))
    #expect(targets[2].denominator == nil)
    #expect(targets[2].line == DataLine(file: "provinces/dak-lak/plans/dak-lak-cchc-2024.yaml", line: 28))
  }

  @Test func figures() throws {
    let dataset = try base()
    #expect(dataset.outcomes.map(\.bound) == [.above, .exact])
    #expect(dataset.outcomes[1].value == PrintedDecimal("47.80"))
    #expect(dataset.outcomes[1].value.decimals == 2)
    #expect(dataset.outcomes[0].statement?.vi == "Đắk Lắk đạt trên 98%, theo báo.")
    #expect(dataset.outcomes[0].asOf == nil)
    #expect(dataset.published[0].citations.map(\.source) == ["bao-dak-lak-2024", "quyet-dinh-mau-2022"])
    #expect(dataset.published[0].rank == 12)
    // An empty bound is exact, and an empty cell is unknown, never zero.
    #expect(dataset.published[0].bound == .exact)
    #expect(dataset.scorecardEntries[0].points == nil)
    #expect(dataset.scorecardEntries[1].evidence == ["12/BC-UBND"])
    #expect(dataset.scorecardEntries[1].node == .part([1, 1]))
  }

  @Test func catalogues() throws {
    let dataset = try base()
    #expect(dataset.asOf == CalendarDate(year: 2026, month: 11, day: 21))
    #expect(dataset.comparedProvinces == ["dak-lak"])
    #expect(dataset.entity("dak-lak")?.hasProfile == true)
    #expect(dataset.entity("dak-lak-2025")?.hasProfile == false)
    #expect(dataset.edition(forYear: 2023)?.components.map(\.code) == [.component(1), .component(2)])
    #expect(dataset.edition(forYear: 2023)?.components[1].maximum?.status == .derived)
    #expect(dataset.edition(forYear: 2023)?.blocks.map(\.isSurvey) == [false, true])
    // Indicators that cut across follow those of a component.
    #expect(
      dataset.indicators.map(\.id.rawValue) == [
        "on_time_rate", "online_rate", "investment_rank", "waiting_minutes",
      ])
    #expect(dataset.files.map(\.path) == dataset.files.map(\.path).sorted())
    #expect(dataset.indexes.first?.breaks.first?.from == 2022)
  }

  @Test func compoundGoals() throws {
    let path = "provinces/dak-lak/plans/dak-lak-cchc-2024.yaml"
    let text = try String(contentsOf: FixtureFolder.base.appendingPathComponent(path), encoding: .utf8)
    let relative = text.replacing(
      "comparator: \">=\"\n    value: 95",
      with: "comparator: relative\n    baseline: {year: 2023, relation: \">\"}")
    let dataset = try #require(try FixtureFolder.load(replacing: path, by: relative).dataset)
    #expect(dataset.targets[0].goal == .relative(.moreThan, baselineYear: 2023))
    let group = text.replacing(
      "comparator: \">=\"\n    value: 95",
      with: "comparator: rank-group\n    group_name: {vi: nhóm khá, en: the good group}\n    first: 16")
    let grouped = try #require(try FixtureFolder.load(replacing: path, by: group).dataset)
    #expect(grouped.targets[0].goal == .group(LocalizedText(vi: "nhóm khá", en: "the good group"), first: 16))
  }
}
