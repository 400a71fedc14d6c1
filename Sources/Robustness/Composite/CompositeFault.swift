/// Why a framework and a table of scores do not form a composite index.
public enum CompositeFault: Error, Hashable, Sendable {
  /// A node and a node below it both have scores.
  case scoresAtTwoLevels(code: String, below: String)
  /// A leaf of a framework of points has no known maximum.
  case maximumUnknown(code: String)
  /// Lower is better, but the value is used without normalisation.
  case lowerIsBetterWithoutScale(code: String)
  /// A value is not above zero where the method divides by it.
  case notPositive(unit: String, code: String)
  /// A raw or normalised value is not finite or exceeds ``CompositeIndex/maximumMagnitude``.
  case outOfRange(unit: String, code: String)
  /// A normalised value is negative under a geometric or harmonic node.
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
