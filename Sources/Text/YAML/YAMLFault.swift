/// A fault in a YAML text, with its position.
package struct YAMLFault: Error {
  package enum YAMLFaultKind {
    /// A node has an anchor (`&`), or is an alias (`*`).
    case anchor
    /// A key that its mapping already has.
    case duplicate(key: String, firstLine: Int)
    case syntax(YAMLProblem)
  }

  package let kind: YAMLFaultKind
  package let position: Position
  /// The start of what the parser was reading; nil when it is not known.
  var start: Position?
}
