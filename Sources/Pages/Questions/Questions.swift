internal import Files
internal import Scoring
internal import Text

/// All questions that pages ask. Each declares its answer and, unless the digest of the answer itself serves, what the
/// answer depends on. The build cache knows a question by the name of its property.
struct Questions: Sendable {
  static let all = Questions()

  // MARK: Entities

  /// The provinces that are compared, in the order of the comparison.
  let comparedProvinces = Question<NoSubject, [Identifier<Entity>]> { $0.dataset.comparedProvinces }

  /// The identifiers of all entities, in order.
  let entityOrder = Question<NoSubject, [Identifier<Entity>]> { $0.dataset.entities.map(\.id) }

  /// The regions, in order.
  let regions = Question<NoSubject, [Entity]> { $0.dataset.entities.filter { $0.kind == .region } }

  /// The facts shown wherever an entity is named; nil when there is no such entity.
  let mention = Question<Identifier<Entity>, EntityMention?> { $0.dataset.entity($1).map(EntityMention.init) }

  /// The entity, for its own page; nil when there is none.
  let entity = Question<Identifier<Entity>, Entity?> { $0.dataset.entity($1) }

  /// The groups of a province's own units, in file order.
  let unitGroups = Question<Identifier<Entity>, [UnitGroup]> { inputs, province in
    inputs.dataset.unitGroups.filter { $0.province == province }
  }

  /// The maps of the country, in file order.
  let provinceMaps = Question<NoSubject, [ProvinceMap]> { $0.dataset.provinceMaps }

  // MARK: Indicators, editions, indexes

  /// The catalogue, by component and then in file order.
  let indicators = Question<NoSubject, [Indicator]>(
    { $0.dataset.indicators },
    dependsOn: { digests in
      ContentDigest(combining: digests.dataset.indicators.map { digests.digest(of: $0) })
    })

  /// The indicator; nil when there is none.
  let indicator = Question<Identifier<Indicator>, Indicator?>(
    { $0.dataset.indicator($1) }, dependsOn: { $0.digest(of: $0.dataset.indicator($1)) })

  /// Whether an entry of the list of indicators tells all of an indicator.
  let isFolded = Question<Identifier<Indicator>, Bool> { $0.model.isFolded($1) }

  /// The scoring frameworks, newest first.
  let editions = Question<NoSubject, [Edition]>(
    { $0.dataset.editions },
    dependsOn: { digests in
      ContentDigest(combining: digests.dataset.editions.map { digests.digest(of: $0) })
    })

  /// The edition; nil when there is none.
  let edition = Question<Identifier<Edition>, Edition?>(
    { $0.dataset.edition($1) }, dependsOn: { $0.digest(of: $0.dataset.edition($1)) })

  /// The edition in force for an index year; nil when none is known.
  let editionOfYear = Question<Int, Edition?>(
    { $0.dataset.edition(forYear: $1) }, dependsOn: { $0.digest(of: $0.dataset.edition(forYear: $1)) })

  /// The stated and inferred maxima of an edition; nil when there is no such edition.
  let weights = Question<Identifier<Edition>, EditionWeights?>(
    { $0.model.weights[$1] }, dependsOn: { $0.digest(of: $0.dataset.edition($1)) })

  /// The names of the nodes of an edition; empty when there is no such edition.
  let nodeNames = Question<Identifier<Edition>, [NodeCode: LocalizedText]>(
    { $0.model.nodeNames[$1] ?? [:] }, dependsOn: { $0.digest(of: $0.dataset.edition($1)) })

  /// The name of each component in the newest edition that names it.
  let componentNames = Question<NoSubject, [NodeCode: LocalizedText]>(
    { $0.model.componentNames },
    dependsOn: {
      $0.digest(
        ofValue: $0.dataset.editions.flatMap(\.components).map {
          [$0.code.description, $0.name.vi, $0.name.en]
        })
    })

  /// The index that editions and scorecards are about; nil when the data name none.
  let scorecardIndex = Question<NoSubject, String?> { $0.dataset.scorecardIndex }

  /// The published indexes, in file order.
  let indexes = Question<NoSubject, [IndexDescription]> { $0.dataset.indexes }

  // MARK: Plans, targets and outcomes

  /// What changed, the newest first.
  let changes = Question<NoSubject, [Change]> { $0.dataset.changes }

  /// All plans, by entity, first year and identifier.
  let plans = Question<NoSubject, [Plan]>(
    { $0.dataset.plans },
    dependsOn: { digests in
      ContentDigest(combining: digests.dataset.plans.map { digests.digest(ofPlan: $0.id) })
    })

  /// The plan; nil when there is none.
  let plan = Question<Identifier<Plan>, Plan?> { $0.dataset.plan($1) }

