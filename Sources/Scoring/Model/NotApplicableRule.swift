/// How a node that does not apply to a unit counts.
public enum NotApplicableRule: String, CaseIterable, Encodable, Sendable {
  /// It is removed from both points and maximum.
  case leavesBoth = "leaves-both"
  /// It counts as full points.
  case fullPoints = "full-points"
  /// It counts as zero points.
  case zeroPoints = "zero-points"
}
