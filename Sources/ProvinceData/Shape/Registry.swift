internal import Scoring
internal import Text

/// Everything that is declared in the data, known before references are checked.
struct Registry: Sendable {
  private var declared: [ReferenceKind: [String: DataLine]] = [:]
  private var incomplete: Set<ReferenceKind> = []
  private var used: Set<String> = []

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

  /// Notes that these sources are cited.
  mutating func noteUse(ofSources sources: Set<String>) { used.formUnion(sources) }

  /// Whether a source is cited anywhere.
  func isUsed(source: String) -> Bool { used.contains(source) }
}

/// Collects what one file refers to. Lives within the check of that file.
final class ReferenceUses {
  /// The sources that are cited.
  private(set) var sources: Set<String> = []
  private var last: String?
  /// What was probably meant by what is not known: thousands of rows may refer to it.
  private var meant: [ReferenceKind: [String: String?]] = [:]

  /// Notes that something is referred to.
  func note(_ kind: ReferenceKind, _ id: String) {
    // The rows of a table mostly cite what the row above cites.
    guard kind == .source, id != last else { return }
    sources.insert(id)
    last = id
  }

  /// What was probably meant by something that is not known; nil when nothing is near.
  func nearest(to value: String, _ kind: ReferenceKind, in registry: Registry) -> String? {
    if let known = meant[kind]?[value] { return known }
    let nearest = NearestWord.find(value, in: registry.known(kind))
    meant[kind, default: [:]][value] = .some(nearest)
    return nearest
  }
}