  /// The promise whose page tells all of a plan; nil for a plan with a page of its own.
  let promiseOfFoldedPlan = Question<Identifier<Plan>, Identifier<Promise>?> { inputs, plan in
    inputs.dataset.plan(plan).flatMap(inputs.model.promise(ofFolded:))
  }

  /// The plans of an entity, by first year and identifier.
  let plansOfEntity = Question<Identifier<Entity>, [Plan]>(
    { inputs, entity in inputs.dataset.plans.filter { $0.entity == entity } },
    dependsOn: { digests, entity in
      ContentDigest(
        combining: digests.dataset.plans.filter { $0.entity == entity }.map { digests.digest(ofPlan: $0.id) })
    })

  /// The verdicts on the targets of an entity, over all its plans.
  let attainmentsOfEntity = Question<Identifier<Entity>, [Attainment]>(
    { $0.model.verdicts.byEntity[$1] ?? [] },
    dependsOn: { ContentDigest(combining: $0.shared.verdictsByEntity[$1] ?? []) })

  /// Which targets of an entity one outcome judges differently; nil when it has no targets.
  let sharedOutcomes = Question<Identifier<Entity>, SharedOutcomes?>(
    { $0.model.verdicts.sharedOutcomes[$1] },
    dependsOn: { ContentDigest(combining: $0.shared.verdictsByEntity[$1] ?? []) })

  /// The verdicts on the targets of a plan.
  let attainmentsOfPlan = Question<Identifier<Plan>, [Attainment]>(
    { $0.model.verdicts.byPlan[$1] ?? [] },
    dependsOn: { ContentDigest(combining: $0.shared.verdictsByPlan[$1] ?? []) })

  /// The verdicts on the targets that an indicator measures.
  let attainmentsOfIndicator = Question<Identifier<Indicator>, [Attainment]>(
    { $0.model.verdicts.byIndicator[$1] ?? [] },
    dependsOn: { ContentDigest(combining: $0.shared.verdictsByIndicator[$1] ?? []) })

  /// The promises and paths of milestones of all plans, in the order of the plans.
  let promiseRecords = Question<NoSubject, [Identifier<Promise>]> { $0.model.promiseOrder }

  /// All that is told about a promise; nil when there is none.
  let promiseRecord = Question<Identifier<Promise>, PromiseRecord?>(
    { $0.model.verdicts.records[$1] },
    dependsOn: { ContentDigest(combining: $0.shared.verdictsByPromise[$1] ?? []) })

  /// The promise on whose page a target stands; nil when there is no such target.
  let promiseOfTarget = Question<Identifier<Target>, Identifier<Promise>?> { $0.model.promiseOfTarget[$1] }

  /// What changed about a promise, the newest first.
  let changesOfPromise = Question<Identifier<Promise>, [Change]> { $0.model.changesByPromise[$1] ?? [] }

  /// The outcomes that an entity reported, by file and line.
  let outcomesOfEntity = Question<Identifier<Entity>, [Outcome]>(
    { $0.model.outcomesByEntity[$1] ?? [] },
    dependsOn: { ContentDigest(combining: $0.shared.outcomesByEntity[$1] ?? []) })

  /// Reported and published outcomes of an indicator.
  let outcomesOfIndicator = Question<Identifier<Indicator>, [Outcome]>(
    { $0.model.verdicts.outcomesByIndicator[$1] ?? [] },
    dependsOn: { ContentDigest(combining: $0.shared.outcomesByIndicator[$1] ?? []) })

  // MARK: Figures and scorecards

  /// The figures published about an entity, by file and line.
  let publishedOfEntity = Question<Identifier<Entity>, [PublishedFigure]> {
    $0.model.publishedByEntity[$1] ?? []
  }

  /// The figures of an index and a year, by file and line.
  let publishedOfIndex = Question<SiteModel.IndexYearKey, [PublishedFigure]> {
    $0.model.publishedByYear[$1] ?? []
  }

  /// The years with a figure of an index, newest first.
  let yearsOfIndex = Question<String, [Int]> { inputs, index in
    Set(inputs.dataset.published.filter { $0.index == index }.map(\.year)).sorted(by: >)
  }

  /// The index years with any scorecard or figure of the scorecard index, newest first.
  let indexYears = Question<NoSubject, [Int]> { $0.model.indexYears }

  /// The analysis of the scorecard of an entity and a year; nil when nothing is published.
  let scorecard = Question<SiteModel.ProvinceYear, ScorecardAnalysis?> {
    $0.model.scorecard($1)
  } dependsOn: {
    // Without rows there is nothing to analyse, whatever the edition.
    guard let rows = $0.model.scorecardEntries[$1] else { return $0.digest(ofValue: [String]()) }
    return ContentDigest(
      combining: [$0.digest(ofValue: rows), $0.digest(of: $0.dataset.edition(forYear: $1.year))])
  }

