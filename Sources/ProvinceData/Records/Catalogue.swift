internal import Scoring

/// What can be referred to by an identifier.
enum SubjectKind: String, CaseIterable {
  case source
  case indicator
  case denominator
  case entity
  case edition
  case plan
  case target
  case index
  case block
  /// A year that an edition scores.
  case editionYear
}

/// The identifiers that the files declare and the references between them. References are checked once
/// everything is read, so the order of files does not matter.
final class Catalogue {
  private struct Reference {
    let kind: SubjectKind
    let id: String
    let place: Place
  }

  private var declared: [SubjectKind: [String: Place]] = [:]
  private var references: [Reference] = []
  private var incomplete: Set<SubjectKind> = []
  private var lacksRows = false

  /// Notes that a file which declares such identifiers could not be read: then references to that kind are not
  /// checked, because every one of them would be reported for one fault.
  func markIncomplete(_ kinds: Set<SubjectKind>) {
    incomplete.formUnion(kinds)
    lacksRows = true
  }

  /// Notes that figures were left out, so a source without references is no finding.
  func markLackingRows() { lacksRows = true }

  /// Declares an identifier; returns the place of an earlier declaration when there is one.
  func declare(_ kind: SubjectKind, _ id: String, at place: Place) -> Place? {
    if let earlier = declared[kind]?[id] { return earlier }
    declared[kind, default: [:]][id] = place
    return nil
  }

  /// Notes that an identifier is referred to.
  func refer(to kind: SubjectKind, _ id: String, at place: Place) {
    references.append(Reference(kind: kind, id: id, place: place))
  }

  /// Reports references that lead nowhere, and sources that nothing refers to.
  func check(_ session: LoadSession) {
    let known = declared.mapValues { Array($0.keys).sorted() }
    for reference in references
    where !incomplete.contains(reference.kind) && declared[reference.kind]?[reference.id] == nil {
      let suggestion = nearest(to: reference.id, among: known[reference.kind] ?? [])
      session.report(
        .referenceUnknown(kind: reference.kind, id: reference.id, suggestion: suggestion),
        at: reference.place)
    }
    guard !lacksRows else { return }
    let used = Set(references.lazy.filter { $0.kind == .source }.map(\.id))
    for (id, place) in declared[.source] ?? [:] where !used.contains(id) {
      session.report(.sourceUnused(id: id), at: place)
    }
  }
}
