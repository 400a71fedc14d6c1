/// One problem found in a file, worded in both languages.
public struct Finding: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Comparable, CaseIterable, Sendable {
    /// Worth a look; the site is built.
    case warning
    /// The data can not be used; no site is built.
    case error

    /// A warning is less than an error.
    public static func < (left: Self, right: Self) -> Bool { left == .warning && right == .error }
  }

  /// The identifier of the rule, such as `number.decimal-comma`.
  public let rule: String
  /// How bad it is.
  public let severity: Severity
  /// The file, relative to the folder that was checked.
  public let file: String
  /// The 1-based line; 1 when the finding is about the file as a whole.
  public let line: Int
  /// The 1-based column, counted in Unicode scalars.
  public let column: Int
  /// What is wrong: one sentence.
  public let message: LocalizedText
  /// The way out: one sentence.
  public let hint: LocalizedText

  /// Makes a finding.
  public init(
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
