/// Collects the findings of one run, at most one per rule and position. Not for use by several threads.
///
/// Of each rule it holds the first findings of a file and counts the others, so that memory does not grow with the
/// number of faults. No sentence is made for a finding that is not held.
package final class FindingLog {
  private struct GroupName: Hashable {
    let file: String
    let rule: String
  }

  private var groups: [GroupName: FindingGroup] = [:]

  package init() {}

  /// Records that a rule is broken at a position.
  package func report(_ rule: Rule, in file: String, at position: Position) {
    groups[GroupName(file: file, rule: rule.id), default: FindingGroup()].add(at: position) {
      rule.finding(in: file, line: position.line, column: position.column)
    }
  }

  /// The findings, in no particular order.
  package var all: [Finding] { groups.values.flatMap(\.findings) }

  /// Adds the findings of another log.
  package func add(_ findings: [Finding]) {
    for finding in findings {
      groups[GroupName(file: finding.file, rule: finding.rule), default: FindingGroup()].add(finding)
    }
  }

  /// The findings by file, line, column and rule.
  package var sorted: [Finding] {
    all.sorted { left, right in
      if left.file != right.file { return left.file.precedesInBytes(right.file) }
      return (left.line, left.column, left.rule, left.message.en)
        < (right.line, right.column, right.rule, right.message.en)
    }
  }
}

/// The findings of one rule in one file.
private struct FindingGroup {
  /// The number of findings that are kept.
  private static let limit = 10_000

  private var held: Set<Finding> = []
  /// No finding after this position is held; nil while there are few.
  private var end: Position?
  /// The number of findings that are not held, and the position of the latest of them.
  private var unheld = (count: 0, last: Position.start)

  /// The first findings; the last of them has the number of the others.
  var findings: [Finding] {
    guard unheld.count > 0 || held.count > Self.limit else { return Array(held) }
    var first = Array(inOrder.prefix(Self.limit))
    first[first.count - 1].unheld = unheld.count + held.count - first.count
    return first
  }

  private var inOrder: [Finding] {
    held.sorted { ($0.line, $0.column, $0.message.en) < ($1.line, $1.column, $1.message.en) }
  }

  mutating func add(at position: Position, _ make: () -> Finding) {
    if let end, (end.line, end.column) < (position.line, position.column) {
      if position != unheld.last { unheld = (unheld.count + 1, position) }
      return
    }
    held.insert(make())
    // Cutting off a whole lot at a time keeps the first ones in whatever order they come.
    guard held.count >= 2 * Self.limit else { return }
    let first = inOrder.prefix(Self.limit)
    unheld.count += held.count - first.count
    end = first.last.map { Position(line: $0.line, column: $0.column) }
    held = Set(first)
  }

  mutating func add(_ finding: Finding) {
    var finding = finding
    unheld.count += finding.unheld
    finding.unheld = 0
    add(at: Position(line: finding.line, column: finding.column)) { finding }
  }
}
