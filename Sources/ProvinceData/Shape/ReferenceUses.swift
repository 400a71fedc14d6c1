internal import Text

/// Collects the references of one file while it is parsed.
final class ReferenceUses {
  /// The sources that are cited.
  private(set) var sources: Set<String> = []
  /// Whether a part of the file could not be read, so that it may have other references.
  private(set) var isIncomplete = false
  private var last: String?
  /// The nearest declared identifier for each unknown one, because thousands of rows may repeat it.
  private var nearestKnown: [ReferenceKind: [String: String?]] = [:]
  /// Made only for a kind of which a reference is unknown.
  private var names: [ReferenceKind: IdentifierNames] = [:]

  func markIncomplete() { isIncomplete = true }

  /// Records a reference.
  func note(_ kind: ReferenceKind, _ id: String) {
    // Most rows of a table cite the same source as the row above.
    guard kind == .source, id != last else { return }
    sources.insert(id)
    last = id
  }

  /// The declared identifier nearest to an unknown one; nil when none is near.
  func nearest(to value: String, _ kind: ReferenceKind, in identifiers: DeclaredIdentifiers) -> String? {
    if let known = nearestKnown[kind]?[value] { return known }
    let nearest = NearestWord.find(value, in: identifiers.known(kind))
    nearestKnown[kind, default: [:]][value] = .some(nearest)
    return nearest
  }

  /// The identifiers that have a text as their name.
  func identifiers(named text: String, _ kind: ReferenceKind, in identifiers: DeclaredIdentifiers) -> [String]
  {
    let known = names[kind] ?? identifiers.names(kind)
    names[kind] = known
    return known.identifiers(of: text)
  }
}
