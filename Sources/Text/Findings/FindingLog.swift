/// Collects the findings of one run, at most one per rule and position. Not for use by several threads.
package final class FindingLog {
  private var found: Set<Finding> = []

  package init() {}

  /// Records that a rule is broken at a position.
  package func report(_ rule: Rule, in file: String, at position: Position) {
    found.insert(rule.finding(in: file, line: position.line, column: position.column))
  }

  /// The findings, in no particular order.
  package var all: [Finding] { Array(found) }

  /// Adds the findings of another log.
  package func add(_ findings: [Finding]) { found.formUnion(findings) }

  /// The findings by file, line, column and rule.
  package var sorted: [Finding] {
    found.sorted { left, right in
      if left.file != right.file { return left.file.precedesInBytes(right.file) }
      return (left.line, left.column, left.rule, left.message.en)
        < (right.line, right.column, right.rule, right.message.en)
    }
  }
}
