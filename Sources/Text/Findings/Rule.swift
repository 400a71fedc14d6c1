/// A broken rule: its identifier, severity, and one sentence each for the problem and the remedy.
///
/// Each rule is a member of an extension in the file of its topic.
package struct Rule: Hashable, Sendable {
  /// The identifier, such as `number.decimal-comma`. Rules of one kind can share it.
  package let id: String
  private let severity: Finding.Severity
  /// The problem, in one sentence.
  private let message: LocalizedText
  /// The remedy, in one sentence.
  package let hint: LocalizedText
  /// The remedy in a table; nil when it is the same as elsewhere.
  private let tableHint: LocalizedText?

  /// The only way to make a rule. Tests search for its calls to list every identifier, so each call must give the
  /// identifier as a literal.
  package init(
    _ id: String, _ severity: Finding.Severity = .error, vi: String, en: String, hintVi: String,
    hintEn: String, tableHint: LocalizedText? = nil
  ) {
    self.id = id
    self.severity = severity
    message = LocalizedText(vi: vi, en: en)
    hint = LocalizedText(vi: hintVi, en: hintEn)
    self.tableHint = tableHint
  }

  /// The finding that the rule is broken at this place.
  package func finding(in file: String, line: Int = 1, column: Int = 1) -> Finding {
    Finding(
      rule: id, severity: severity, file: file, line: line, column: column, message: message,
      hint: file.hasSuffix(".csv") ? tableHint ?? hint : hint)
  }
}
