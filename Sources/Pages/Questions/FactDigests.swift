package import Files
internal import Parallel
internal import Scoring
internal import Text

/// What tells each fact from any other state of it. What is computed is told by what it is computed from where that
/// is less work, so that nothing need be computed that no page asks for.
package final class FactDigests: Sendable {
  private let model: SiteModel
  private let example: ExampleResults
  private let editions: [Identifier<Edition>: ContentDigest]
  private let indicators: [Identifier<Indicator>: ContentDigest]
  /// The digests of what facts consist of, in order, for facts that share them with others: verdicts and outcomes.
  private let parts: [Fact: [ContentDigest?]]
  private let authored: [Fact: SiteSource.AuthoredPage]
  private let known = Locked<[Fact: ContentDigest?]>([:])

  package init(model: SiteModel, example: ExampleResults, source: SiteSource) {
    self.model = model
    self.example = example
    let dataset = model.dataset
    editions = dataset.editions.reduce(into: [:]) { $0[$1.id] = MemberWriter.digest($1) }
    let indicators = dataset.indicators.reduce(into: [:]) { $0[$1.id] = MemberWriter.digest($1) }
    self.indicators = indicators
    authored = Dictionary(source.pages.map { ($0.fact, $0) }, uniquingKeysWith: { first, _ in first })
    var parts: [Fact: [ContentDigest?]] = [:]
    let outcomes = model.judge.outcomes.chunks.parallelMap { piece in
      piece.map { MemberWriter.digest($0) }
    }.flatMap { $0 }
    for (place, outcome) in model.judge.outcomes.enumerated() {
      parts[Fact(.outcomesOfIndicator, outcome.indicator.rawValue), default: []].append(outcomes[place])
      guard place < dataset.outcomes.count else { continue }
      parts[Fact(.outcomesOfEntity, outcome.entity.rawValue), default: []].append(outcomes[place])
    }
    let targets = dataset.targets.filter { dataset.indicator($0.indicator) != nil }
    let verdicts = Self.verdicts(on: targets, model, outcomes, indicators)
    for (target, digest) in zip(targets, verdicts) {
      parts[Fact(.attainmentsOfEntity, target.entity.rawValue), default: []].append(digest)
      parts[Fact(.attainmentsOfPlan, target.plan.rawValue), default: []].append(digest)
      parts[Fact(.attainmentsOfIndicator, target.indicator.rawValue), default: []].append(digest)
    }
    parts[Fact(.matrix)] = verdicts
    self.parts = parts
  }

  /// A digest for the verdict on each target: of what the judge reads for it, which is less than the verdicts hold and
  /// is there before them.
  private static func verdicts(
    on targets: [Target], _ model: SiteModel, _ outcomes: [ContentDigest?],
    _ indicators: [Identifier<Indicator>: ContentDigest]
  ) -> [ContentDigest?] {
    let dataset = model.dataset
    let entities = Dictionary(
      Set(targets.map(\.entity)).map { id -> (Identifier<Entity>, ContentDigest?) in
        let entity = dataset.entity(id)
        let all = [entity] + (entity?.successors ?? []).map { dataset.entity($0) }
        return (id, MemberWriter.digest(all.map { $0.map(Facts.Mention.init) }))
      }, uniquingKeysWith: { first, _ in first })
    let common = [
      MemberWriter.digest(dataset.asOf),
      MemberWriter.digest(dataset.sources.map { [$0.id.rawValue, $0.publisher] }),
    ]
    return targets.chunks.parallelMap { piece in
      piece.map { target in
        guard let indicator = dataset.indicator(target.indicator) else { return nil }
        let own = [MemberWriter.digest(target), indicators[indicator.id], entities[target.entity] ?? nil]
        return together(
          own + common + model.judge.basis(of: target, indicator: indicator).map { outcomes[$0] })
      }
    }.flatMap { $0 }
  }

  /// The digest of a fact; nil for one that has none, which is never the same as another.
  package func digest(of fact: Fact) -> ContentDigest? {
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
    case .indicators: return Self.together(dataset.indicators.map { indicators[$0.id] })
    case .indicator:
      guard let indicator = dataset.indicator(Identifier(fact.subject)) else {
        return MemberWriter.digest([String]())
      }
      return indicators[indicator.id]
    case .editions: return Self.together(dataset.editions.map { editions[$0.id] })
    case .edition: return edition(dataset.edition(Identifier(fact.subject)))
    case .editionOfYear: return edition(dataset.edition(forYear: fact.year))
    case .componentNames:
      return MemberWriter.digest(
        dataset.editions.flatMap(\.components).map { [$0.code.description, $0.name.vi, $0.name.en] })
    case .indexes: return MemberWriter.digest(dataset.indexes)
    case .plans: return Self.together(dataset.plans.map { digest(of: Fact(.plan, $0.id.rawValue)) })
    case .plan: return MemberWriter.digest(dataset.plan(Identifier(fact.subject)))
    case .plansOfEntity:
      return Self.together(
        dataset.plans.filter { $0.entity == entity }.map { digest(of: Fact(.plan, $0.id.rawValue)) })
    case .attainmentsOfEntity, .attainmentsOfPlan, .attainmentsOfIndicator, .outcomesOfEntity,
      .outcomesOfIndicator:
      return Self.together(parts[fact] ?? [])
    case .matrix:
      return Self.together(
        [MemberWriter.digest(dataset.comparedProvinces), MemberWriter.digest(dataset.indicators.map(\.id))]
          + (parts[fact] ?? []))
    case .publishedOfEntity: return MemberWriter.digest(model.publishedByEntity[entity] ?? [])
    case .publishedOfIndex:
      let key = SiteModel.IndexYearKey(index: fact.subject, year: fact.year)
      return MemberWriter.digest(model.publishedByYear[key] ?? [])
    case .scorecard:
      let rows = model.scorecardEntries[.init(entity: entity, year: fact.year)]
      // Without rows there is nothing to analyse, whatever the edition.
      guard let rows else { return MemberWriter.digest([String]()) }
      return Self.together([MemberWriter.digest(rows), edition(dataset.edition(forYear: fact.year))])
    case .scorecardsOfYear: return MemberWriter.digest(model.scorecardEntriesByYear[fact.year] ?? [])
    case .standings:
      return Self.together([MemberWriter.digest(model.indexYears)] + model.indexYears.map(standing))
    case .standingsOfYear: return standing(fact.year)
    case .indexYears: return MemberWriter.digest(model.indexYears)
    case .sources: return MemberWriter.digest(dataset.sources)
    case .sourceUses:
      return MemberWriter.digest(dataset.sources.map { model.sourceUses.count(of: $0.id) })
    case .sourceNumbers: return MemberWriter.digest(dataset.sources.map(\.id))
    case .counts: return MemberWriter.digest(model.counts)
    case .file: return dataset.file(at: fact.subject).map { ContentDigest(of: $0.text) }
    case .files: return MemberWriter.digest(dataset.files.map { [$0.path, String($0.lineCount)] })
    case .tables: return MemberWriter.digest(model.tables.map(\.rows.count))
    case .example: return example.digest
    case .authored: return authored[fact]?.body
    }
  }

  /// What the order of a year is computed from: its edition and its rows.
  private func standing(_ year: Int) -> ContentDigest? {
    Self.together([
      digest(of: Fact(.scorecardsOfYear, year: year)),
      edition(model.dataset.edition(forYear: year)),
    ])
  }

  private func edition(_ edition: Edition?) -> ContentDigest? {
    guard let edition else { return MemberWriter.digest([String]()) }
    return editions[edition.id]
  }

  /// One digest of several in their order; nil when one of them is.
  private static func together(_ digests: [ContentDigest?]) -> ContentDigest? {
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
  package var fact: Fact { Fact(.authored, file) }
}
