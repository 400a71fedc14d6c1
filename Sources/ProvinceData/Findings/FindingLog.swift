internal import Scoring

/// Collects the findings of one run, at most one of a rule at a place. Lives within one call of the loader.
final class FindingLog {
  private var found: Set<Finding> = []

  /// Records that a rule is broken at a place.
  func report(_ rule: Rule, in file: String, at position: Position) {
    found.insert(rule.finding(in: file, line: position.line, column: position.column))
  }

  /// The findings in no order.
  var all: [Finding] { Array(found) }

  /// Adds what another log has.
  func add(_ findings: [Finding]) { found.formUnion(findings) }

  /// The findings by file, line, column and rule.
  var sorted: [Finding] {
    found.sorted { left, right in
      if left.file != right.file { return Identifier<DataLine>(left.file) < Identifier<DataLine>(right.file) }
      return (left.line, left.column, left.rule, left.message.en)
        < (right.line, right.column, right.rule, right.message.en)
    }
  }
}
