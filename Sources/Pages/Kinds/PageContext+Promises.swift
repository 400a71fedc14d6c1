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

  /// How many of the promises without data have a related figure; nil when there are none.
  func nearby(_ promises: [Promise]) -> String? {
    let near = promises.compactMap(\.nearness)
    let related = near.count { $0 == .relatedFigure }
    let counts = [
      (key: "attainment.nearby_related", count: related),
      (key: "attainment.nearby_nothing", count: near.count - related),
    ]
    return phrase("attainment.nearby", counts, ["count": whole(near.count)])
  }

  /// How many targets are shown and not counted; nil when there are none.
  func uncounted(_ attainments: [Attainment]) -> String? {
    let steps = attainments.count { $0.target.stepOf != nil }
    let paths = attainments.count { !$0.isCounted } - steps
    return phrase(
      "attainment.uncounted",
      [(key: "attainment.uncounted_steps", count: steps), (key: "attainment.uncounted_paths", count: paths)])
  }

  /// A sentence whose `parts` are the labels of all counts but zero; nil when all are zero.
  private func phrase(
    _ key: String, _ counts: [(key: String, count: Int)], _ values: [String: String] = [:]
  ) -> String? {
    let parts = counts.filter { $0.count > 0 }.map { label($0.key, ["count": whole($0.count)]) }
    guard !parts.isEmpty else { return nil }
    return label(key, values.merging(["parts": parts.joined(separator: "; ")]) { $1 })
  }

  /// `4 không đạt, trong đó 1 tạm tính`: how many promises have a verdict, and how many of these are provisional.
  func counted(_ verdict: Verdict, _ promises: [Promise]) -> String {
    let own = promises.filter { $0.verdict == verdict }
    let provisional = own.count(where: \.isProvisional)
    return label(
      "attainment.counted_\(verdict.rawValue)" + (provisional > 0 ? "_provisional" : ""),
      ["count": whole(own.count), "provisional": whole(provisional)])
  }

  /// A sentence on the provisional among the promises that are met or missed; nil when there are none.
  func provisional(_ promises: [Promise]) -> String? {
    let verdicts = [Verdict.met, .missed].filter { verdict in
      promises.contains { $0.verdict == verdict && $0.isProvisional }
    }
    guard !verdicts.isEmpty else { return nil }
    return label(
      "attainment.provisional_among",
      ["counts": verdicts.map { counted($0, promises) }.joined(separator: "; ")])
  }

  /// A sentence on the stages that came due without a figure within promises that are lapsed or not yet due; nil when
  /// there are none.
  func uncheckedStages(_ promises: [Promise]) -> String? {
    let stages = promises.flatMap(\.parts).flatMap(\.uncheckedStages)
    let years = stages.map(\.deadline.lastDay.year)
    guard let first = years.min(), let last = years.max() else { return nil }
    return label(
      "attainment.unchecked_stages",
      [
        "stages": whole(stages.count), "years": first == last ? String(first) : "\(first)–\(last)",
      ])
  }

  /// What the lead of a page says about promises after their number: bounds, what they hide, and what they leave out.
  func account(_ promises: [Promise]) -> String {
    let summary = promises.summary
    let sentences = [
      bounds(summary), provisional(promises), uncheckedStages(promises), leftOut(summary), nearby(promises),
    ]
    return sentences.compactMap { $0 }.joined(separator: " ")
  }
}

extension Plan.PlanScope {
  /// The word in the keys of labels.
  fileprivate var word: String { rawValue.split(separator: "-").joined(separator: "_") }

  /// The scopes that headlines leave to a section of their own.
  static var others: [Plan.PlanScope] { allCases.filter { $0 != .administrativeReform } }
}
