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
  /// The key or column that tells findings with the same sentence apart; empty when none does.
  let subject: String
  /// The number of further findings of the rule in the file that are counted only. The last one held has it.
  var unheld = 0

  package init(
    rule: String, severity: Severity, file: String, line: Int, column: Int, message: LocalizedText,
    hint: LocalizedText, subject: String = ""
  ) {
    self.subject = subject
    self.rule = rule
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }

  /// The finding with the folder put before its file.
  package func below(_ prefix: String) -> Finding {
    var finding = Finding(
      rule: rule, severity: severity, file: prefix + file, line: line, column: column, message: message,
      hint: hint, subject: subject)
    finding.unheld = unheld
    return finding
  }
}

extension Sequence<Finding> {
  /// The number of findings, with those that are counted only.
  package var total: Int { reduce(0) { $0 + 1 + $1.unheld } }

  /// The number of findings of a severity, with those that are counted only.
  package func total(_ severity: Finding.Severity) -> Int { filter { $0.severity == severity }.total }
}
