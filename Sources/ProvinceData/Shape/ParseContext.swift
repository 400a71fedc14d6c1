internal import Scoring
internal import Text

/// The file that values are parsed from, where its faults are reported, and what its references are held against.
struct ParseContext {
  let file: String
  let log: FindingLog
  let identifiers: DeclaredIdentifiers
  /// Where references are noted.
  let uses = ReferenceUses()

  func report(_ rule: Rule, at position: Position) { log.report(rule, in: file, at: position) }

  /// Reports that a value is of another type than its shape.
  func reportType(_ shape: Shape, key: String, at position: Position) {
    report(.typeWrong(key: key, expected: shape.expectation), at: position)
  }

  /// Checks identifiers separated by spaces.
  ///
  /// - Returns: whether all of them are known.
  func checkReferences(to kind: ReferenceKind, in scalar: Scalar) -> Bool {
    var isSound = true
    for part in scalar.text.split(separator: " ") {
      let before = scalar.text[..<part.startIndex].unicodeScalars.count + (scalar.isQuoted ? 1 : 0)
      if !checkReference(to: kind, String(part), at: scalar.position.moved(by: before)) { isSound = false }
    }
    return isSound
  }

  /// Checks an identifier that is declared elsewhere.
  ///
  /// - Returns: whether it is known.
  func checkReference(to kind: ReferenceKind, _ value: String, at position: Position) -> Bool {
    uses.note(kind, value)
    // Denominators and blocks belong to an indicator or framework, which alone knows them.
    guard kind != .denominator, kind != .block, !identifiers.isIncomplete(kind),
      !identifiers.knows(kind, value)
    else { return true }
    let nearest = uses.nearest(to: value, kind, in: identifiers)
    report(.referenceUnknown(kind: kind, value: value, nearest: nearest), at: position)
    return false
  }
}
