internal import Manifest
internal import Parallel
internal import Scoring

/// What tells each fact from any other state of it. What is computed is told by what it is computed from where that
/// is less work, so that nothing need be computed that no page asks for.
final class FactDigests: Sendable {
  private let model: SiteModel
  private let example: ExampleResults
  /// The digest of each verdict, by the line of its target.
  private let attainments: [DataLine: ContentDigest]
  private let editions: [Identifier<Edition>: ContentDigest]
  private let authored: [Fact: SiteSource.AuthoredPage]
  private let known = Locked<[Fact: ContentDigest?]>([:])

  init(model: SiteModel, example: ExampleResults, source: SiteSource) {
    self.model = model
    self.example = example
    let digests = model.attainments.parallelMap { ($0.target.line, MemberWriter.digest($0)) }
    // One that has no digest is like none: what is made of it is never the same.
    attainments = digests.reduce(into: [:]) { $0[$1.0] = $1.1 }
    editions = model.dataset.editions.reduce(into: [:]) { $0[$1.id] = MemberWriter.digest($1) }
    authored = Dictionary(source.pages.map { ($0.fact, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The digest of a fact; nil for one that has none, which is never the same as another.
  func digest(of fact: Fact) -> ContentDigest? {
    if let digest = known.withLock({ $0[fact] }) { return digest }
    let digest = make(fact)
    known.withLock { $0[fact] = .some(digest) }
    return digest
  }

  private func make(_ fact: Fact) -> ContentDigest? {
    let dataset = model.dataset
    let entity = Identifier<Entity>(fact.subject)
    switch fact.kind {
    case .comparedProvinces: return MemberWriter.digest(dataset.comparedProvinces)
    case .entityOrder: return MemberWriter.digest(dataset.entities.map(\.id))
    case .regions: return MemberWriter.digest(dataset.entities.filter { $0.kind == .region })
    case .mention: return MemberWriter.digest(dataset.entity(entity).map(Facts.Mention.init))
    case .entity: return MemberWriter.digest(dataset.entity(entity))
    case .indicators:
      return together(dataset.indicators.map { digest(of: Fact(.indicator, $0.id.rawValue)) })
    case .indicator: return MemberWriter.digest(dataset.indicator(Identifier(fact.subject)))
    case .editions: return together(dataset.editions.map { editions[$0.id] })
    case .edition: return edition(dataset.edition(Identifier(fact.subject)))
    case .editionOfYear: return edition(dataset.edition(forYear: fact.year))
    case .componentNames:
      return MemberWriter.digest(
        dataset.editions.flatMap(\.components).map { [$0.code.description, $0.name.vi, $0.name.en] })
    case .indexes: return MemberWriter.digest(dataset.indexes)
    case .plans: return together(dataset.plans.map { digest(of: Fact(.plan, $0.id.rawValue)) })
    case .plan: return MemberWriter.digest(dataset.plans.first { $0.id.rawValue == fact.subject })
    case .plansOfEntity:
      return together(
        dataset.plans.filter { $0.entity == entity }.map { digest(of: Fact(.plan, $0.id.rawValue)) })
    case .attainmentsOfEntity: return digest(of: model.attainmentsByEntity[entity])
    case .attainmentsOfPlan: return digest(of: model.attainmentsByPlan[Identifier(fact.subject)])
    case .attainmentsOfIndicator: return digest(of: model.attainmentsByIndicator[Identifier(fact.subject)])
    case .matrix:
      return together([
        MemberWriter.digest(dataset.comparedProvinces), MemberWriter.digest(dataset.indicators.map(\.id)),
        digest(of: model.attainments),
      ])
    case .outcomesOfEntity: return MemberWriter.digest(model.outcomesByEntity[entity] ?? [])
    case .outcomesOfIndicator:
      return MemberWriter.digest(model.outcomesByIndicator[Identifier(fact.subject)] ?? [])
    case .publishedOfEntity: return MemberWriter.digest(model.publishedByEntity[entity] ?? [])
    case .publishedOfIndex:
      let key = SiteModel.IndexYearKey(index: fact.subject, year: fact.year)
      return MemberWriter.digest(model.publishedByYear[key] ?? [])
    case .scorecard:
      let rows = model.scorecardEntries[.init(entity: entity, year: fact.year)]
      // Without rows there is nothing to analyse, whatever the edition.
      guard let rows else { return MemberWriter.digest([String]()) }
      return together([MemberWriter.digest(rows), edition(dataset.edition(forYear: fact.year))])
    case .scorecardsOfYear: return MemberWriter.digest(model.scorecardEntriesByYear[fact.year] ?? [])
    case .standings: return together([MemberWriter.digest(model.indexYears)] + model.indexYears.map(standing))
    case .standingsOfYear: return standing(fact.year)
    case .indexYears: return MemberWriter.digest(model.indexYears)
    case .sources: return MemberWriter.digest(dataset.sources)
    case .sourceUses:
      return MemberWriter.digest(dataset.sources.map { model.sourceUses.count(of: $0.id) })
    case .sourceNumbers: return MemberWriter.digest(dataset.sources.map(\.id))
    case .counts: return MemberWriter.digest(model.counts)
    case .file: return dataset.files.first { $0.path == fact.subject }.map { digest(of: $0) }
    case .files: return MemberWriter.digest(dataset.files.map { [$0.path, String($0.lines.count)] })
    case .tables: return MemberWriter.digest(model.tables.map(\.rows.count))
    case .example: return example.digest
    case .authored: return authored[fact]?.body
    }
  }

  /// What the order of a year is computed from: its edition and its rows.
  private func standing(_ year: Int) -> ContentDigest? {
    together([
      digest(of: Fact(.scorecardsOfYear, year: year)),
      edition(model.dataset.edition(forYear: year)),
    ])
  }

  private func digest(of file: Dataset.DataFile) -> ContentDigest {
    // No line holds the end of one.
    ContentDigest(of: Array("\(file.lines.count)\n\(file.lines.joined(separator: "\n"))".utf8))
  }

  private func edition(_ edition: Edition?) -> ContentDigest? {
    guard let edition else { return MemberWriter.digest([String]()) }
    return editions[edition.id]
  }

  private func digest(of attainments: [Attainment]?) -> ContentDigest? {
    together((attainments ?? []).map { self.attainments[$0.target.line] })
  }

  /// One digest of several in their order; nil when one of them is.
  private func together(_ digests: [ContentDigest?]) -> ContentDigest? {
    var bytes: [UInt8] = []
    for digest in digests {
      guard let digest else { return nil }
      bytes += digest.bytes
    }
    return ContentDigest(of: bytes)
  }
}

extension SiteSource.AuthoredPage {
  /// The fact that its text is.
  var fact: Fact { Fact(.authored, file) }
}
