internal import Scoring
internal import Text

/// The identifiers that the files of the catalogue declare, known before references are checked.
struct DeclaredIdentifiers: Sendable {
  private var declared: [ReferenceKind: [String: DataLine]] = [:]
  private var incomplete: Set<ReferenceKind> = []

  /// Declares an identifier; the place of the first declaration when there is one already.
  mutating func declare(_ kind: ReferenceKind, _ id: String, at line: DataLine) -> DataLine? {
    if let first = declared[kind]?[id] { return first }
    declared[kind, default: [:]][id] = line
    return nil
  }

  /// A file that declares such things could not be read.
  mutating func markIncomplete(_ kinds: [ReferenceKind]) { incomplete.formUnion(kinds) }

  /// Whether a file that declares such things could not be read.
  func isIncomplete(_ kind: ReferenceKind) -> Bool { incomplete.contains(kind) }

  /// Whether an identifier is declared.
  func knows(_ kind: ReferenceKind, _ id: String) -> Bool { declared[kind]?[id] != nil }

  /// The declared identifiers of a kind, in no order.
  func known(_ kind: ReferenceKind) -> [String] { declared[kind].map { Array($0.keys) } ?? [] }
}
