internal import Scoring

/// What one run of the loader gathers: findings, identifiers and references. It is made and used within one
/// call on one thread, so it is a plain class and not `Sendable`.
final class LoadSession {
  private(set) var findings: [Finding] = []
  let catalogue = Catalogue()

  /// Adds a finding.
  func report(_ rule: DataRule, at place: Place) {
    findings.append(
      Finding(
        rule: rule.id, severity: rule.severity, file: place.file, line: place.line,
        column: place.column, message: rule.message, hint: rule.hint))
  }

  /// The findings by file, line, column and rule, without repeats.
  var sortedFindings: [Finding] {
    var seen: Set<Finding> = []
    return findings.filter { seen.insert($0).inserted }.sorted { left, right in
      let (first, second) = (sortKey(left), sortKey(right))
      if first.0 != second.0 { return Identifier<Finding>(first.0) < Identifier<Finding>(second.0) }
      if first.1 != second.1 { return first.1.lexicographicallyPrecedes(second.1) }
      return Identifier<Finding>(first.2) < Identifier<Finding>(second.2)
    }
  }

  private func sortKey(_ finding: Finding) -> (String, [Int], String) {
    (finding.file, [finding.line, finding.column], finding.rule + finding.message.en)
  }
}
