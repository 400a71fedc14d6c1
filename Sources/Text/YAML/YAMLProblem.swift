/// The kind of syntax error that the YAML parser reports.
package enum YAMLProblem: Hashable, Sendable {
  case colon
  /// A value begins with `>` or `|`, which starts a text on the next lines; with the rest of its line.
  case blockSign(String)
  case indentation
  case missingColon
  case badStart
  case unclosed
  case separatorInFlow
  case secondDocument
  case tooDeep
  case character
  case badKey
  case other(String)

  /// Classifies the message of the parser.
  init(parserSays problem: String) {
    switch problem {
    case _ where problem.contains("mapping values are not allowed"): self = .colon
    case _ where problem.contains("expected ',' or"): self = .separatorInFlow
    case _ where problem.contains("did not find expected"), _ where problem.contains("block"):
      self = .indentation
    case _ where problem.contains("could not find expected ':'"): self = .missingColon
    case _ where problem.contains("cannot start any token"): self = .badStart
    case _ where problem.contains("unexpected end of stream"): self = .unclosed
    case _ where problem.contains("another document"): self = .secondDocument
    default: self = .other(problem)
    }
  }
}
