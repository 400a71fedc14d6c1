package import Text

/// The verdict on one target, with everything it rests on.
///
/// It never changes: a class, so that all who list it share the one instead of copying its members.
public final class Attainment: Encodable, Sendable {
  /// The verdict on one stage, or on a target without stages.
  public struct Judgement: Encodable, Sendable {
    /// The number to reach; nil when the goal is no number.
    public let threshold: ExactDecimal?
    /// The date by which it has to hold.
    public let deadline: PartialDate
    /// The verdict.
    public let verdict: Verdict
    /// The outcomes that answer; several when reports conflict or repeat.
    public let answers: [Outcome]
    /// The outcomes of the baseline year of a relative goal.
    public let baseline: [Outcome]
    /// Every value the outcome may have less the threshold, in the unit of the target; nil when there is
    /// none, or when a side has no limit.
    public let distance: Interval?
    /// The stage; nil for a target without stages.
    public let stage: Goal.Stage?
  }

  /// What an explanation names beside the target and the outcomes.
  package struct Reasons: Encodable, Sendable {
    /// The day up to which what is known is judged.
    public let asOf: CalendarDate
    /// The last day of the entity, where it ended before the deadline; nil where it did not.
    package let end: PartialDate?
    /// The names of what came after the entity, where it ended before the deadline.
    package let successors: [LocalizedText]
    /// Who published the sources of the outcomes, source by source; those without a publisher are left out.
    package let publishers: [Publisher]

    /// Who published a source.
    package struct Publisher: Encodable, Sendable {
      /// The source.
      public let source: Identifier<Source>
      /// Its publisher, in the language of the source.
      public let name: String
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
  public let target: Target
  /// The indicator.
  public let indicator: Indicator
  /// The verdict on the target; over all stages where there are several.
  public let verdict: Verdict
  /// One judgement, or one for each stage in order.
  public let judgements: [Judgement]
  /// Figures that come near and do not answer, nearest first.
  public let related: [RelatedFigure]
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
  public var answers: [Outcome] { judgements.flatMap(\.answers) }
}
