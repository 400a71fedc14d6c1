internal import GFM
internal import Scoring

/// Conclusions from the published figures of one province and year: sums, checks, remainders, contradictions.
struct ScorecardReasoning {
  let context: PageContext
  let analysis: ScorecardAnalysis

  private var edition: Edition? { analysis.edition }

  func add(to body: inout MarkdownDocument) {
    let items = checks + computed + remainders + contradictions
    guard !items.isEmpty else { return }
    body.paragraph(.strong(context.labelText("index.checks_heading")))
    body.list(items)
  }

  private func name(_ key: ScoreKey) -> Markdown {
    context.markdown(ScoreWording.label(key, edition: edition))
  }

  private func sum(_ constraint: SumSystem<ScoreKey>.Constraint) -> Markdown {
    context.markdown(ScoreWording.sum(constraint, edition: edition))
  }

  private func number(_ value: ExactDecimal?) -> Markdown {
    value.map { .text(NumberText.decimal($0, places: 2, in: context.language)) } ?? context.unknown
  }

  /// Published against computed figures. Sums that cannot be checked share one item at the end.
  private var checks: [Markdown] {
    var items: [Markdown] = []
    var open: [Markdown] = []
    for reconciliation in analysis.reconciliations {
      if reconciliation.verdict == .cannotBeChecked {
        if case .sum(let constraint) = reconciliation.subject { open.append(sum(constraint)) }
        continue
      }
      items.append(check(reconciliation))
    }
    if !open.isEmpty {
      items.append(
        context.filled("index.check_open", ["sums": open.joined(separator: "; ")]))
    }
    return items
  }

  private func check(_ reconciliation: Reconciliation) -> Markdown {
    var values: [String: Markdown] = [
      "published": number(reconciliation.published), "computed": number(reconciliation.computed),
      "range": .text(reconciliation.interval.map(context.interval) ?? ""),
      "verdict": .strong(context.markdown(ScoreWording.verdict(reconciliation.verdict))),
    ]
    switch reconciliation.subject {
    case .percentage(let entry):
      values["node"] = name(ScoreKey(entry.node, isAppraisalOnly: entry.basis == .appraisal))
      return context.filled("index.check_percentage", values)
    case .sum(let constraint):
      values["sum"] = sum(constraint)
      if reconciliation.published == nil { values["published"] = printed(constraint.total) }
      return context.filled("index.check_sum", values)
    }
  }

  /// The conflicting printed values of a node, side by side.
  private func printed(_ key: ScoreKey) -> Markdown {
    let values = analysis[key]?.entries.compactMap { $0.points ?? $0.percent } ?? []
    guard !values.isEmpty else { return context.unknown }
    return .text(values.map { NumberText.printed($0, in: context.language) }.joined(separator: " / "))
  }

  /// Unpublished points that follow from a sum.
  private var computed: [Markdown] {
    analysis.nodes.compactMap { node in
      guard node.published == nil, !node.isConflicting, let value = node.computed,
        let constraint = node.computedFrom, constraint.parts.count > 1
      else { return nil }
      return context.filled(
        "index.computed_node",
        [
          "node": name(node.key), "value": .text(context.exact(value)), "sum": sum(constraint),
          "range": .text(context.interval(node.interval)),
        ])
    }
  }

  /// The totals of several unpublished parts. A single unpublished part is among the computed points.
  private var remainders: [Markdown] {
    analysis.remainders.filter { $0.unknown.count > 1 }.map {
      context.markdown(ScoreWording.remainder($0, edition: edition))
    }
  }

  private var contradictions: [Markdown] {
    analysis.system.contradictions.map { found in
      context.filled(
        "index.contradiction",
        [
          "sum": sum(found.constraint), "node": name(found.name),
          "known": .text(context.interval(found.known)),
          "demanded": .text(context.interval(found.demanded)),
          "gap": number(found.gap),
        ])
    }
  }
}
