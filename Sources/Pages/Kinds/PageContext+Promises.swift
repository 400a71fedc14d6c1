internal import GFM
internal import Scoring

extension PageContext {
  /// What a plan is about, in words.
  func scope(_ scope: Plan.PlanScope) -> String { label("plan.scope_" + scope.word) }

  /// How many promises and how many numbers in them.
  func counts(_ promises: [Promise]) -> [String: String] {
    ["promises": whole(promises.count), "numbers": whole(promises.partCount)]
  }

  /// Promises by component in the order LV1 … LV8, cross-cutting ones last.
  func byComponent(_ promises: [Promise]) -> [(component: NodeCode?, promises: [Promise])] {
    let groups = Dictionary(grouping: promises, by: \.component)
    return groups.sorted { left, right in
      (left.key?.componentNumber ?? 99) < (right.key?.componentNumber ?? 99)
    }.map { ($0.key, $0.value) }
  }

  /// How many of the promises without data have a related figure; empty when there are none.
  func nearby(_ promises: [Promise]) -> String {
    let near = promises.compactMap(\.nearness)
    guard !near.isEmpty else { return "" }
    let related = near.count { $0 == .relatedFigure }
    return " "
      + label(
        "attainment.nearby",
        [
          "count": whole(near.count), "related": whole(related), "nothing": whole(near.count - related),
        ])
  }

  /// How many targets are shown and not counted; nil when there are none.
  func uncounted(_ attainments: [Attainment]) -> String? {
    let steps = attainments.count { $0.target.stepOf != nil }
    let paths = attainments.count { !$0.isCounted } - steps
    guard steps + paths > 0 else { return nil }
    return label("attainment.uncounted", ["steps": whole(steps), "paths": whole(paths)])
  }
}

extension Plan.PlanScope {
  /// The word in the keys of labels.
  fileprivate var word: String { rawValue.split(separator: "-").joined(separator: "_") }

  /// The scopes that headlines leave to a section of their own.
  static var others: [Plan.PlanScope] { allCases.filter { $0 != .administrativeReform } }
}
