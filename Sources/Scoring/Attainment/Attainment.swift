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

  /// The matching outcomes of all stages.
  package var answers: [Outcome] { judgements.flatMap(\.answers) }
}
