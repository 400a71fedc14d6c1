import Foundation
import Testing
import Text

@testable import ProvinceData
@testable import Scoring

@Suite("The dataset that is read")
struct DatasetTests {
  private func base() throws -> Dataset {
    try #require(try LoadedFiles(try FixtureFolder.baseFiles()).result.dataset)
  }

  @Test("settings, sources and entities")
  func catalogue() throws {
    let dataset = try base()
    #expect(dataset.asOf.description == "2025-12-31")
    #expect(dataset.comparedProvinces == ["dak-lak"])
    #expect(dataset.sources.map(\.id) == ["bao-dak-lak", "ubnd-dak-lak-ke-hoach"])
    #expect(dataset.source("ubnd-dak-lak-ke-hoach")?.isCopy == true)
    #expect(dataset.source("bao-dak-lak")?.line == DataLine(file: "sources/sources.yaml", line: 2))
    #expect(dataset.entities.map(\.id) == ["ca-nuoc", "dak-lak", "dak-lak-2025"])
    let province = try #require(dataset.entity("dak-lak"))
    #expect(province.hasProfile && province.until?.description == "2025-06-30" && province.code == "66")
    #expect(province.responsibilities.map(\.component) == [.component(1)])
    #expect(dataset.entity("ca-nuoc")?.hasProfile == false)
    #expect(dataset.indicators.map(\.id) == ["on_time_rate", "offices", "sipas_rank"])
    #expect(dataset.indexes.map(\.id) == ["PAR", "SIPAS"])
  }

  @Test("a plan and its targets")
  func plan() throws {
    let dataset = try base()
    let plan = try #require(dataset.plans.first)
    #expect((plan.firstYear, plan.lastYear) == (2024, 2024))
    #expect(plan.targets.map(\.goal.isStaged) == [false, true, false])
    let first = plan.targets[0]
    #expect(first.goal == .threshold(.moreThan, ExactDecimal(95)))
    #expect(first.denominator == "all-dossiers" && first.year == 2024 && first.unit == .percent)
    #expect(
      first.citation
        == Citation(source: plan.citation.source, locator: LocalizedText(vi: "mục 1", en: "section 1")))
    guard case .staged(.atLeast, let stages) = plan.targets[1].goal else {
      Issue.record("The second target is not staged.")
      return
    }
    #expect(stages.map(\.by.description) == ["2024-06", "2024-12-31"])
    #expect(stages.map { $0.derivation == nil } == [true, false])
    #expect(plan.targets[1].deadline.description == "2024-12-31")
    #expect(plan.targets[1].denominator == nil)
  }

  @Test("the tasks of a plan, and how much of its document is recorded")
  func tasks() throws {
    let dataset = try base()
    let plan = try #require(dataset.plans.first)
    #expect(dataset.tasks.map(\.id) == ["dak-lak-2024-task-training", "dak-lak-2024-task-websites"])
    let first = plan.tasks[0]
    #expect(first.plan == plan.id && first.component == .component(5) && first.deadline?.month == 9)
    #expect(first.citation.source == plan.citation.source)
    #expect(first.citation.locator?.en == "section 4, bullet 1")
    #expect(first.repeats.map(\.source) == ["bao-dak-lak"])
    #expect(plan.tasks[1].responsible == nil && plan.tasks[1].deadline == nil)
    let coverage = try #require(plan.coverage)
    #expect((coverage.statedTargets, coverage.statedTasks) == (3, 4))
    #expect(coverage.count() == PlanCoverage.Count(counted: 13, recorded: 5))
    #expect(coverage.count(of: .tasks).left == 2 && coverage.count(of: .mixed).counted == 0)
    #expect(coverage.byContent.map(\.content) == [.targets, .tasks, .assignments])
    #expect(coverage.parts[1].recorded[1] == ["dak-lak-2024-leaders", "dak-lak-2024-task-training"])
  }

  @Test("figures keep their printed decimals and their lines")
  func figures() throws {
    let dataset = try base()
    #expect(dataset.outcomes.map(\.line.line) == [2, 3])
    #expect(
      dataset.outcomes[0].bound == .above
        && dataset.outcomes[0].statement?.en == "Đắk Lắk: over 98%, says the paper.")
    #expect(dataset.published[0].value?.description == "85.20")
    #expect(dataset.published[0].rank == 10 && dataset.published[0].node == "")
    let entry = try #require(dataset.scorecardEntries.last)
    #expect(entry.evidence == ["Báo cáo số 1/BC-UBND", "Quyết định số 2/QĐ-UBND"])
    #expect(entry.selfPoints?.description == "5.5" && entry.node == .part([1, 1]) && entry.applies)
  }

  @Test("a framework with unknown maxima")
  func edition() throws {
    let edition = try #require(try base().edition(forYear: 2023))
    #expect(edition.components.map { $0.maximum?.value.description } == ["10", "70", nil])
    #expect(edition.components[0].children.map(\.code) == [.part([1, 1]), .part([1, 2])])
    #expect(edition.remainder?.maximum == ExactDecimal(20))
    #expect(edition.blocks.map(\.isSurvey) == [false, true])
    #expect(edition.groups.map(\.toInclusive) == [false, false])
    #expect(edition.counts.first?.candidates.map(\.value) == [37])
  }

  @Test("texts come out composed however they were typed")
  func composed() throws {
    let text = "entities:\n  - {id: ca-nuoc, kind: nation, name: {vi: Cả nước, en: Lăk}}\n"
      .decomposedStringWithCanonicalMapping
    let loaded = try LoadedFiles(base: "provinces/x.yaml", "")
    #expect(loaded.result.dataset == nil)
    let files =
      try FixtureFolder.baseFiles() + [RawFile(path: "sources/z.yaml", bytes: Array("sources: []\n".utf8))]
    #expect(try LoadedFiles(files.reversed()).result.findings.isEmpty)
    let warned = try LoadedFiles(base: "national/entities.yaml", text)
    #expect(warned.result.findings.contains { $0.rule == "text.not-nfc" && $0.severity == .warning })
  }

  @Test("a missing folder is an error of its own")
  func noFolder() {
    #expect(throws: DataLoadingError.self) { try DataLoader(path: "/nowhere/at/all").load() }
  }
}

extension Goal {
  fileprivate var isStaged: Bool {
    if case .staged = self { return true }
    return false
  }
}
