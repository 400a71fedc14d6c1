internal import Parallel
package import Scoring
internal import Text

/// The data and everything computed from them, once for both languages. What takes long is computed when it is first
/// asked for, or side by side by ``prepare()``. A class, so that the many that hold it share it by one reference.
package final class SiteModel: Sendable {
  /// A province and an index year.
  struct ProvinceYear: Hashable, Sendable {
    let entity: Identifier<Entity>
    let year: Int
  }

  /// A published index and a year.
  struct IndexYearKey: Hashable, Sendable {
    let index: String
    let year: Int
  }

  /// How many items of each kind there are.
  struct Counts: Encodable, Sendable {
    let targets: Int
    let plans: Int
    let outcomes: Int
    let published: Int
    let scorecards: Int
    let indicators: Int
    let sources: Int
  }

  /// The data.
  package let dataset: Dataset
  /// The index years with any scorecard or figure of the scorecard index, newest first.
  let indexYears: [Int]
  /// The number of each source on the sources page.
  let sourceNumbers: [Identifier<Source>: Int]
  /// The figures published on each entity, by file and line.
  let publishedByEntity: [Identifier<Entity>: [PublishedFigure]]
  /// The figures of each index and year, by file and line.
  let publishedByYear: [IndexYearKey: [PublishedFigure]]
  /// The outcomes that each entity reported, by file and line.
  let outcomesByEntity: [Identifier<Entity>: [Outcome]]
  /// The scorecard rows of each year, by file and line.
  let scorecardEntriesByYear: [Int: [ScorecardEntry]]
  /// The scorecard rows of each province and year, by file and line.
  let scorecardEntries: [ProvinceYear: [ScorecardEntry]]

  private let judging: Lazy<AttainmentJudge>
  private let judged: Lazy<Judged>
  private let analysed: [ProvinceYear: Lazy<ScorecardAnalysis>]
  private let compared: Lazy<ComparisonMatrix>
  private let ranked: Lazy<[YearRanking]>
  private let weighed: Lazy<[Identifier<Edition>: EditionWeights]>
  private let listed: [String: Lazy<FileListing.Rows>]
  private let tabled: Lazy<[OpenDataTable]>
  private let used: Lazy<SourceUses>
  /// The names of the nodes of each edition.
  let nodeNames: [Identifier<Edition>: [NodeCode: LocalizedText]]
  /// The name of each component in the newest edition that names it.
  let componentNames: [NodeCode: LocalizedText]

  /// The verdicts, in the order of the plans and by what pages ask for, and the outcomes that were reported or published.
  struct Judged: Sendable {
    let all: [Attainment]
    let byPlan: [Identifier<Plan>: [Attainment]]
    let byEntity: [Identifier<Entity>: [Attainment]]
    let byIndicator: [Identifier<Indicator>: [Attainment]]
    let outcomesByIndicator: [Identifier<Indicator>: [Outcome]]

    init(_ judge: AttainmentJudge, on targets: [Target]) {
      all = targets.chunks.parallelMap { $0.compactMap(judge.attainment(of:)) }.flatMap { $0 }
      byPlan = Dictionary(grouping: all) { $0.target.plan }
      byEntity = Dictionary(grouping: all) { $0.target.entity }
      byIndicator = Dictionary(grouping: all) { $0.target.indicator }
      outcomesByIndicator = Dictionary(grouping: judge.outcomes, by: \.indicator)
    }
  }

  /// Takes the data.
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
    sourceNumbers = dataset.sources.enumerated().reduce(into: [:]) { $0[$1.element.id] = $1.offset + 1 }
    nodeNames = dataset.editions.reduce(into: [:]) { names, edition in
      // Of two nodes with one code the first counts.
      names[edition.id] = Dictionary(
        edition.nodes.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
    componentNames = Dictionary(
      dataset.editions.flatMap(\.components).map { ($0.code, $0.name) },
      uniquingKeysWith: { first, _ in first })
    let judging = Lazy { AttainmentJudge(dataset) }
    self.judging = judging
    let judged = Lazy { Judged(judging.value, on: dataset.targets) }
    self.judged = judged
    analysed = rows.reduce(into: [:]) { analysed, group in
      let (key, entries) = group
      analysed[key] = Lazy {
        ScorecardAnalysis(entries: entries, edition: dataset.edition(forYear: key.year))
      }
    }
    compared = Lazy {
      ComparisonMatrix(
        provinces: dataset.comparedProvinces, attainments: judged.value.all, indicators: dataset.indicators)
    }
    ranked = Lazy { years.flatMap { YearRanking.all($0, in: dataset) } }
    weighed = Lazy { dataset.editions.reduce(into: [:]) { $0[$1.id] = EditionWeights($1) } }
    listed = dataset.files.reduce(into: [:]) { listed, file in
      listed[file.path] = Lazy { FileListing.Rows(file.lines) }
    }
    used = Lazy { SourceUses(dataset) }
    tabled = Lazy { OpenData.tables(of: dataset, attainments: judged.value.all) }
  }

  /// Computes what most pages need, side by side, for a build that makes them all.
  package func prepare() {
    _ = inParallel(
      {
        _ = inParallel(
          { self.judged.value }, { Array(self.analysed.values).parallelMap { $0.value }.count })
        return self.tabled.value
      },
      {
        inParallel({ self.ranked.value }, { self.weighed.value }).0
      })
    _ = dataset.files.parallelMap { self.listed[$0.path]?.value }
  }

  /// Who judges the targets.
  var judge: AttainmentJudge { judging.value }
  /// The verdicts on all targets.
  var verdicts: Judged { judged.value }
  /// The targets of the compared provinces side by side.
  var matrix: ComparisonMatrix { compared.value }
  /// What follows from the published scorecard of a province and year; nil when nothing is published.
  func scorecard(_ key: ProvinceYear) -> ScorecardAnalysis? { analysed[key]?.value }
  /// How firm the order of the units of each index year is, newest first, as far as parts are known.
  var rankings: [YearRanking] { ranked.value }
  /// What is known of the maxima of each edition.
  var weights: [Identifier<Edition>: EditionWeights] { weighed.value }
  /// The tables of the open data.
  package var tables: [OpenDataTable] { tabled.value }

  /// How many items rest on each source.
  var sourceUses: SourceUses { used.value }

  /// The rows of the listing of a data file; nil when there is no such file.
  func rows(ofFile path: String) -> FileListing.Rows? { listed[path]?.value }

  /// How many items there are.
  var counts: Counts {
    Counts(
      targets: dataset.targets.count, plans: dataset.plans.count, outcomes: dataset.outcomes.count,
      published: dataset.published.count, scorecards: dataset.scorecardEntries.count,
      indicators: dataset.indicators.count, sources: dataset.sources.count)
  }
}