  /// The scorecard rows of a year, by file and line.
  let scorecardsOfYear = Question<Int, [ScorecardEntry]> { $0.model.scorecardEntriesByYear[$1] ?? [] }

  /// The rankings of each index year and their stability, newest year first.
  let rankStability = Question<NoSubject, [YearRanking]>(
    { $0.model.rankings },
    dependsOn: { digests in
      ContentDigest(
        combining: [digests.digest(ofValue: digests.model.indexYears)]
          + digests.model.indexYears.map { digests.digest(ofRanksIn: $0) })
    })

  /// The same for one year.
  let rankStabilityOfYear = Question<Int, [YearRanking]>(
    { inputs, year in inputs.model.rankings.filter { $0.year == year } },
    dependsOn: { $0.digest(ofRanksIn: $1) })

  // MARK: Sources and files

  /// The bibliography, by identifier.
  let sources = Question<NoSubject, [Source]> { $0.dataset.sources }

  /// What is known of publishers, in file order.
  let publishers = Question<NoSubject, [Publisher]> { $0.dataset.publishers }

  /// How many items cite each source.
  let sourceUses = Question<NoSubject, SourceUses>(
    { $0.model.sourceUses },
    dependsOn: { digests in
      digests.digest(ofValue: digests.dataset.sources.map { digests.model.sourceUses.count(of: $0.id) })
    })

  /// The source; nil when there is none.
  let source = Question<Identifier<Source>, Source?> { $0.dataset.source($1) }

  /// How many items of each kind the data hold.
  let counts = Question<NoSubject, SiteModel.Counts> { $0.model.counts }

  /// The path and line count of each data file, by path.
  let files = Question<NoSubject, [DataFileSummary]> {
    $0.dataset.files.map(DataFileSummary.init)
  }

  /// The number of lines of a data file; nil when there is no such file.
  let lineCount = Question<String, Int?> { $0.dataset.file(at: $1)?.lineCount }

  /// The anchors of the rows and items of a data file; nil when it has none with an identity.
  let rowAnchors = Question<String, RowAnchors?> { $0.model.anchors(ofFile: $1) }

  /// The rows of the listing of a page of a data file; nil when there is no such page.
  let fileRows = Question<DataFilePart, FileListing.Rows?>(
    { $0.model.rows(of: $1) },
    dependsOn: { digests, part in
      let text = digests.dataset.file(at: part.path).map { ContentDigest(of: $0.text) }
      return text.flatMap { ContentDigest(combining: [$0, digests.digest(ofAnchorsIn: part.path)]) }
    })

  /// The records of a page of a table; nil when there is no such page, or the file is no table.
  let fileRecords = Question<DataFilePart, FileRecords?> { $0.model.records(of: $1) }

  /// The promises whose verdicts rest on the rows of a page of a table.
  let rowUses = Question<DataFilePart, [RowUse]>(
    { $0.model.uses(of: $1) },
    dependsOn: { digests, part in
      let entities = digests.model.tableRows(of: part)?.entities ?? []
      return ContentDigest(combining: entities.flatMap { digests.shared.verdictsByEntity[$0] ?? [] })
    })

  /// The documentation and row count of each table of the open data.
  let tables = Question<NoSubject, [OpenDataTable.Summary]> { $0.model.tables.map(\.summary) }

  // MARK: Texts

  /// The results of the worked example of synthetic data, which are independent of all other data.
  let example = Question<NoSubject, ExampleResults>(
    { $0.example }, dependsOn: { $0.inputs.example.digest })

  /// Who publishes the site, and at which address.
  let publication = Question<NoSubject, Publication> { $0.publication }

  /// The authored pages and the terms of the glossary, by the code of a language.
  let authoredPlaces = Question<String, [NamedPlace]> { inputs, code in
    Language(rawValue: code).map { inputs.authoredPlaces[$0] } ?? []
  }

  /// The digest of the text of an authored page as first read, by its file; nil when there is none.
  let authoredText = Question<String, ContentDigest?>(
    { $0.authored[$1] }, dependsOn: { $0.inputs.authored[$1] })

  /// Asked by a page whose text changed after it was first read. It has no digest, so the next build renders the page
  /// again.
  let changedText = Question<String, Void>({ _, _ in }, dependsOn: { _, _ in nil })
}

extension Questions {
  /// The name and declaration of each question above.
  static let declared: [ObjectIdentifier: (name: String, question: any AnyQuestion)] =
    Mirror(reflecting: all).children.reduce(into: [:]) { declared, property in
      guard let name = property.label, let question = property.value as? any AnyQuestion else { return }
      declared[ObjectIdentifier(question)] = (name, question)
    }

  /// The declarations by name.
  static let byName: [String: any AnyQuestion] = declared.values.reduce(into: [:]) {
    $0[$1.name] = $1.question
  }
}
