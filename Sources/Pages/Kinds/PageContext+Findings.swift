internal import Scoring

extension PageContext {
  /// What became of promises, in one or two sentences: those that came due by verdict, then the others.
  func finding(_ promises: [Promise]) -> String {
    CountsWording(context: self, noun: .promises, counts: AttainmentCounts(promises)).sentences
  }

  /// The same, with the share of known results first, for places where provinces stand side by side.
  func findingWithKnownFirst(_ promises: [Promise]) -> String {
    CountsWording(context: self, noun: .promises, counts: AttainmentCounts(promises)).withKnownFirst
  }

  /// The same for targets, each counted by itself.
  func finding(ofTargets attainments: [Attainment]) -> String {
    CountsWording(context: self, noun: .targets, counts: AttainmentCounts(attainments)).sentences
  }

  /// `2 đạt, 5 không đạt (2 tạm tính)`: how many promises have each verdict, zeros left out.
  func verdictCounts(_ promises: [Promise], of verdicts: [Verdict] = Verdict.inOrderOfInterest) -> String {
    verdictCounts(AttainmentCounts(promises), of: verdicts)
  }

  func verdictCounts(_ counts: AttainmentCounts, of verdicts: [Verdict] = Verdict.inOrderOfInterest) -> String
  {
    CountsWording(context: self, noun: .promises, counts: counts).parts(verdicts).joined(separator: ", ")
  }

  /// `2 đạt, 5 không đạt`: how many times each verdict is given, zeros left out.
  func verdictCounts(_ verdicts: [Verdict]) -> String {
    CountsWording(context: self, noun: .promises, counts: AttainmentCounts(AttainmentSummary(verdicts)))
      .parts(Verdict.inOrderOfInterest).joined(separator: ", ")
  }
}

/// The sentences that say what was found. Counts of zero are left out, and what holds of all is said of all.
struct CountsWording {
  /// What is counted.
  enum Noun: String { case promises, targets }

  let context: PageContext
  let noun: Noun
  let counts: AttainmentCounts

  private var summary: AttainmentSummary { counts.summary }

  var sentences: String {
    guard summary.total > 0 else { return label("finding.empty_") }
    return [due, outside].compactMap { $0 }.joined(separator: " ")
  }

  /// The same, with the share of known results first: silence never looks better than a miss.
  var withKnownFirst: String {
    let known = summary.measurable - summary.count(of: .noData)
    guard known > 0 else { return sentences }
    let first = label(
      "finding.known_",
      [
        "known": context.whole(known), "due": context.whole(summary.measurable),
        "parts": parts(Verdict.ofDue).joined(separator: ", "),
      ])
    return [first, outside].compactMap { $0 }.joined(separator: " ")
  }

  /// `5 không đạt (2 tạm tính)` for each of the verdicts that is given.
  func parts(_ verdicts: [Verdict]) -> [String] {
    verdicts.filter { summary.count(of: $0) > 0 }.map { verdict in
      let count = summary.count(of: verdict)
      let part = context.label("finding.part_" + verdict.word, ["count": context.whole(count)])
      guard let mark = provisional(verdict) else { return part }
      return part + " (" + mark + ")"
    }
  }

  /// `2 tạm tính`, or `tạm tính` when all are; nil when none is.
  private func provisional(_ verdict: Verdict) -> String? {
    guard let count = counts.provisional[verdict], count > 0 else { return nil }
    return count == summary.count(of: verdict)
      ? context.label("attainment.provisional")
      : context.label("finding.provisional", ["count": context.whole(count)])
  }

  private var due: String {
    let verdicts = Verdict.ofDue.filter { summary.count(of: $0) > 0 }
    let values = ["due": context.whole(summary.measurable)]
    guard let first = verdicts.first else { return label("finding.none_") }
    guard verdicts.count == 1 else {
      return label(
        "finding.due_", values.merging(["parts": parts(verdicts).joined(separator: ", ")]) { $1 })
    }
    let mark = provisional(first).map { " (" + $0 + ")" } ?? ""
    let kind = summary.measurable == 1 ? "finding.only_" : "finding.all_"
    return label(kind + first.word + "_", values.merging(["mark": mark]) { $1 })
  }

  /// The promises that no figure can judge yet, or ever.
  private var outside: String? {
    let parts = parts([.pending, .lapsed, .notMeasurable])
    guard !parts.isEmpty else { return nil }
    return context.label("finding.outside", ["parts": parts.joined(separator: ", ")])
  }

  private func label(_ key: String, _ values: [String: String] = [:]) -> String {
    context.label(key + noun.rawValue, values)
  }
}

extension Sequence<Promise> {
  /// What was found first, then what was not; each in the order given.
  var inOrderOfInterest: [Promise] {
    let groups = Dictionary(grouping: self) { promise in
      PromiseState.allCases.firstIndex(of: PromiseState(promise)) ?? 0
    }
    return groups.sorted { $0.key < $1.key }.flatMap(\.value)
  }
}

extension Verdict {
  /// The verdicts on what came due and has a number.
  static let ofDue: [Verdict] = [.met, .missed, .undetermined, .noData]

  /// What was found first, then what was not.
  static let inOrderOfInterest: [Verdict] = ofDue + [.pending, .lapsed, .notMeasurable]

  /// The word in the keys of labels.
  var word: String { rawValue.split(separator: "-").joined(separator: "_") }
}
