internal import Files
internal import Parallel
internal import Scoring

/// The digests that many answers depend on, each computed once when a build begins.
struct SharedDigests: Sendable {
  let editions: [Identifier<Edition>: ContentDigest]
  let indicators: [Identifier<Indicator>: ContentDigest]
  /// The digests of the outcomes that each entity reported, in order.
  private(set) var outcomesByEntity: [Identifier<Entity>: [ContentDigest?]] = [:]
  /// The digests of the outcomes of each indicator, including published figures, in order.
  private(set) var outcomesByIndicator: [Identifier<Indicator>: [ContentDigest?]] = [:]
  /// The digests of what the verdicts on the targets of each entity depend on, in the order of the targets.
  private(set) var verdictsByEntity: [Identifier<Entity>: [ContentDigest?]] = [:]
  private(set) var verdictsByPlan: [Identifier<Plan>: [ContentDigest?]] = [:]
  private(set) var verdictsByPromise: [Identifier<Promise>: [ContentDigest?]] = [:]
  private(set) var verdictsByIndicator: [Identifier<Indicator>: [ContentDigest?]] = [:]

  init(_ model: SiteModel) {
    let dataset = model.dataset
    editions = dataset.editions.reduce(into: [:]) { $0[$1.id] = ValueDigester.digest($1) }
    let indicators = dataset.indicators.reduce(into: [:]) { $0[$1.id] = ValueDigester.digest($1) }
    self.indicators = indicators
    let outcomes = model.judge.outcomes.chunks.parallelMap { chunk in
      chunk.map { ValueDigester.digest($0) }
    }.flatMap { $0 }
    let targets = dataset.targets.filter { dataset.indicator($0.indicator) != nil }
    let verdicts = Self.verdicts(on: targets, model, outcomes, indicators)
    for (place, outcome) in model.judge.outcomes.enumerated() {
      outcomesByIndicator[outcome.indicator, default: []].append(outcomes[place])
      // The judge lists published figures after reported outcomes.
      guard place < dataset.outcomes.count else { continue }
      outcomesByEntity[outcome.entity, default: []].append(outcomes[place])
    }
    for (target, digest) in zip(targets, verdicts) {
      verdictsByEntity[target.entity, default: []].append(digest)
      verdictsByPlan[target.plan, default: []].append(digest)
      if let promise = model.promiseOfTarget[target.id] {
        verdictsByPromise[promise, default: []].append(digest)
      }
      verdictsByIndicator[target.indicator, default: []].append(digest)
    }
  }

  /// The digest of what the judge reads for each target, which is smaller than the verdict and does not need it
  /// computed.
  private static func verdicts(
    on targets: [Target], _ model: SiteModel, _ outcomes: [ContentDigest?],
    _ indicators: [Identifier<Indicator>: ContentDigest]
  ) -> [ContentDigest?] {
    let dataset = model.dataset
    let entities = Dictionary(
      Set(targets.map(\.entity)).map { id -> (Identifier<Entity>, ContentDigest?) in
        let entity = dataset.entity(id)
        let all = [entity] + (entity?.successors ?? []).map { dataset.entity($0) }
        return (id, ValueDigester.digest(all.map { $0.map(EntityMention.init) }))
      }, uniquingKeysWith: { first, _ in first })
    let common = [
      ValueDigester.digest(dataset.asOf),
      ValueDigester.digest(dataset.sources.map { [$0.id.rawValue, $0.publisher] }),
    ]
    return targets.chunks.parallelMap { chunk in
      chunk.map { target in
        guard let indicator = dataset.indicator(target.indicator) else { return nil }
        let own = [
          ValueDigester.digest(target), indicators[indicator.id], entities[target.entity] ?? nil,
          ValueDigester.digest(dataset.plan(target.plan)?.scope),
        ]
        return ContentDigest(
          combining: own + common + model.judge.basis(of: target, indicator: indicator).map { outcomes[$0] })
      }
    }.flatMap { $0 }
  }
}
