public import Scoring

/// What came of reading a data folder.
public struct LoadResult: Sendable {
  /// Every problem found, by file, line, column and rule. Paths are relative to the data folder.
  public let findings: [Finding]
  /// The data; nil when any finding is an error, so that nothing is built from false data.
  public let dataset: Dataset?

  /// How many findings are errors.
  public var errorCount: Int { findings.count { $0.severity == .error } }

  /// How many findings are warnings.
  public var warningCount: Int { findings.count - errorCount }
}
