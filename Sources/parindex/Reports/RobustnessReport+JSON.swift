internal import Robustness
internal import Scoring
internal import Text

extension RobustnessReport {
  /// How the ranks were obtained, and the units.
  var head: [(String, JSONValue)] {
    let rule = MissingRule(index)
    return [
      ("draws", .integer(drawsMade)), ("counted", .integer(result.draws)), ("excluded", .integer(excluded)),
      (
        "exclusions",
        .object(
          RobustnessResult.Exclusion.allCases.map { ($0.rawValue, .integer(result.excluded[$0] ?? 0)) })
      ),
    ] + origin + [
      ("percentileMethod", .string("linear interpolation, Hyndman and Fan type 7")),
      ("missing", rule.json), ("leftOut", rule.leftOut), ("unranked", rule.unranked),
      ("units", .array(result.units.map(unit))),
    ]
  }

  /// The parts requested in addition.
  var parts: [(String, JSONValue)] {
    var parts: [(String, JSONValue)] = []
    if let pairs = result.pairs { parts += [("pairs", json(pairs)), ("groups", groups(pairs))] }
    if let flips = extras.flips { parts.append(("flips", .array(flips.map(json)))) }
    if let ranges = extras.ranges { parts.append(("ranges", json(ranges))) }
    if let variants = extras.variants { parts.append(("variants", json(variants))) }
    if let coherence = extras.coherence { parts.append(("coherence", json(coherence))) }
    if let variance = extras.variance { parts.append(("variance", json(variance))) }
    return parts
  }

  private var origin: [(String, JSONValue)] {
    guard case .drawn(let settings) = weights else {
      return [
        ("weights", .string("replayed")), ("seed", .null), ("prior", .null), ("levels", .null),
        ("perturbed", .null), ("stopRule", .null), ("measurement", .bool(false)), ("generator", .null),
      ]
    }
    var stopRule = JSONValue.null
    if case .untilError(let bound, let most) = settings.draws {
      stopRule = .object([
        ("error", .double(bound)), ("atMost", .integer(most)),
        ("reached", result.reachedErrorBound.map(JSONValue.bool) ?? .null),
      ])
    }
    let perturbed = index.perturbedNodes(settings.levels).map { JSONValue.string(index.nodes[$0].code) }
    return [
      ("weights", .string("drawn")), ("seed", .integer(settings.seed)),
      ("prior", .string(settings.prior.description)), ("levels", .string(settings.levels.rawValue)),
      ("perturbed", .line(.array(perturbed))), ("stopRule", stopRule),
      ("measurement", .bool(settings.measurement != nil)), ("generator", .string("Philox-4x64-10")),
    ]
  }

  private func unit(_ unit: RobustnessResult.UnitResult) -> JSONValue {
    let ranks = unit.ranks
    let shares = result.units.indices.map { ranks.acceptability(of: $0 + 1) }
    let errors = shares.map { $0.flatMap { RankDistribution.shareError($0, draws: ranks.draws) } }
    return .object([
      ("unit", .string(unit.name)), ("score", .double(unit.score)), ("rank", .integer(unit.rank)),
      ("coverage", .double(unit.coverage)), ("meanRank", .double(ranks.mean)),
      ("meanRankError", .double(ranks.meanError)), ("medianRank", .double(ranks.percentile(0.5))),
      ("medianRankError", .double(ranks.percentileError(0.5))), ("rankP05", .double(ranks.percentile(0.05))),
      ("rankP05Error", .double(ranks.percentileError(0.05))), ("rankP95", .double(ranks.percentile(0.95))),
      ("rankP95Error", .double(ranks.percentileError(0.95))),
      ("acceptability", .line(.array(shares.map(JSONValue.double)))),
      ("acceptabilityError", .line(.array(errors.map(JSONValue.double)))),
    ])
  }

  private func json(_ pairs: PairCounts) -> JSONValue {
    .array(
      index.units.indices.flatMap { first in
        index.units.indices.dropFirst(first + 1).map { second in
          func share(_ one: Int, _ other: Int) -> (value: JSONValue, error: JSONValue) {
            let share = pairs.share(of: one, above: other)
            let error = share.flatMap { RankDistribution.shareError($0, draws: pairs.draws) }
            return (.double(share), .double(error))
          }
          let (above, below) = (share(first, second), share(second, first))
          return .line(
            .object([
              ("first", .string(index.units[first])), ("second", .string(index.units[second])),
              ("firstAbove", above.value), ("firstAboveError", above.error),
              ("secondAbove", below.value), ("secondAboveError", below.error),
            ]))
        }
      })
  }

  private func groups(_ pairs: PairCounts) -> JSONValue {
    func lines(_ groups: [[String]]) -> JSONValue {
      .array(groups.map { names in .line(.array(names.map { .string($0) })) })
    }
    let names = groupNames(pairs)
    return .object([
      ("level", .double(extras.level)), ("groups", lines(names.groups)), ("pairs", lines(names.pairs)),
    ])
  }
}
