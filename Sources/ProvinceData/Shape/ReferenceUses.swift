internal import Text

/// Collects what one file refers to. Lives while that file is parsed.
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
  func nearest(to value: String, _ kind: ReferenceKind, in identifiers: DeclaredIdentifiers) -> String? {
    if let known = meant[kind]?[value] { return known }
    let nearest = NearestWord.find(value, in: identifiers.known(kind))
    meant[kind, default: [:]][value] = .some(nearest)
    return nearest
  }
}
