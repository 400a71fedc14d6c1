/// Everything that is told about one sentence of a plan in one place: its parts, and the yearly steps towards them.
///
/// A path of milestones within one year has a record too, though it is not counted as a promise.
package struct PromiseRecord: Encodable, Sendable {
  package let id: Identifier<Promise>
  package let plan: Identifier<Plan>
  package let entity: Identifier<Entity>
  /// The parts, in the order of the plan; never empty.
  package let parts: [Attainment]
  /// The steps towards a part, in the order of the plan. They are shown and not counted.
  package let steps: [Attainment]
  /// The verdict over all parts.
  package let verdict: Verdict

  /// The promise as it is counted; nil for a path of milestones.
  package var promise: Promise? { Promise.all(in: parts).first }

  /// The parts and the steps.
  package var attainments: [Attainment] { parts + steps }

  /// The record that each target of a plan belongs to. A step belongs to that of its goal, if the plan has it.
  package static func identifiers(of targets: [Target]) -> [Identifier<Target>: Identifier<Promise>] {
    let byID = Dictionary(targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return byID.mapValues { target in
      var (goal, seen) = (target, Set([target.id]))
      while let next = goal.stepOf.flatMap({ byID[$0] }), seen.insert(next.id).inserted { goal = next }
      return goal.sentence
    }
  }

  /// The records of the verdicts on one plan, each in the place of its first target.
  package static func all(in attainments: [Attainment]) -> [PromiseRecord] {
    let identifiers = identifiers(of: attainments.map(\.target))
    var order: [Identifier<Promise>] = []
    var members: [Identifier<Promise>: [Attainment]] = [:]
    for attainment in attainments {
      guard let id = identifiers[attainment.target.id] else { continue }
      if members[id] == nil { order.append(id) }
      members[id, default: []].append(attainment)
    }
    return order.compactMap { id in
      guard let members = members[id], let first = members.first else { return nil }
      let own = members.filter { $0.target.sentence == id }
      // Without its goal, a step stands for itself.
      let parts = own.isEmpty ? members : own
      let counted = parts.filter(\.isCounted)
      guard let verdict = Verdict.whole(of: (counted.isEmpty ? parts : counted).map(\.verdict)) else {
        return nil
      }
      return PromiseRecord(
        id: id, plan: first.target.plan, entity: first.target.entity, parts: parts,
        steps: own.isEmpty ? [] : members.filter { $0.target.sentence != id }, verdict: verdict)
    }
  }
}
