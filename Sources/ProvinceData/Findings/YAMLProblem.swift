/// Why a text is not the YAML of the data files, in words that do not depend on the parser.
enum YAMLProblem: Hashable, CaseIterable {
  static let allCases: [YAMLProblem] = [
    .tab, .indentation, .colonInText, .unclosedQuote, .flow, .anchor, .nesting, .complexKey, .secondDocument,
    .other("…"),
  ]

  case tab
  case indentation
  case colonInText
  case unclosedQuote
  case flow
  case anchor
  case nesting
  case complexKey
  case secondDocument
  /// The parser's own words, in English.
  case other(String)

  /// Sorts the words of the parser.
  init(_ problem: String) {
    let found: [(String, YAMLProblem)] = [
      ("cannot start any token", .tab), ("tab", .tab),
      ("mapping values are not allowed", .colonInText),
      ("did not find expected key", .indentation), ("did not find expected '-'", .indentation),
      ("block sequence entries are not allowed", .indentation),
      ("could not find expected ':'", .indentation),
      ("unexpected end of stream", .unclosedQuote), ("unexpected document indicator", .unclosedQuote),
      ("did not find expected ',' or", .flow), ("undefined alias", .anchor),
      ("nesting", .nesting), ("another document", .secondDocument),
    ]
    self = found.first { problem.contains($0.0) }?.1 ?? .other(problem)
  }
}
