package import Text

/// The verdict on one target, with everything it rests on.
///
/// It never changes: a class, so that all who list it share the one instead of copying its members.
package final class Attainment: Encodable, Sendable {
  /// The verdict on one stage, or on a target without stages.
  package struct Judgement: Encodable, Sendable {
    /// The number to reach; nil when the goal is no number.
    package let threshold: ExactDecimal?
    /// The date by which it has to hold.
    package let deadline: PartialDate
    /// The verdict.
    package let verdict: Verdict
    /// The outcomes that answer; several when reports conflict or repeat.
    package let answers: [Outcome]
    /// The outcomes of the baseline year of a relative goal.
    package let baseline: [Outcome]
    /// Every value the outcome may have less the threshold, in the unit of the target; nil when there is
    /// none, or when a side has no limit.
    package let distance: Interval?
    /// The stage; nil for a target without stages.
    package let stage: Goal.Stage?
  }

  /// The target.
  package let target: Target
  /// The indicator.
  package let indicator: Indicator
  /// The verdict on the target; over all stages where there are several.
  package let verdict: Verdict
  /// One judgement, or one for each stage in order.
  package let judgements: [Judgement]
  /// Figures that come near and do not answer, nearest first.
  package let related: [RelatedFigure]
  /// The verdict in a sentence or two: target, outcome, bound or conflict, distance and sources.
  package let explanation: LocalizedText

  package init(
    target: Target, indicator: Indicator, verdict: Verdict, judgements: [Judgement], related: [RelatedFigure],
    explanation: LocalizedText
  ) {
    self.target = target
    self.indicator = indicator
    self.verdict = verdict
    self.judgements = judgements
    self.related = related
    self.explanation = explanation
  }

  /// The outcomes that answer, over all stages.
  package var answers: [Outcome] { judgements.flatMap(\.answers) }
}
