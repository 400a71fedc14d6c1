internal import Parallel
package import Scoring
internal import Text

/// The data and everything computed from them, once for both languages. Slow parts are computed on first use, or in
/// parallel by ``prepare()``. A class, so that its many holders share one reference.
package final class SiteModel: Sendable {
  /// A province and an index year.
  struct ProvinceYear: Hashable, Sendable {
    let entity: Identifier<Entity>
    let year: Int
  }

  /// A published index and a year.
  package struct IndexYearKey: Hashable, Sendable {
    let index: String
    let year: Int
  }

  /// How many items of each kind there are.
  struct Counts: Encodable, Sendable {
    let targets: Int
    let tasks: Int
    let plans: Int
    let outcomes: Int
    let published: Int
    let scorecards: Int
    let indicators: Int
    let sources: Int
  }

  package let dataset: Dataset
  /// The index years with any scorecard or figure of the scorecard index, newest first.
  let indexYears: [Int]
  /// The figures published about each entity, by file and line.
  let publishedByEntity: [Identifier<Entity>: [PublishedFigure]]
  /// The figures of each index and year, by file and line.
  let publishedByYear: [IndexYearKey: [PublishedFigure]]
  /// The outcomes that each entity reported, by file and line.
  let outcomesByEntity: [Identifier<Entity>: [Outcome]]
  /// The scorecard rows of each year, by file and line.
  let scorecardEntriesByYear: [Int: [ScorecardEntry]]
  /// The scorecard rows of each province and year, by file and line.
  let scorecardEntries: [ProvinceYear: [ScorecardEntry]]

  /// The promise on whose page each target stands.
  let promiseOfTarget: [Identifier<Target>: Identifier<Promise>]
  /// The promises, in the order of the plans and of their first targets.
  let promiseOrder: [Identifier<Promise>]
  /// What changed about each promise, the newest first.
  let changesByPromise: [Identifier<Promise>: [Change]]

  private let lazyJudge: Lazy<AttainmentJudge>
  private let lazyIndicatorRows: Lazy<[Identifier<Indicator>: Int]>
  private let lazyVerdicts: Lazy<Verdicts>
  private let lazyScorecards: [ProvinceYear: Lazy<ScorecardAnalysis>]
  private let lazyRankings: Lazy<[YearRanking]>
  private let lazyWeights: Lazy<[Identifier<Edition>: EditionWeights]>
  /// The anchors of each file that has rows or items with an identity.
  private let lazyAnchors: Lazy<[String: RowAnchors]>
  /// The rows of each table.
  private let lazyRecords: Lazy<[String: FileRecords.Rows]>
  /// The promises whose verdicts rest on the rows of each table.
  private let lazyUses: Lazy<[String: [RowUse]]>
  /// The place in each file at which each of its pages begins.
  private let lazyPageStarts: [String: Lazy<[Int]>]
  /// The listings of files that are not too long; those of longer ones are made for each page, which takes less
  /// memory.
  private let lazyFileRows: [DataFilePart: Lazy<FileListing.Rows?>]
  /// The bytes of the longest file whose listing is held for the page in the other language.
  private static let mostHeldText = 1 << 18
  private let lazyTables: Lazy<[OpenDataTable]>
  private let lazySourceUses: Lazy<SourceUses>
  /// The names of the nodes of each edition.
  let nodeNames: [Identifier<Edition>: [NodeCode: LocalizedText]]
  /// The name of each component in the newest edition that names it.
  let componentNames: [NodeCode: LocalizedText]

  /// The verdicts in the order of the plans, their groups, and the reported and published outcomes of each indicator.
  struct Verdicts: Sendable {
    let all: [Attainment]
    let byPlan: [Identifier<Plan>: [Attainment]]
    let byEntity: [Identifier<Entity>: [Attainment]]
    /// What the page of each promise tells.
    let records: [Identifier<Promise>: PromiseRecord]
    /// Which targets of an entity one outcome judges differently.
    let sharedOutcomes: [Identifier<Entity>: SharedOutcomes]
    let byIndicator: [Identifier<Indicator>: [Attainment]]
    let outcomesByIndicator: [Identifier<Indicator>: [Outcome]]

    init(_ judge: AttainmentJudge, on targets: [Target]) {
      all = targets.chunks.parallelMap { $0.compactMap(judge.attainment(of:)) }.flatMap { $0 }
      byPlan = Dictionary(grouping: all) { $0.target.plan }
      byEntity = Dictionary(grouping: all) { $0.target.entity }
      records = Dictionary(
        byPlan.values.flatMap(PromiseRecord.all).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      sharedOutcomes = byEntity.mapValues(SharedOutcomes.init)
      byIndicator = Dictionary(grouping: all) { $0.target.indicator }
      outcomesByIndicator = Dictionary(grouping: judge.outcomes, by: \.indicator)
    }
  }

  package init(_ dataset: Dataset) {
    self.dataset = dataset
    let rows = Dictionary(grouping: dataset.scorecardEntries) {
      ProvinceYear(entity: $0.entity, year: $0.year)
    }
    scorecardEntries = rows
    scorecardEntriesByYear = Dictionary(grouping: dataset.scorecardEntries, by: \.year)
    publishedByEntity = Dictionary(grouping: dataset.published, by: \.entity)
    publishedByYear = Dictionary(grouping: dataset.published) {
      IndexYearKey(index: $0.index, year: $0.year)
    }
    outcomesByEntity = Dictionary(grouping: dataset.outcomes, by: \.entity)
    let figureYears = dataset.published.filter { $0.index == dataset.scorecardIndex }.map(\.year)
    let years = Set(rows.keys.map(\.year) + figureYears).sorted(by: >)
    indexYears = years
    nodeNames = dataset.editions.reduce(into: [:]) { names, edition in
      // Of two nodes with the same code the first counts.
      names[edition.id] = Dictionary(
        edition.nodes.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
    componentNames = Dictionary(
      dataset.editions.flatMap(\.components).map { ($0.code, $0.name) },
      uniquingKeysWith: { first, _ in first })
    let promises = dataset.plans.reduce(into: [Identifier<Target>: Identifier<Promise>]()) { promises, plan in
      promises.merge(PromiseRecord.identifiers(of: plan.targets)) { first, _ in first }
    }
    promiseOfTarget = promises
    var seen: Set<Identifier<Promise>> = []
    promiseOrder = dataset.targets.compactMap { promises[$0.id] }.filter { seen.insert($0).inserted }
    changesByPromise = dataset.changes.reduce(into: [:]) { changes, change in
      for promise in Set(change.targets.compactMap { promises[$0] }) {
        changes[promise, default: []].append(change)
      }
    }
    let lazyJudge = Lazy { AttainmentJudge(dataset) }
    self.lazyJudge = lazyJudge
    lazyIndicatorRows = Lazy {
      (dataset.targets.map(\.indicator) + lazyJudge.value.outcomes.map(\.indicator)).reduce(into: [:]) {
        $0[$1, default: 0] += 1
      }
    }
    let lazyVerdicts = Lazy { Verdicts(lazyJudge.value, on: dataset.targets) }
    self.lazyVerdicts = lazyVerdicts
    let lazyScorecards = rows.reduce(into: [ProvinceYear: Lazy<ScorecardAnalysis>]()) { scorecards, group in
      let (key, entries) = group
      scorecards[key] = Lazy {
        ScorecardAnalysis(entries: entries, edition: dataset.edition(forYear: key.year))
      }
    }
    self.lazyScorecards = lazyScorecards
    lazyRankings = Lazy { years.flatMap { YearRanking.all($0, in: dataset) } }
    lazyWeights = Lazy { dataset.editions.reduce(into: [:]) { $0[$1.id] = EditionWeights($1) } }
    let lazyAnchors = Lazy { RowAnchors.all(in: dataset) }
    self.lazyAnchors = lazyAnchors
    lazyRecords = Lazy { FileRecords.rows(in: dataset) }
    lazyUses = Lazy { RowUse.all(in: lazyVerdicts.value.records.values) }
    let starts = dataset.files.reduce(into: [String: Lazy<[Int]>]()) { starts, file in
      let parts = DataFilePart.all(of: file.path, lineCount: file.lineCount)
      starts[file.path] = Lazy { file.starts(of: parts.map(\.lines.lowerBound)) }
    }
    lazyPageStarts = starts
    lazyFileRows = dataset.files.reduce(into: [:]) { rows, file in
      guard file.text.utf8.count <= SiteModel.mostHeldText, !DataFilePart.holdsRecords(file.path) else {
        return
      }
      for part in DataFilePart.all(of: file.path, lineCount: file.lineCount) {
        rows[part] = Lazy {
          SiteModel.lines(of: part, in: file, starts[file.path]?.value ?? []).map {
            FileListing.Rows($0, from: part.lines.lowerBound, anchors: lazyAnchors.value[file.path])
          }
        }
      }
    }
    lazySourceUses = Lazy { SourceUses(dataset) }
    let detailed = rows.filter { $0.value.contains { $0.node != .total } }.map(\.key)
      .sorted { ($0.entity.rawValue, $0.year) < ($1.entity.rawValue, $1.year) }
    lazyTables = Lazy {
      OpenData.tables(
        of: dataset, attainments: lazyVerdicts.value.all,
        analyses: detailed.compactMap { lazyScorecards[$0]?.value })
    }
  }

  /// Computes in parallel what most pages need, for a build that renders them all.
  package func prepare() {
    _ = inParallel(
      {
        _ = inParallel(
          { self.lazyVerdicts.value }, { Array(self.lazyScorecards.values).parallelMap { $0.value }.count })
        return self.lazyTables.value
      },
      {
        inParallel({ self.lazyRankings.value }, { self.lazyWeights.value }).0
      })
    _ = lazyAnchors.value
    _ = Array(lazyFileRows.values).parallelMap { $0.value?.count }
  }

  var judge: AttainmentJudge { lazyJudge.value }

  /// Whether an indicator has at most one target or outcome, so that an entry of the list tells all of it.
  func isFolded(_ indicator: Identifier<Indicator>) -> Bool {
    lazyIndicatorRows.value[indicator, default: 0] <= 1
  }

  /// The promise of a plan that holds one target and no task, so that the page of the promise tells all of the plan;
  /// nil for other plans.
  func promise(ofFolded plan: Plan) -> Identifier<Promise>? {
    guard plan.targets.count == 1, plan.tasks.isEmpty else { return nil }
    return plan.targets.first.flatMap { promiseOfTarget[$0.id] }
  }

  var verdicts: Verdicts { lazyVerdicts.value }
  /// The analysis of the scorecard of a province and year; nil when nothing is published.
  func scorecard(_ key: ProvinceYear) -> ScorecardAnalysis? { lazyScorecards[key]?.value }
  /// The rankings of each index year and their stability, newest year first.
  var rankings: [YearRanking] { lazyRankings.value }
  /// The stated and inferred maxima of each edition.
  var weights: [Identifier<Edition>: EditionWeights] { lazyWeights.value }
  /// The tables of the open data.
  package var tables: [OpenDataTable] { lazyTables.value }

  /// How many items cite each source.
  var sourceUses: SourceUses { lazySourceUses.value }

  /// The anchors of a data file; nil when it has no rows or items with an identity.
  func anchors(ofFile path: String) -> RowAnchors? { lazyAnchors.value[path] }

  /// The rows of the listing of a page of a data file; nil when there is no such page.
  func rows(of part: DataFilePart) -> FileListing.Rows? {
    if let held = lazyFileRows[part] { return held.value }
    return lines(of: part).map {
      FileListing.Rows($0, from: part.lines.lowerBound, anchors: anchors(ofFile: part.path))
    }
  }

  /// The records of a page of a table; nil when there is no such page, or the file is no table.
  func records(of part: DataFilePart) -> FileRecords? {
    guard let rows = tableRows(of: part), let lines = lines(of: part) else { return nil }
    return FileRecords(rows: rows, firstLine: part.lines.lowerBound, lines: lines)
  }

  /// The rows of a page of a table; nil when the file is none.
  func tableRows(of part: DataFilePart) -> FileRecords.Rows? {
    lazyRecords.value[part.path]?.within(part.lines)
  }

  /// The promises whose verdicts rest on the rows of a page of a table.
  func uses(of part: DataFilePart) -> [RowUse] {
    (lazyUses.value[part.path] ?? []).filter { part.lines.contains($0.line) }
  }

  private func lines(of part: DataFilePart) -> [String]? {
    dataset.file(at: part.path).flatMap {
      SiteModel.lines(of: part, in: $0, lazyPageStarts[part.path]?.value ?? [])
    }
  }

  /// - Parameter starts: the places in the file at which its pages begin.
  private static func lines(of part: DataFilePart, in file: Dataset.DataFile, _ starts: [Int]) -> [String]? {
    guard part.page > 0, part.page <= max(1, starts.count) else { return nil }
    let start = part.page <= starts.count ? starts[part.page - 1] : 0
    return file.lines(from: start, upTo: part.page < starts.count ? starts[part.page] : file.text.utf8.count)
  }

  var counts: Counts {
    Counts(
      targets: dataset.targets.count, tasks: dataset.tasks.count, plans: dataset.plans.count,
      outcomes: dataset.outcomes.count,
      published: dataset.published.count, scorecards: dataset.scorecardEntries.count,
      indicators: dataset.indicators.count, sources: dataset.sources.count)
  }
}
