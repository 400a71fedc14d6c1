internal import Scoring
internal import Text

/// Checks that the parts of a promise stand in one plan, and that promises have identifiers of their own.
struct PromiseCheck {
  let log: FindingLog

  /// Reports a group that an earlier plan also uses, or that has the name of a target.
  ///
  /// - Parameter plans: each plan with the groups that its targets name.
  func check(_ plans: [(plan: Plan, groups: [(id: String, position: Position)])]) {
    var owners: [String: Plan] = [:]
    let targets = Set(plans.flatMap { $0.plan.targets.map(\.id.rawValue) })
    for (plan, groups) in plans {
      for group in groups {
        if targets.contains(group.id) {
          log.report(.targetGroupTaken(group: group.id), in: plan.line.file, at: group.position)
        }
        guard let owner = owners[group.id], owner.id != plan.id else {
          owners[group.id] = plan
          continue
        }
        log.report(
          .targetGroupAcross(group: group.id, other: owner.id.rawValue), in: plan.line.file,
          at: group.position)
      }
    }
  }

  /// Reports steps whose target is unknown in the plan or itself a step.
  static func checkSteps(in plan: YAMLNode, _ context: ParseContext) {
    let targets = plan.items(of: "targets")
    var isStep: [String: Bool] = [:]
    for target in targets {
      guard let id = target["id"]?.filledScalar else { continue }
      isStep[id.text] = target["step_of"]?.filledScalar != nil
    }
    for target in targets {
      guard let goal = target["step_of"]?.filledScalar, isStep[goal.text] != false else { continue }
      let others = isStep.filter { !$0.value }.map(\.key)
      context.report(
        .targetStepUnknown(target: goal.text, nearest: NearestWord.find(goal.text, in: others.sorted())),
        at: goal.position)
    }
  }
}
