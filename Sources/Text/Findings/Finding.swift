/// One problem in a file, described in both languages.
package struct Finding: Hashable, Sendable {
  /// The severity of a finding.
  package enum Severity: String, CaseIterable, Sendable {
    /// Worth checking; the site is built.
    case warning
    /// The data cannot be used; no site is built.
    case error
  }

  /// The identifier of the rule, such as `number.decimal-comma`.
  package let rule: String
  package let severity: Severity
  /// The file, relative to the folder that was checked.
  package let file: String
  /// The 1-based line; 1 when the finding is about the whole file.
  package let line: Int
  /// The 1-based column, counted in Unicode scalars.
  package let column: Int
  /// The problem, in one sentence.
  package let message: LocalizedText
  /// The remedy, in one sentence.
  package let hint: LocalizedText

  package init(
    rule: String, severity: Severity, file: String, line: Int, column: Int, message: LocalizedText,
    hint: LocalizedText
  ) {
    self.rule = rule
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }
}
