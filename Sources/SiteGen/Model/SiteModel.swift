internal import Parallel
package import Scoring

/// The data and everything computed from them, once for both languages. Never changes; a class, so that the many
/// that hold it share it by one reference.
package final class SiteModel: Sendable {
  /// A province and an index year.
  package struct ProvinceYear: Hashable, Sendable {
    package let entity: Identifier<Entity>
    package let year: Int

    package init(entity: Identifier<Entity>, year: Int) {
      self.entity = entity
      self.year = year
    }
  }

  /// The data.
  package let dataset: Dataset
  /// The verdicts on all targets, in the order of the plans.
  package let attainments: [Attainment]
  /// The same by plan.
  package let attainmentsByPlan: [Identifier<Plan>: [Attainment]]
  /// The same by who declared the target.
  package let attainmentsByEntity: [Identifier<Entity>: [Attainment]]
  /// The same by indicator.
  package let attainmentsByIndicator: [Identifier<Indicator>: [Attainment]]
  /// The targets of the compared provinces side by side.
  package let matrix: ComparisonMatrix
  /// What follows from the published scorecards.
  package let scorecards: [ProvinceYear: ScorecardAnalysis]
  /// The index years with any scorecard or PAR figure, newest first.
  package let indexYears: [Int]
  /// How firm the order of the units of each index year is, newest first, as far as parts are known.
  package let standings: [YearStanding]
  /// What is known of the maxima of each edition.
  package let weights: [Identifier<Edition>: EditionWeights]
  /// The names of the nodes of each edition.
  package let nodeNames: [Identifier<Edition>: [NodeCode: LocalizedText]]
  /// The number of each source on the sources page.
  package let sourceNumbers: [Identifier<Source>: Int]
  /// Reported and published outcomes by indicator.
  package let outcomesByIndicator: [Identifier<Indicator>: [Outcome]]
  /// The rows of the listing of each data file, in the order of the files.
  package let fileRows: [FileListing.Rows]

  /// Computes everything that pages show.
  package init(_ dataset: Dataset) {
    self.dataset = dataset
    let rows = Dictionary(grouping: dataset.scorecardEntries) {
      ProvinceYear(entity: $0.entity, year: $0.year)
    }
    let figureYears = dataset.published.filter { $0.index == "PAR" }.map(\.year)
    let years = Set(rows.keys.map(\.year) + figureYears).sorted(by: >)
    indexYears = years
    // What is much work, side by side.
    let ((attainments, scorecards), ((standings, weights), fileRows)) = together(
      {
        together({ AttainmentJudge(dataset).all() }, { SiteModel.analyses(of: rows, in: dataset) })
      },
      {
        together(
          {
            together(
              { years.flatMap { YearStanding.all($0, in: dataset) } },
              { dataset.editions.reduce(into: [:]) { $0[$1.id] = EditionWeights($1) } })
          },
          { dataset.files.parallelMap { FileListing.Rows($0.lines) } })
      })
    self.attainments = attainments
    self.scorecards = scorecards
    self.standings = standings
    self.weights = weights
    self.fileRows = fileRows
    attainmentsByPlan = Dictionary(grouping: attainments) { $0.target.plan }
    attainmentsByEntity = Dictionary(grouping: attainments) { $0.target.entity }
    attainmentsByIndicator = Dictionary(grouping: attainments) { $0.target.indicator }
    matrix = ComparisonMatrix(
      provinces: dataset.comparedProvinces, attainments: attainments, indicators: dataset.indicators)
    nodeNames = dataset.editions.reduce(into: [:]) { names, edition in
      // Of two nodes with one code the first counts.
      names[edition.id] = Dictionary(
        edition.nodes.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
    sourceNumbers = dataset.sources.enumerated().reduce(into: [:]) { $0[$1.element.id] = $1.offset + 1 }
    outcomesByIndicator = Dictionary(
      grouping: dataset.outcomes + PublishedOutcomes.outcomes(of: dataset), by: \.indicator)
  }

  private static func analyses(
    of rows: [ProvinceYear: [ScorecardEntry]], in dataset: Dataset
  ) -> [ProvinceYear: ScorecardAnalysis] {
    let analyses = rows.map { ($0.key, $0.value) }.parallelMap { key, entries in
      (key, ScorecardAnalysis(entries: entries, edition: dataset.edition(forYear: key.year)))
    }
    return Dictionary(analyses, uniquingKeysWith: { first, _ in first })
  }

  /// The verdicts on the targets of one province, over all its plans.
  package func attainments(of entity: Identifier<Entity>) -> [Attainment] {
    attainmentsByEntity[entity] ?? []
  }

  /// The analyses of one province, newest year first.
  package func scorecards(of entity: Identifier<Entity>) -> [ScorecardAnalysis] {
    scorecards.filter { $0.key.entity == entity }.sorted { $0.key.year > $1.key.year }.map(\.value)
  }

  /// The figures of one index published for an entity, by year and line.
  package func published(_ index: String, of entity: Identifier<Entity>) -> [PublishedFigure] {
    dataset.published.filter { $0.index == index && $0.entity == entity }
      .sorted { ($0.year, $0.line) < ($1.year, $1.line) }
  }
}
