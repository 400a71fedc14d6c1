package import Text

/// How much of a document stands in the data: its parts, counted by an editor, and where each item is recorded.
package struct PlanCoverage: Encodable, Sendable {
  /// What a part of a document holds.
  package enum Content: String, CaseIterable, Encodable, Sendable {
    case targets
    case tasks
    /// Targets and tasks in one list.
    case mixed
    /// General requirements on the work.
    case requirements
    /// Duties given to single bodies.
    case assignments
  }

  /// Items counted, and how many of them are recorded.
  package struct Count: Hashable, Encodable, Sendable {
    package let counted: Int
    package let recorded: Int
    package var left: Int { counted - recorded }

    package init(counted: Int, recorded: Int) { (self.counted, self.recorded) = (counted, recorded) }
  }

  /// One list of a document, such as the bullets of a section.
  package struct Part: Encodable, Sendable {
    /// Its place in the document.
    package let locator: LocalizedText
    package let content: Content
    /// How many items an editor counted in it.
    package let counted: Int
    /// For each recorded item, the identifiers of its targets and tasks.
    package let recorded: [[String]]
    package let line: DataLine

    package init(
      locator: LocalizedText, content: Content, counted: Int, recorded: [[String]], line: DataLine
    ) {
      self.locator = locator
      self.content = content
      self.counted = counted
      self.recorded = recorded
      self.line = line
    }

    package var count: Count { Count(counted: counted, recorded: recorded.count) }
  }

  /// How many targets the document says that it has; nil when it does not.
  package let statedTargets: Int?
  /// How many tasks the document says that it has; nil when it does not.
  package let statedTasks: Int?
  /// The parts in document order.
  package let parts: [Part]
  /// What is left out, and why; nil when nothing is.
  package let note: LocalizedText?

  package init(statedTargets: Int?, statedTasks: Int?, parts: [Part], note: LocalizedText?) {
    self.statedTargets = statedTargets
    self.statedTasks = statedTasks
    self.parts = parts
    self.note = note
  }

  /// The sum over the parts with a content; over all parts when nil.
  package func count(of content: Content? = nil) -> Count {
    let counts = parts.filter { content == nil || $0.content == content }.map(\.count)
    return Count(
      counted: counts.reduce(0) { $0 + $1.counted }, recorded: counts.reduce(0) { $0 + $1.recorded })
  }

  /// The contents that occur, with their sums, in the order of the document.
  package var byContent: [(content: Content, count: Count)] {
    var found: [Content] = []
    for part in parts where !found.contains(part.content) { found.append(part.content) }
    return found.map { ($0, count(of: $0)) }
  }
}
