/// A broken rule: its identifier, severity, and one sentence each for the problem and the remedy.
///
/// Each rule is a member of an extension in the file of its topic. The sentences are made when they are asked for.
package struct Rule: Sendable {
  /// The identifier, such as `number.decimal-comma`. Rules of one kind can share it.
  package let id: String
  private let severity: Finding.Severity
  private let subject: String
  private let sentences: @Sendable () -> LocalizedText
  private let remedies: @Sendable () -> LocalizedText
  /// The remedy in a table; nil when it is the same as elsewhere.
  private let tableRemedies: @Sendable () -> LocalizedText?

  /// The only way to make a rule. Tests search for its calls to list every identifier, so each call must give the
  /// identifier as a literal.
  ///
  /// - Parameter subject: the key or column that tells faults with the same sentence apart.
  package init(
    _ id: String, _ severity: Finding.Severity = .error, subject: String = "",
    vi: @autoclosure @escaping @Sendable () -> String, en: @autoclosure @escaping @Sendable () -> String,
    hintVi: @autoclosure @escaping @Sendable () -> String,
    hintEn: @autoclosure @escaping @Sendable () -> String,
    tableHint: @autoclosure @escaping @Sendable () -> LocalizedText? = nil
  ) {
    self.id = id
    self.severity = severity
    self.subject = subject
    sentences = { LocalizedText(vi: vi(), en: en()) }
    remedies = { LocalizedText(vi: hintVi(), en: hintEn()) }
    tableRemedies = tableHint
  }

  /// The problem, in one sentence.
  private var message: LocalizedText { sentences() }
  /// The remedy, in one sentence.
  package var hint: LocalizedText { remedies() }

  /// The finding that the rule is broken at this place.
  package func finding(in file: String, line: Int = 1, column: Int = 1) -> Finding {
    Finding(
      rule: id, severity: severity, file: file, line: line, column: column, message: message,
      hint: file.hasSuffix(".csv") ? tableRemedies() ?? hint : hint, subject: subject)
  }
}

extension Rule: Hashable {
  package static func == (left: Rule, right: Rule) -> Bool {
    left.id == right.id && left.severity == right.severity && left.message == right.message
      && left.hint == right.hint
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
