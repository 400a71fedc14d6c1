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

  /// Adds the verdicts by component with their bounds, folded; nothing for a single component.
  func addComponents(of promises: [Promise], to body: inout MarkdownDocument) throws(MarkdownError) {
    let groups = byComponent(promises)
    guard groups.count > 1 else { return }
    try body.details(2, labelText("attainment.by_component")) { body throws(MarkdownError) in
      try verdictTable(
        groups.map { (name: .text(componentName($0.component)), counts: AttainmentCounts($0.promises)) },
        header: label("attainment.component"), to: &body)
    }
  }

  /// How many of the promises without data have a related figure; nil when there are none.
  func nearby(_ promises: [Promise]) -> String? {
    let near = promises.compactMap(\.nearness)
    let related = near.count { $0 == .relatedFigure }
    let counts = [
      (key: "attainment.nearby_related", count: related),
      (key: "attainment.nearby_nothing", count: near.count - related),
    ]
    let sentences = [
      phrase("attainment.nearby", counts, ["count": whole(near.count)]), lapsedNearby(promises),
    ]
    let found = sentences.compactMap { $0 }
    return found.isEmpty ? nil : found.joined(separator: " ")
  }

  /// For how many of the lapsed promises a related figure was found; nil when for none.
  private func lapsedNearby(_ promises: [Promise]) -> String? {
    let lapsed = promises.filter { $0.verdict == .lapsed }
    let related = lapsed.count(where: \.hasRelatedFigure)
    guard related > 0 else { return nil }
    let key = lapsed.count == 1 ? "attainment.nearby_lapsed_only" : "attainment.nearby_lapsed"
    return label(key, ["count": whole(lapsed.count), "related": whole(related)])
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
}

extension PageContext {
  /// The verdict on a promise, with the mark of what rests on an estimate.
  func verdict(of promise: Promise) -> Markdown {
    marked(verdict(promise.verdict), isProvisional: promise.isProvisional)
  }

  /// The verdict on a target, with the same mark.
  func verdict(of attainment: Attainment) -> Markdown {
    marked(verdict(attainment.verdict), isProvisional: attainment.isProvisional)
  }

  private func marked(_ badge: Markdown, isProvisional: Bool) -> Markdown {
    isProvisional ? badge + " " + .emphasis(labelText("attainment.provisional")) : badge
  }
}

extension Promise {
  /// Whether counting in another way could lead to another verdict on one of the parts.
  var dependsOnWay: Bool { parts.contains(where: \.dependsOnWay) }

  /// Whether a figure was found that comes near one of its parts and does not answer it.
  var hasRelatedFigure: Bool { parts.contains { !$0.related.isEmpty } }

  /// The part that names the promise: the first that has its verdict, so that a verdict never stands beside the wording
  /// of another part.
  var leading: Attainment? { parts.leading(to: verdict) }
}

extension PromiseRecord {
  /// The part that names the promise.
  var leading: Attainment? { parts.leading(to: verdict) }
}

extension [Attainment] {
  fileprivate func leading(to verdict: Verdict) -> Attainment? {
    first { $0.verdict == verdict } ?? first(where: \.isJudged) ?? first
  }
}

extension Plan.PlanScope {
  /// The word in the keys of labels.
  fileprivate var word: String { rawValue.split(separator: "-").joined(separator: "_") }

  /// The scopes that headlines leave to a section of their own.
  static var others: [Plan.PlanScope] { allCases.filter { $0 != .administrativeReform } }
}
