internal import Parallel

/// Which facts were asked for while a page was written.
package final class FactNotes: Sendable {
  private let noted = Locked<Set<Fact>>([])

  package init() {}

  package func note(_ fact: Fact) { noted.withLock { _ = $0.insert(fact) } }

  /// All of them, in no order.
  package var facts: Set<Fact> { noted.withLock { $0 } }
}
