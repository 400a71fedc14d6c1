/// What becomes of a node that does not apply to a unit.
public enum NotApplicableRule: String, CaseIterable, Encodable, Sendable {
  /// It leaves the points and the maximum.
  case leavesBoth = "leaves-both"
  /// It counts as full points.
  case fullPoints = "full-points"
  /// It counts as zero points.
  case zeroPoints = "zero-points"
}
