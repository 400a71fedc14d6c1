/// What a file may not hold, as it is broken in one case: the name of the rule, how bad it is, one sentence and the way out.
///
/// Each rule is a member of an extension, in the file of its topic, and nowhere else.
package struct Rule: Hashable, Sendable {
  /// The identifier, such as `number.decimal-comma`. Rules of one kind may share it.
  package let id: String
  /// How bad it is.
  private let severity: Finding.Severity
  /// What is wrong: one sentence.
  private let message: LocalizedText
  /// The way out: one sentence.
  package let hint: LocalizedText

  /// The only way to make a rule. Tests look for its calls to find every identifier, which is why that is a literal in
  /// all of them.
  package init(
    _ id: String, _ severity: Finding.Severity = .error, vi: String, en: String, hintVi: String,
    hintEn: String
  ) {
    self.id = id
    self.severity = severity
    message = LocalizedText(vi: vi, en: en)
    hint = LocalizedText(vi: hintVi, en: hintEn)
  }

  /// The finding that the rule is broken at a place.
  package func finding(in file: String, line: Int = 1, column: Int = 1) -> Finding {
    Finding(
      rule: id, severity: severity, file: file, line: line, column: column, message: message, hint: hint)
  }
}
