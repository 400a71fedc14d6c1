internal import Scoring
internal import Text

/// The identifiers that the files of the catalogue declare, collected before references are checked.
struct DeclaredIdentifiers: Sendable {
  private var declared: [ReferenceKind: [String: DataLine]] = [:]
  private var incomplete: Set<ReferenceKind> = []
  private var named: [ReferenceKind: [IdentifierNames.Name]] = [:]

  /// Declares an identifier; returns the place of the first declaration when there already is one.
  mutating func declare(_ kind: ReferenceKind, _ id: String, at line: DataLine) -> DataLine? {
    if let first = declared[kind]?[id] { return first }
    declared[kind, default: [:]][id] = line
    return nil
  }

  /// Records a name by which people may refer to an identifier.
  mutating func add(name: String, of id: String, _ kind: ReferenceKind) {
    named[kind, default: []].append((name, id))
  }

  /// The identifiers of a kind by their names.
  func names(_ kind: ReferenceKind) -> IdentifierNames {
    IdentifierNames(known(kind).map { ($0, $0) } + (named[kind] ?? []))
  }

  /// Marks kinds of which a declaring file could not be read.
  mutating func markIncomplete(_ kinds: [ReferenceKind]) { incomplete.formUnion(kinds) }

  /// Whether a file that declares this kind could not be read.
  func isIncomplete(_ kind: ReferenceKind) -> Bool { incomplete.contains(kind) }

  func knows(_ kind: ReferenceKind, _ id: String) -> Bool { declared[kind]?[id] != nil }

  /// The declared identifiers of a kind, in no particular order.
  func known(_ kind: ReferenceKind) -> [String] { declared[kind].map { Array($0.keys) } ?? [] }
}
