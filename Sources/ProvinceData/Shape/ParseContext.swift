internal import Scoring
internal import Text

/// The file that is being parsed, the log of its findings, and the identifiers that its references are checked
/// against.
struct ParseContext {
  let file: String
  let log: FindingLog
  let identifiers: DeclaredIdentifiers
  /// Tells how well a figure is backed.
  var confidence = ConfidenceRule()
  /// Collects the references.
  let uses = ReferenceUses()

  func report(_ rule: Rule, at position: Position) { log.report(rule, in: file, at: position) }

  /// Reports that a value does not have the type of its shape, so that what it holds is not read.
  func reportType(_ shape: Shape, key: String, at position: Position) {
    uses.markIncomplete()
    report(.typeWrong(key: key, expected: shape.expectation), at: position)
  }

  /// Checks identifiers separated by spaces.
  ///
  /// - Returns: whether all of them are declared.
  func checkReferences(to kind: ReferenceKind, in scalar: Scalar) -> Bool {
    var isSound = true
    if scalar.text.contains(" "), !uses.identifiers(named: scalar.text, kind, in: identifiers).isEmpty {
      return checkReference(to: kind, scalar.text, at: scalar.position)
    }
    for part in scalar.text.split(separator: " ") {
      let before = scalar.text[..<part.startIndex].unicodeScalars.count + (scalar.isQuoted ? 1 : 0)
      if !checkReference(to: kind, String(part), at: scalar.position.moved(by: before)) { isSound = false }
    }
    return isSound
  }

  /// Checks a reference to an identifier.
  ///
  /// - Returns: whether it is declared.
  func checkReference(to kind: ReferenceKind, _ value: String, at position: Position) -> Bool {
    uses.note(kind, value)
    // Denominators and blocks are checked by the indicator or framework that declares them.
    guard kind != .denominator, kind != .block, !identifiers.isIncomplete(kind),
      !identifiers.knows(kind, value)
    else { return true }
    let nearest = uses.nearest(to: value, kind, in: identifiers)
    // What is written as an identifier is a slip in it rather than a name.
    let isSlip = nearest != nil && kind.form.matches(value)
    let named = isSlip ? [] : uses.identifiers(named: value, kind, in: identifiers)
    report(.referenceUnknown(kind: kind, value: value, named: named, nearest: nearest), at: position)
    return false
  }
}
