/// One sentence of a plan: a target alone, or the targets that share a group. Its numbers are its parts.
package struct Promise: Sendable {
  /// The group, or the identifier of the only target; unique over all data.
  package let id: Identifier<Promise>
  package let plan: Identifier<Plan>
  package let entity: Identifier<Entity>
  package let scope: Plan.PlanScope
  /// The parts, in the order of the plan; never empty.
  package let parts: [Attainment]
  /// The verdict over all parts.
  package let verdict: Verdict

  /// The component of all parts; nil when they differ or span several.
  package var component: NodeCode? {
    let components = Set(parts.map(\.target.component))
    return components.count == 1 ? components.first ?? nil : nil
  }

  /// The promises that a list of verdicts holds, each in the place of its first part.
  ///
  /// A step towards another target and a path of milestones are no parts; see ``Attainment/isCounted``.
  package static func all(in attainments: [Attainment]) -> [Promise] {
    struct Sentence: Hashable {
      let plan: Identifier<Plan>
      let id: Identifier<Promise>
    }
    var order: [Sentence] = []
    var parts: [Sentence: [Attainment]] = [:]
    for attainment in attainments {
      guard let id = attainment.promise else { continue }
      let sentence = Sentence(plan: attainment.target.plan, id: id)
      if parts[sentence] == nil { order.append(sentence) }
      parts[sentence, default: []].append(attainment)
    }
    return order.compactMap { sentence in
      guard let own = parts[sentence], let first = own.first,
        let verdict = Verdict.whole(of: own.map(\.verdict))
      else { return nil }
      return Promise(
        id: sentence.id, plan: sentence.plan, entity: first.target.entity, scope: first.scope, parts: own,
        verdict: verdict)
    }
  }
}

extension Promise {
  /// Whether its verdict stands or falls with an estimate: that of a missed promise if every missed part is provisional,
  /// another if one part is.
  package var isProvisional: Bool {
    let deciding = parts.filter { $0.verdict == verdict }
    return verdict == .missed
      ? deciding.allSatisfy(\.isProvisional) : deciding.contains(where: \.isProvisional)
  }

  /// What is known near a promise without data; nil for other verdicts.
  package var nearness: Attainment.Nearness? {
    guard verdict == .noData else { return nil }
    return parts.contains { $0.nearness == .relatedFigure } ? .relatedFigure : .nothing
  }
}

extension Target {
  /// The sentence of the plan that the target is a part of: its group, or itself.
  package var sentence: Identifier<Promise> { Identifier(group ?? id.rawValue) }
}

extension Attainment {
  /// Whether the target is part of a promise that is counted as kept or broken.
  ///
  /// A yearly step towards another target promises nothing further. A path of milestones within one year is a way of
  /// working towards its last stage.
  package var isCounted: Bool { target.stepOf == nil && !target.isMilestonePath }

  /// The promise that the target is a part of; nil when the target is not counted.
  package var promise: Identifier<Promise>? { isCounted ? target.sentence : nil }
}

extension Sequence<Promise> {
  /// The counts of the verdicts.
  package var summary: AttainmentSummary { AttainmentSummary(map(\.verdict)) }

  /// How many numbers the promises hold.
  package var partCount: Int { reduce(0) { $0 + $1.parts.count } }
}
