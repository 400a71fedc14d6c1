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

  /// What an explanation names beside the target and the outcomes.
  package struct Reasons: Encodable, Sendable {
    /// The day up to which what is known is judged.
    package let asOf: CalendarDate
    /// The last day of the entity, where it ended before the deadline; nil where it did not.
    package let end: PartialDate?
    /// The names of what came after the entity, where it ended before the deadline.
    package let successors: [LocalizedText]
    /// Who published the sources of the outcomes, source by source; those without a publisher are left out.
    package let publishers: [Publisher]

    /// Who published a source.
    package struct Publisher: Encodable, Sendable {
      /// The source.
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
  /// What else an explanation of the verdict rests on.
  package let reasons: Reasons

  init(
    target: Target, indicator: Indicator, verdict: Verdict, judgements: [Judgement], related: [RelatedFigure],
    reasons: Reasons
  ) {
    self.target = target
    self.indicator = indicator
    self.verdict = verdict
    self.judgements = judgements
    self.related = related
    self.reasons = reasons
  }

  /// The outcomes that answer, over all stages.
  package var answers: [Outcome] { judgements.flatMap(\.answers) }
}
