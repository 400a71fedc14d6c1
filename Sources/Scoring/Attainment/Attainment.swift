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
  /// The verdict in a sentence or two: target, outcome, bound or conflict, distance and sources.
  public let explanation: LocalizedText

  init(
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
  public var answers: [Outcome] { judgements.flatMap(\.answers) }
}
