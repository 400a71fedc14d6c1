/// What is wrong with a YAML text, and where.
package struct YAMLFault: Error {
  /// What kind of fault it is.
  package enum YAMLFaultKind {
    /// A part is named with `&`, or repeated with `*`.
    case anchor
    /// A key that its mapping has already.
    case duplicate(key: String, firstLine: Int)
    case syntax(YAMLProblem)
  }

  package let kind: YAMLFaultKind
  package let position: Position
}
