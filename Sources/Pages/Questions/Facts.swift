package import Scoring
package import Text

/// The data and everything computed from them, as pages read them: each question is noted, so that it is known what
/// a page was made from. There is no other way for a page to the data.
package struct Facts: Sendable {
  private let model: SiteModel
  private let exampleResults: ExampleResults
  private let notes: FactNotes?

  package init(_ model: SiteModel, _ example: ExampleResults, notes: FactNotes? = nil) {
    self.model = model
    self.exampleResults = example
    self.notes = notes
  }

  /// The same facts, what is asked for noted elsewhere.
  package func noting(in notes: FactNotes) -> Facts { Facts(model, exampleResults, notes: notes) }

  private func asked(_ kind: Fact.Kind, _ subject: String = "", year: Int = 0) -> Dataset {
    notes?.note(Fact(kind, subject, year: year))
    return model.dataset
  }

  private func noted(_ kind: Fact.Kind, _ subject: String = "", year: Int = 0) -> SiteModel {
    notes?.note(Fact(kind, subject, year: year))
    return model
  }

  // MARK: Entities

  /// The provinces that are compared, in the order of the comparison.
  package var comparedProvinces: [Identifier<Entity>] { asked(.comparedProvinces).comparedProvinces }

  /// The identifiers of all entities, in order.
  package var entityOrder: [Identifier<Entity>] { asked(.entityOrder).entities.map(\.id) }

  /// The regions, in order.
  package var regions: [Entity] { asked(.regions).entities.filter { $0.kind == .region } }

  /// What is said of an entity wherever it is named.
  package struct Mention: Encodable, Sendable {
    package let name: LocalizedText
    package let kind: Entity.Kind
    /// Whether it has a page.
    package let hasProfile: Bool
    /// The last day of its boundary; nil while it exists.
    package let until: PartialDate?
    /// What it became part of.
    package let successors: [Identifier<Entity>]

    package init(_ entity: Entity) {
      name = entity.name
      kind = entity.kind
      hasProfile = entity.hasProfile
      until = entity.until
      successors = entity.successors
    }
  }

  /// What is said of an entity wherever it is named; nil when there is none.
  package func mention(of id: Identifier<Entity>) -> Mention? {
    asked(.mention, id.rawValue).entity(id).map(Mention.init)
  }

  /// The entity, as its own page tells of it; nil when there is none.
  package func entity(_ id: Identifier<Entity>) -> Entity? { asked(.entity, id.rawValue).entity(id) }

  // MARK: Indicators, editions, indexes

  /// The catalogue, by component and then in file order.
  package var indicators: [Indicator] { asked(.indicators).indicators }

  /// The indicator; nil when there is none.
  package func indicator(_ id: Identifier<Indicator>) -> Indicator? {
    asked(.indicator, id.rawValue).indicator(id)
  }

  /// The scoring frameworks, newest first.
  package var editions: [Edition] { asked(.editions).editions }

  /// The edition; nil when there is none.
  package func edition(_ id: Identifier<Edition>) -> Edition? { asked(.edition, id.rawValue).edition(id) }

  /// The edition in force for an index year; nil when none is known.
  package func edition(forYear year: Int) -> Edition? {
    asked(.editionOfYear, year: year).edition(forYear: year)
  }

  /// What is known of the maxima of an edition; nil when there is no such edition.
  package func weights(of id: Identifier<Edition>) -> EditionWeights? {
    noted(.edition, id.rawValue).weights[id]
  }

  /// The name of a node of an edition; nil when it has none.
  package func name(of node: NodeCode, in id: Identifier<Edition>) -> LocalizedText? {
    noted(.edition, id.rawValue).nodeNames[id]?[node]
  }

  /// The name of a component in the newest edition that names it; nil when none does.
  package func componentName(_ code: NodeCode) -> LocalizedText? {
    noted(.componentNames).componentNames[code]
  }

  /// The published indexes, in file order.
  package var indexes: [IndexDescription] { asked(.indexes).indexes }

  // MARK: Targets and outcomes

  /// All plans, by entity, first year and identifier.
  package var plans: [Plan] { asked(.plans).plans }

  /// The plan; nil when there is none.
  package func plan(_ id: Identifier<Plan>) -> Plan? { asked(.plan, id.rawValue).plan(id) }

  /// The plans of an entity, by first year and identifier.
  package func plans(of id: Identifier<Entity>) -> [Plan] {
    asked(.plansOfEntity, id.rawValue).plans.filter { $0.entity == id }
  }

  /// The verdicts on the targets of an entity, over all its plans.
  package func attainments(of id: Identifier<Entity>) -> [Attainment] {
    noted(.attainmentsOfEntity, id.rawValue).attainmentsByEntity[id] ?? []
  }

  /// The verdicts on the targets of a plan.
  package func attainments(ofPlan id: Identifier<Plan>) -> [Attainment] {
    noted(.attainmentsOfPlan, id.rawValue).attainmentsByPlan[id] ?? []
  }

  /// The verdicts on the targets that are counted by an indicator.
  package func attainments(ofIndicator id: Identifier<Indicator>) -> [Attainment] {
    noted(.attainmentsOfIndicator, id.rawValue).attainmentsByIndicator[id] ?? []
  }

  /// The targets of the compared provinces side by side.
  package var matrix: ComparisonMatrix { noted(.matrix).matrix }

  /// The outcomes that an entity reported, by file and line.
  package func outcomes(of id: Identifier<Entity>) -> [Outcome] {
    noted(.outcomesOfEntity, id.rawValue).outcomesByEntity[id] ?? []
  }

  /// Reported and published outcomes of an indicator.
  package func outcomes(ofIndicator id: Identifier<Indicator>) -> [Outcome] {
    noted(.outcomesOfIndicator, id.rawValue).outcomesByIndicator[id] ?? []
  }

  // MARK: Indexes

  /// The figures published on an entity, by file and line.
  package func published(on id: Identifier<Entity>) -> [PublishedFigure] {
    noted(.publishedOfEntity, id.rawValue).publishedByEntity[id] ?? []
  }

  /// The figures of an index and a year, by file and line.
  package func published(_ index: String, year: Int) -> [PublishedFigure] {
    noted(.publishedOfIndex, index, year: year)
      .publishedByYear[SiteModel.IndexYearKey(index: index, year: year)] ?? []
  }

  /// The index years with any scorecard or PAR figure, newest first.
  package var indexYears: [Int] { noted(.indexYears).indexYears }

  /// What follows from the scorecard of an entity and a year; nil when nothing is published of it.
  package func scorecard(of id: Identifier<Entity>, year: Int) -> ScorecardAnalysis? {
    noted(.scorecard, id.rawValue, year: year).scorecard(.init(entity: id, year: year))
  }

  /// The scorecard rows of a year, by file and line.
  package func scorecardEntries(year: Int) -> [ScorecardEntry] {
    noted(.scorecardsOfYear, year: year).scorecardEntriesByYear[year] ?? []
  }

  /// How firm the order of the units of each index year is, newest first, as far as parts are known.
  package var standings: [YearStanding] { noted(.standings).standings }

  /// The same of one year.
  package func standings(year: Int) -> [YearStanding] {
    noted(.standingsOfYear, year: year).standings.filter { $0.year == year }
  }

  // MARK: Sources and files

  /// The bibliography, by identifier.
  package var sources: [Source] { asked(.sources).sources }

  /// How many items rest on a source.
  package func uses(of id: Identifier<Source>) -> Int { noted(.sourceUses).sourceUses.count(of: id) }

  /// The number of a source on the sources page; nil when it is not there.
  package func number(of id: Identifier<Source>) -> Int? { noted(.sourceNumbers).sourceNumbers[id] }

  /// How many items of each kind the data hold.
  package var counts: SiteModel.Counts { noted(.counts).counts }

  /// The paths of the data files, by path, and how many lines each has.
  package var files: [(path: String, lineCount: Int)] {
    asked(.files).files.map { ($0.path, $0.lineCount) }
  }

  /// The rows of the listing of a data file; nil when there is no such file.
  package func rows(ofFile path: String) -> FileListing.Rows? { noted(.file, path).rows(ofFile: path) }

  /// The tables of the open data.
  package var tables: [OpenDataTable] { noted(.tables).tables }

  /// What was computed from the example of synthetic data; apart from everything else.
  package var example: ExampleResults {
    notes?.note(Fact(.example))
    return exampleResults
  }

  /// Says that the text that people wrote for a page was read.
  package func read(authored page: SiteSource.AuthoredPage) { notes?.note(page.fact) }

  /// Says that this text was another already when it was read: a fact of which nobody knows the digest, so that the
  /// page is made again.
  func readSomethingElse(than page: SiteSource.AuthoredPage) {
    notes?.note(Fact(.authored, page.file, year: 1))
  }
}
