internal import Scoring
internal import Text

/// Checks that the parts of a promise stand in one plan.
struct PromiseCheck {
  let log: FindingLog

  /// Reports a group that an earlier plan also uses.
  func check(_ files: [FileValues]) {
    var owners: [String: Plan] = [:]
    for file in files {
      guard let plan = file.plan else { continue }
      for group in file.groups {
        guard let owner = owners[group.id], owner.id != plan.id else {
          owners[group.id] = plan
          continue
        }
        log.report(
          .targetGroupAcross(group: group.id, other: owner.id.rawValue), in: file.path, at: group.position)
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
