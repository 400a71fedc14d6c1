internal import Scoring

/// What `toolkit.yaml` says.
struct Settings: Sendable {
  /// The day as of which verdicts are given; nil when the file does not say.
  let asOf: CalendarDate?
  /// The provinces to compare, in order.
  let provinces: [Identifier<Entity>]
  /// The index that editions and scorecards are about; nil when none is named.
  let scorecardIndex: Identifier<IndexDescription>?
}
