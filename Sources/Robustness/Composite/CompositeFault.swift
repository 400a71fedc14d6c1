/// What keeps a framework and a table of scores from being a composite index.
public enum CompositeFault: Error, Hashable, Sendable {
  /// Scores at a node and also below it.
  case scoresAtTwoLevels(code: String, below: String)
  /// A leaf of a framework of points whose maximum is not known.
  case maximumUnknown(code: String)
  /// Less is better, but the value is used as it stands.
  case lowerIsBetterWithoutScale(code: String)
  /// A value not above zero where the method divides by it.
  case notPositive(unit: String, code: String)
  /// A raw or normalised value that is not finite or beyond ``CompositeIndex/maximumMagnitude``.
  case outOfRange(unit: String, code: String)
  /// A normalised value below zero under a geometric or harmonic node.
  case negativeValue(unit: String, code: String)
  /// No unit has enough known values to be ranked.
  case nothingToRank
}

/// Every fault of a composite index, at least one.
public struct CompositeFaults: Error, Sendable {
  /// The faults, in the order found.
  public let faults: [CompositeFault]

  init(_ faults: [CompositeFault]) { self.faults = faults }
}
