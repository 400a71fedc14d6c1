package import Text

/// The verdict on one target, with everything that supports it.
///
/// Immutable. It is a class so that all holders share one object instead of copying its members.
package final class Attainment: Encodable, Sendable {
  /// The verdict on one stage, or on a target without stages.
  package struct Judgement: Encodable, Sendable {
    /// The number to reach; nil when the goal is not a number.
    package let threshold: ExactDecimal?
    /// The date by which the goal has to be met; its last day counts.
    package let deadline: PartialDate
    package let verdict: Verdict
    /// The matching outcomes; several when reports conflict or repeat.
    package let answers: [Outcome]
    /// The outcomes of the baseline year of a relative goal.
    package let baseline: [Outcome]
    /// The possible values of the outcome minus the threshold, in the target's unit; nil without a threshold or a
    /// matching outcome, or when a side is unbounded.
    package let distance: Interval?
    /// The stage; nil for a target without stages.
    package let stage: Goal.GoalStage?
    /// The figure that speaks most strongly against the verdict; nil when there is none.
    package let counterFigure: CounterFigure?
    /// The first later outcome that satisfies a goal which was missed; nil when there is none, or when each year is
    /// measured by itself.
    package let reachedLater: Outcome?

    /// Whether the verdict rests on an estimate, because the final figure is not in the data.
    package var isProvisional: Bool {
      verdict.restsOnOutcome && (answers + baseline).contains { $0.period == .estimate }
    }
  }

  /// A figure that differs only in the way of counting and would give another verdict.
  package struct CounterFigure: Encodable, Sendable {
    package let outcome: Outcome
    package let verdict: Verdict
  }

  /// What an explanation mentions besides the target and its outcomes.
  package struct Reasons: Encodable, Sendable {
    /// The day as of which the target is judged.
    package let asOf: CalendarDate
    /// The last day of the entity if it ended before the deadline; nil otherwise.
    package let end: PartialDate?
    /// The names of the successors if the entity ended before the deadline; empty otherwise.
    package let successors: [LocalizedText]
    /// The publishers of the outcomes' sources, one entry per source; sources without a publisher are omitted.
    package let publishers: [Publisher]
    /// The document that declares the target.
    package let document: Document

    /// The kind of a document, and how it was read.
    package struct Document: Encodable, Sendable {
      package let kind: Plan.PlanKind
      /// Whether only a summary of it was read.
      package let isSummary: Bool
    }

    package struct Publisher: Encodable, Sendable {
      package let source: Identifier<Source>
      /// Its publisher, in the language of the source.
      package let name: String
    }

    /// The publishers of an outcome, each once.
    package func publishers(of outcome: Outcome) -> [String] {
      outcome.citations.reduce(into: []) { names, citation in
        guard let name = publishers.first(where: { $0.source == citation.source })?.name else { return }
        if !names.contains(name) { names.append(name) }
      }
    }
  }

  package let target: Target
  package let indicator: Indicator
  /// What its plan is about.
  package let scope: Plan.PlanScope
  /// The overall verdict on the target, over all its stages.
  package let verdict: Verdict
  /// One judgement, or one for each stage in order.
  package let judgements: [Judgement]
  /// Figures that are close but do not match, nearest year first.
  package let related: [RelatedFigure]
  /// Further facts for the explanation of the verdict.
  package let reasons: Reasons

  init(
    target: Target, indicator: Indicator, scope: Plan.PlanScope, verdict: Verdict, judgements: [Judgement],
    related: [RelatedFigure], reasons: Reasons
  ) {
    self.target = target
    self.indicator = indicator
    self.scope = scope
    self.verdict = verdict
    self.judgements = judgements
    self.related = related
    self.reasons = reasons
  }

  /// Whether a verdict rests on an estimate.
  package var isProvisional: Bool { judgements.contains(where: \.isProvisional) }

  /// Whether an outcome judges it.
  package var isJudged: Bool { verdict.restsOnOutcome }

  /// The stages that came due without a figure while the whole is lapsed or not yet due, whose verdict hides them.
  package var uncheckedStages: [Judgement] {
    guard verdict == .lapsed || verdict == .pending else { return [] }
    return judgements.filter { $0.stage != nil && $0.verdict == .noData }
  }

  /// What is known near a target without data; nil for other verdicts.
  package var nearness: Nearness? {
    guard verdict == .noData else { return nil }
    return related.isEmpty && answers.isEmpty ? .nothing : .relatedFigure
  }

  /// What is known near a target without data.
  package enum Nearness: String, CaseIterable, Encodable, Sendable {
    /// A related figure does not answer the target.
    case relatedFigure = "related-figure"
    /// Nothing at all was found.
    case nothing
  }

  /// The matching outcomes of all stages.
  package var answers: [Outcome] { judgements.flatMap(\.answers) }
}
